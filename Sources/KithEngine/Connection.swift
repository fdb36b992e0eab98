import CArrow

/// A connection to a database: one thread of work on it, and of transactions.
///
/// It is not `Sendable`: one task uses it at a time, and its calls return when the work is done. Another thread
/// may stop that work through ``cancellation``.
public final class Connection {
  /// Stops what the connection is doing, from any thread.
  public let cancellation: Cancellation
  let database: Database
  let address: SharedAddress<AdbcConnection>
  var isInTransaction = false
  /// The schema of the tables that the connection keeps, where the engine has no tables of a connection's own.
  private var scratch: String?

  init(to database: Database) throws(EngineError) {
    self.database = database
    address = try database.connect()
    cancellation = Cancellation(of: address, through: database.driver)
  }

  deinit {
    cancellation.close()
    let connection = address.pointer
    if let scratch { try? driver.run("DROP SCHEMA IF EXISTS \(scratch) CASCADE", on: connection) }
    try? driver.perform(driver.functions.ConnectionRelease, "close a connection") { $0(connection, $1) }
    connection.deallocate()
  }

  /// How this engine's SQL differs.
  public var dialect: Dialect { driver.dialect }

  /// The engine that the connection is to, of which another thread takes a connection of its own.
  public var engine: Engine { Engine(of: database) }

  var driver: Driver { database.driver }

  /// Stops what the connection is doing.
  public func cancel() throws(EngineError) { try cancellation.cancel() }

  /// Runs a statement for what it does. Returns the number of rows changed, where the driver tells it.
  @discardableResult
  public func execute(_ sql: SQL) throws(EngineError) -> Int? {
    try Statement(sql, on: self).execute()
  }

  /// Runs a statement and keeps the whole of its result in memory, as the engine laid it out.
  public func query(_ sql: SQL) throws(EngineError) -> ResultTable {
    let stream = try Statement(sql, on: self).stream()
    var batches: [Batch] = []
    while let batch = try stream.next() { batches.append(batch) }
    return ResultTable(schema: stream.schema, batches: batches)
  }

  /// Runs a statement and hands over its result in parts, for results that need not fit in memory.
  ///
  /// Each part is a table of at least one row. There is no call for an empty result.
  public func forEachBatch(_ sql: SQL, _ body: (ResultTable) throws -> Void) throws {
    let stream = try Statement(sql, on: self).stream()
    while let batch = try stream.next() {
      try body(ResultTable(schema: stream.schema, batches: [batch]))
    }
  }

  /// Makes the schema of the connection's own tables, once, under a name that no other connection has.
  func useScratch() throws(EngineError) {
    guard scratch == nil else { return }
    let name = "kith_" + String(UInt64.random(in: .min ... .max), radix: 36)
    try execute("CREATE SCHEMA \(identifier: name)")
    scratch = name
    try execute("USE \(identifier: name)")
  }

  func setOption(_ option: String, _ value: String) throws(EngineError) {
    let connection = address.pointer
    try driver.perform(driver.functions.ConnectionSetOption, "take options") { $0(connection, option, value, $1) }
  }
}
