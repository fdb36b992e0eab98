import CArrow

/// An ADBC driver's table of functions, filled in by its entry point.
final class Driver: Sendable {
  private let address: SharedAddress<AdbcDriver>
  /// How this driver's engine writes SQL.
  let dialect: Dialect

  /// The driver's functions; an entry may be missing.
  var functions: AdbcDriver { _read { yield address.pointer.pointee } }

  /// The table as the driver's own structures refer to it.
  var table: UnsafeMutablePointer<AdbcDriver> { address.pointer }

  /// Loads a library's driver, as ADBC 1.1 or, when it knows no more, as 1.0.
  init(from library: DriverLibrary, entryPoint: String, dialect: Dialect) throws(EngineError) {
    self.dialect = dialect
    guard let symbol = library.address(of: entryPoint) else {
      throw EngineError(
        .missingDriver, "\(library.path) has no function \(entryPoint): it is not the database driver expected")
    }
    let start = unsafeBitCast(symbol, to: AdbcDriverInit.self)
    let table = UnsafeMutablePointer<AdbcDriver>.allocate(capacity: 1)
    address = SharedAddress(table)
    do {
      try Self.fill(table, with: start)
    } catch {
      table.deallocate()
      throw error
    }
  }

  deinit {
    if let release = functions.release { _ = DriverFailure.of { release(table, $0) } }
    table.deallocate()
  }

  private static func fill(_ table: UnsafeMutablePointer<AdbcDriver>, with start: AdbcDriverInit) throws(EngineError) {
    table.initialize(to: AdbcDriver())
    if DriverFailure.of({ start(Int32(ADBC_VERSION_1_1_0), table, $0) }) == nil { return }
    table.initialize(to: AdbcDriver())
    if let failure = DriverFailure.of({ start(Int32(ADBC_VERSION_1_0_0), table, $0) }) {
      throw EngineError(failure)
    }
  }

  /// Calls one of the driver's functions, and throws what it says went wrong.
  func perform<Function>(
    _ function: Function?, _ task: StaticString, running sql: SQL? = nil,
    _ call: (Function, UnsafeMutablePointer<AdbcError>) -> AdbcStatusCode
  ) throws(EngineError) {
    guard let function else { throw EngineError(.notOffered, "this database driver cannot \(task)") }
    if let failure = DriverFailure.of(from: self, { call(function, $0) }) {
      throw EngineError(failure, running: sql, in: dialect)
    }
  }
}
