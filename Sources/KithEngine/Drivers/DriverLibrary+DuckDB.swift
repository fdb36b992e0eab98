extension DriverLibrary {
  /// Finds and loads DuckDB: the file that `KITH_DUCKDB` names, else `.deps/lib/libduckdb.so`, else the system's.
  ///
  /// A file that `KITH_DUCKDB` names and that does not load is an error: nothing else is taken in its place.
  public static func duckDB() throws(EngineError) -> DriverLibrary {
    try duckDB(named: environment("KITH_DUCKDB"), among: Folders.projectLibraries, orSystem: systemNames)
  }

  static func duckDB(
    named path: String?, among folders: [String], orSystem names: [String]
  ) throws(EngineError) -> DriverLibrary {
    if let path {
      do {
        return try DriverLibrary(path: path, source: .environment)
      } catch {
        throw EngineError(
          .missingDriver,
          "\(error.message)\nKITH_DUCKDB names it: name a libduckdb.so there, or unset it and run scripts/setup.")
      }
    }
    if let file = folders.map({ $0 + "/libduckdb.so" }).first(where: Folders.isReadable) {
      return try DriverLibrary(path: file, source: .project)
    }
    for name in names {
      if let library = try? DriverLibrary(path: name, source: .system) { return library }
    }
    throw EngineError(.missingDriver, missing)
  }

  #if canImport(Darwin)
    static let systemNames = ["libduckdb.dylib", "/opt/homebrew/lib/libduckdb.dylib", "/usr/local/lib/libduckdb.dylib"]
  #else
    static let systemNames = ["libduckdb.so"]
  #endif

  private static let missing = """
    DuckDB, the database that Kith keeps its tables in, is not on this machine. Do one of these:
    - run scripts/setup in Kith's folder, which puts it into .deps/lib;
    - set KITH_DUCKDB to the path of a libduckdb.so that you have;
    - install DuckDB's library for the whole system (libduckdb.so, or Homebrew's duckdb).
    """
}
