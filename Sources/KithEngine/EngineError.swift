/// Why the engine could not do what it was asked.
///
/// Its description never shows a value that was bound to the statement, nor one that the driver quotes from the data: logs
/// and screenshots outlive the session, and a value may identify a child. ``driverMessage`` is there for a page that
/// the user asked to see.
public struct EngineError: Error, Hashable, Sendable {
  /// The kind of failure.
  public let reason: Reason
  /// What went wrong, in the driver's words with the values left out, or in Kith's.
  public let message: String
  /// The driver's status.
  public let status: Status?
  /// The driver's SQLSTATE, where it gives one.
  public let sqlState: String?
  /// The text of the statement, with `?` for what was bound.
  public let statement: String?
  /// The driver's own words, which may hold values. Never log them.
  public let driverMessage: String?

  /// The kinds of failure.
  public enum Reason: Hashable, Sendable {
    /// The driver's library is not there, or is not one.
    case missingDriver
    /// The driver says that something went wrong.
    case driver
    /// The driver does not offer what was asked.
    case notOffered
    /// The result has no such column, or the column is of another type.
    case column
    /// The columns to ingest do not fit together.
    case ingest
    /// A transaction within a transaction.
    case transaction
    /// A setting of the environment cannot be read.
    case setting
  }

  init(_ reason: Reason, _ message: String, statement: String? = nil) {
    self.reason = reason
    self.message = message
    self.statement = statement
    status = nil
    sqlState = nil
    driverMessage = nil
  }

  init(_ failure: DriverFailure, running sql: SQL? = nil, in dialect: Dialect = .duckDB) {
    reason = .driver
    let words = MessageMask(hiding: sql?.hidden ?? []).masked(failure.message)
    let isLost = dialect == .spark && Self.signsOfLoss.contains(where: words.contains)
    message =
      isLost
      ? "Spark does not answer: it is not there, or was lost on the way. What it read is as it was; start it and run the same command again. (\(words))"
      : words
    status = failure.status
    sqlState = failure.sqlState
    statement = sql?.text(in: dialect)
    driverMessage = failure.message
  }

  /// What a driver says when the server is not there, or went away.
  private static let signsOfLoss = [
    "connection error", "error reading from server", "Unavailable", "transport is closing", "connection refused",
    "code = Canceled", "session was closed", "SESSION_CLOSED", "SparkContext was shut down",
    "stopped SparkContext", "INVALID_HANDLE", "cancelled because SparkContext", "EOF",
  ]

  /// Whether the work was stopped by ``Cancellation/cancel()``.
  public var isCancellation: Bool { status == .cancelled }
}

extension EngineError: CustomStringConvertible {
  /// What went wrong, and in which statement.
  public var description: String { statement.map { "\(message)\nin the statement: \($0)" } ?? message }
}

extension EngineError {
  /// How a driver classes a failure.
  public enum Status: UInt8, Hashable, Sendable {
    /// Anything not named here.
    case unknown = 1
    /// The driver does not do this.
    case notImplemented = 2
    /// Something named is not there.
    case notFound = 3
    /// Something to be made is there already.
    case alreadyExists = 4
    /// The request, most often its SQL, does not make sense.
    case invalidArgument = 5
    /// The request came at the wrong time.
    case invalidState = 6
    /// The data does not fit.
    case invalidData = 7
    /// A constraint of the data was broken.
    case integrity = 8
    /// A mistake of the driver's own.
    case `internal` = 9
    /// Reading or writing failed.
    case io = 10
    /// The work was cancelled.
    case cancelled = 11
    /// The work took too long.
    case timeout = 12
    /// The engine does not know who asks.
    case unauthenticated = 13
    /// The engine does not allow it.
    case unauthorized = 14

    init(code: UInt8) { self = Status(rawValue: code) ?? .unknown }
  }
}
