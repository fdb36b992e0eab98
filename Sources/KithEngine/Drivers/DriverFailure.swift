import CArrow

/// What a driver says went wrong, copied out of its own structure.
struct DriverFailure {
  let status: EngineError.Status
  let message: String
  let sqlState: String?

  /// The failure of a call, or nil when it went well.
  static func of(
    from driver: Driver? = nil, _ call: (UnsafeMutablePointer<AdbcError>) -> AdbcStatusCode
  ) -> DriverFailure? {
    var error = AdbcError()
    error.vendor_code = Int32.min
    error.private_driver = driver?.table
    let code = call(&error)
    defer { error.release?(&error) }
    guard code != AdbcStatusCode(ADBC_STATUS_OK) else { return nil }
    let message = error.message.map { String(cString: $0) } ?? "the driver gave no message"
    let status = tellsOfInterruption(message) ? .cancelled : EngineError.Status(code: code)
    return DriverFailure(status: status, message: message, sqlState: sqlState(of: error))
  }

  /// The failure of reading on from a stream of results.
  static func of(_ stream: UnsafeMutablePointer<ArrowArrayStream>, code: Int32) -> DriverFailure {
    let words = stream.pointee.get_last_error?(stream).map { String(cString: $0) }
    let message = words ?? "the driver gave no message (code \(code))"
    let isCancelled = code == cancelledCode || tellsOfInterruption(message)
    return DriverFailure(status: isCancelled ? .cancelled : .unknown, message: message, sqlState: nil)
  }

  /// DuckDB tells of a cancellation in its message alone.
  private static func tellsOfInterruption(_ message: String) -> Bool { message.contains("INTERRUPT Error") }

  private static func sqlState(of error: AdbcError) -> String? {
    let letters = withUnsafeBytes(of: error.sqlstate) { $0.prefix { $0 != 0 }.map { $0 } }
    return letters.isEmpty ? nil : String(decoding: letters, as: UTF8.self)
  }
}
