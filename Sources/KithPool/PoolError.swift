/// Why a package could not be made or a pool not be worked on, and what to do about it.
///
/// Its description never shows a key, a token, nor a value of a return.
public struct PoolError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Reason: Hashable, Sendable {
    /// There is no pool at the path, or one of another version.
    case notAPool
    /// There is nothing to send, or what is to be sent is not what was previewed.
    case nothingToSend
    /// The keys do not fit.
    case key
    /// Packages do not stand as this needs them.
    case unfit
    /// A file cannot be read or written.
    case file
    /// Another program is at work on the pool.
    case busy
  }

  /// The kind of failure.
  public let reason: Reason
  /// What happened and what to do, as a sentence.
  public let description: String

  init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
