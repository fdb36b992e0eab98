extension Connection {
  /// Keeps the rows of a query under a name, in place of what was kept under it, for as long as the connection lasts.
  public func keep(_ query: SQL, as name: String) throws(EngineError) {
    switch dialect.keptRows {
    case .temporaryTable: try execute("CREATE OR REPLACE TEMP TABLE \(identifier: name) AS \(sql: query)")
    case .scratchTable:
      try useScratch()
      try execute("DROP TABLE IF EXISTS \(identifier: name)")
      try execute("CREATE TABLE \(identifier: name) USING parquet AS \(sql: query)")
    }
  }

  /// Gives the rows of a query a name, in place of what had it, for as long as the connection lasts; they are worked out anew
  /// each time.
  public func define(_ name: String, as query: SQL) throws(EngineError) {
    try execute("CREATE OR REPLACE TEMPORARY VIEW \(identifier: name) AS \(sql: query)")
  }
}
