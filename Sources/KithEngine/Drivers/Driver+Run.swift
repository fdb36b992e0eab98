import CArrow

extension Driver {
  /// Runs a statement on a connection that is about to close, whose owner can no longer be asked.
  func run(_ text: String, on connection: UnsafeMutablePointer<AdbcConnection>) throws(EngineError) {
    let statement = UnsafeMutablePointer<AdbcStatement>.allocate(capacity: 1)
    statement.initialize(to: AdbcStatement())
    defer { statement.deallocate() }
    try perform(functions.StatementNew, "make a statement") { $0(connection, statement, $1) }
    statement.pointee.private_driver = table
    defer { try? perform(functions.StatementRelease, "release a statement") { $0(statement, $1) } }
    try perform(functions.StatementSetSqlQuery, "run SQL") { $0(statement, text, $1) }
    try perform(functions.StatementExecuteQuery, "run a statement") { $0(statement, nil, nil, $1) }
  }
}
