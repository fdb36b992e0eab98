/// Why a lake could not be written, read or restored, and what to do about it.
///
/// Its description never shows a key, nor a value of a return.
public struct LakeError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Reason: Hashable, Sendable {
    /// There is no lake at the path, or one of another version.
    case notALake
    /// The lake was made in another way: under another agreement, with another key, of another kind.
    case otherLake
    /// The folder cannot be written, or has no room.
    case notWritable
    /// A file of the lake is missing, or is not as it was written.
    case damaged
    /// The lake is encrypted, and the key was not given or does not open it.
    case key
    /// The store or the lake is not as this needs it.
    case unfit
    /// Where the engine is, or what it was asked, is not allowed.
    case notAllowed
  }

  /// The kind of failure.
  public let reason: Reason
  /// What happened and what to do, as a sentence.
  public let description: String

  /// A failure.
  public init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
