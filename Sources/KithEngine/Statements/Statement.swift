import CArrow

/// A statement being prepared and run. It lives as long as what it holds for the driver is needed.
final class Statement {
  let sql: SQL?
  private let connection: Connection
  private let pointer: UnsafeMutablePointer<AdbcStatement>
  private var bound: OwnedRecord?

  /// A statement with nothing in it yet.
  init(_ sql: SQL?, empty connection: Connection) throws(EngineError) {
    self.sql = sql
    self.connection = connection
    pointer = UnsafeMutablePointer<AdbcStatement>.allocate(capacity: 1)
    pointer.initialize(to: AdbcStatement())
    let (statement, driver) = (pointer, connection.driver)
    try driver.perform(driver.functions.StatementNew, "make a statement") {
      $0(connection.address.pointer, statement, $1)
    }
    pointer.pointee.private_driver = driver.table
  }

  /// A statement with its text and parameters, ready to run.
  convenience init(_ sql: SQL, on connection: Connection) throws(EngineError) {
    try self.init(sql, empty: connection)
    let text = sql.wholeText(in: connection.dialect)
    try perform(functions.StatementSetSqlQuery, "run SQL") { $0($1, text, $2) }
    let parameters = sql.parameters
    guard !parameters.isEmpty else { return }
    try perform(functions.StatementPrepare, "prepare a statement") { $0($1, $2) }
    try bind(try OwnedRecord(parameters: parameters))
  }

  deinit {
    try? perform(functions.StatementRelease, "release a statement") { $0($1, $2) }
    pointer.deallocate()
  }

  private var functions: AdbcDriver { connection.driver.functions }

  func set(_ option: String, _ value: String) throws(EngineError) {
    try perform(functions.StatementSetOption, "take options") { $0($1, option, value, $2) }
  }

  /// Gives the driver a record: parameters, or columns to ingest.
  func bind(_ record: OwnedRecord) throws(EngineError) {
    bound = record
    try perform(functions.StatementBind, "bind parameters") { $0($1, record.array, record.schema, $2) }
    record.wasGiven()
  }

  /// Runs the statement; the number of rows changed, where the driver tells it.
  func execute() throws(EngineError) -> Int? {
    var rows: Int64 = -1
    try perform(functions.StatementExecuteQuery, "run a statement") { $0($1, nil, &rows, $2) }
    return rows < 0 ? nil : Int(rows)
  }

  /// Runs the statement and reads its result.
  func stream() throws(EngineError) -> ResultStream {
    let stream = UnsafeMutablePointer<ArrowArrayStream>.allocate(capacity: 1)
    stream.initialize(to: ArrowArrayStream())
    do {
      try perform(functions.StatementExecuteQuery, "run a query") { $0($1, stream, nil, $2) }
    } catch {
      stream.deallocate()
      throw error
    }
    return try ResultStream(stream, of: self)
  }

  func failure(reading stream: UnsafeMutablePointer<ArrowArrayStream>, code: Int32) -> EngineError {
    EngineError(DriverFailure.of(stream, code: code), running: sql, in: connection.dialect)
  }

  private func perform<Function>(
    _ function: Function?, _ task: StaticString,
    _ call: (Function, UnsafeMutablePointer<AdbcStatement>, UnsafeMutablePointer<AdbcError>) -> AdbcStatusCode
  ) throws(EngineError) {
    let pointer = pointer
    try connection.driver.perform(function, task, running: sql) { call($0, pointer, $1) }
  }
}
