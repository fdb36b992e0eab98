import CArrow

extension Connection {
  /// Runs the work as one transaction: all of it holds when it returns, and none of it when it throws.
  public func transaction<Outcome>(_ work: () throws -> Outcome) throws -> Outcome {
    try begin()
    do {
      let outcome = try work()
      try finish(driver.functions.ConnectionCommit, "commit a transaction")
      return outcome
    } catch {
      // The first failure is the one to tell; a connection that cannot roll back loses the work when it closes.
      try? finish(driver.functions.ConnectionRollback, "roll a transaction back")
      throw error
    }
  }

  private func begin() throws(EngineError) {
    guard !isInTransaction else { throw EngineError(.transaction, "a transaction is open on this connection already") }
    try setOption(ADBC_CONNECTION_OPTION_AUTOCOMMIT, ADBC_OPTION_VALUE_DISABLED)
    isInTransaction = true
  }

  private func finish(_ end: ConnectionFunction?, _ task: StaticString) throws(EngineError) {
    guard isInTransaction else { return }
    let connection = address.pointer
    try driver.perform(end, task) { $0(connection, $1) }
    isInTransaction = false
    try setOption(ADBC_CONNECTION_OPTION_AUTOCOMMIT, ADBC_OPTION_VALUE_ENABLED)
  }

  private typealias ConnectionFunction =
    @convention(c) (UnsafeMutablePointer<AdbcConnection>?, UnsafeMutablePointer<AdbcError>?) -> AdbcStatusCode
}
