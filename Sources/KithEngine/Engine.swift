/// A database engine with one database open.
///
/// ```swift
/// let engine = try Engine(.duckDB())
/// let connection = try engine.connect()
/// let result = try connection.query("SELECT count(*) AS n FROM \(parquet: path)")
/// let n = try result.integers("n")[0]
/// ```
///
/// An engine may be handed to any thread; each takes a ``Connection`` of its own. The database closes when the engine and its
/// last connection are gone.
public struct Engine: Sendable {
  private let database: Database

  /// Loads the driver and opens the database.
  public init(_ configuration: EngineConfiguration) throws(EngineError) {
    database = try Database(configuration)
  }

  init(of database: Database) { self.database = database }

  /// How this engine's SQL differs.
  public var dialect: Dialect { database.driver.dialect }

  /// Opens a connection.
  public func connect() throws(EngineError) -> Connection { try Connection(to: database) }
}
