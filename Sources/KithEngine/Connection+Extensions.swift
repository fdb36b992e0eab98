extension Connection {
  /// An extension of DuckDB that Kith makes use of.
  public enum DuckDBExtension: String, Hashable, Sendable, CaseIterable {
    /// Reads and writes Excel workbooks.
    case excel
    /// Holds the cryptography with which a database file is encrypted. It can also read from the network, which Kith never asks.
    case httpfs
  }

  /// Loads an extension of DuckDB: the file that set-up put into `.deps/lib/extensions`, else one that the user has installed.
  public func load(_ name: DuckDBExtension) throws(EngineError) {
    if let file = Folders.projectLibrary("extensions/\(name.rawValue).duckdb_extension") {
      try execute("LOAD \(literal: file)")
    } else {
      try execute("LOAD \(identifier: name.rawValue)")
    }
  }
}
