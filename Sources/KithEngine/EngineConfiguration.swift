/// Which database engine to use, and how to start it.
///
/// Passwords and keys belong in ``options``: they are handed to the driver and shown nowhere.
public struct EngineConfiguration: Sendable {
  /// Where the driver's library is.
  public var driver: Driver
  /// The function with which the library introduces itself.
  public var entryPoint: String
  /// The driver's own settings for the database.
  public var options: [String: String]
  /// How this engine's SQL differs.
  public var dialect: Dialect

  /// Where a driver's library is.
  public enum Driver: Hashable, Sendable {
    /// DuckDB, looked for as ``DriverLibrary/duckDB()`` says.
    case duckDB
    /// The library at a path, or of a name that the system finds.
    case library(path: String)
  }

  /// A configuration of any ADBC driver.
  public init(driver: Driver, entryPoint: String, options: [String: String], dialect: Dialect) {
    self.driver = driver
    self.entryPoint = entryPoint
    self.options = options
    self.dialect = dialect
  }

  /// The embedded default: DuckDB on a file, or in memory when there is no path.
  ///
  /// The engine fetches nothing by itself: it neither installs nor loads an extension that it was not told to.
  public static func duckDB(
    path: String? = nil, readOnly: Bool = false, options: [String: String] = [:]
  ) -> EngineConfiguration {
    var settings = ["autoinstall_known_extensions": "false", "autoload_known_extensions": "false"]
    settings["path"] = path ?? ":memory:"
    if readOnly { settings["access_mode"] = "READ_ONLY" }
    settings.merge(options) { _, asked in asked }
    return EngineConfiguration(driver: .duckDB, entryPoint: "duckdb_adbc_init", options: settings, dialect: .duckDB)
  }

  /// A Spark server, through Spark Connect: `uri` as in `sc://host:15002`.
  public static func spark(library path: String, uri: String, options: [String: String] = [:]) -> EngineConfiguration {
    EngineConfiguration(
      driver: .library(path: path), entryPoint: "AdbcDriverSparkInit",
      options: options.merging(["uri": uri]) { asked, _ in asked }, dialect: .spark)
  }
}
