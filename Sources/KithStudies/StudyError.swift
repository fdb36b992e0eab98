/// Why a study cannot be made, and what to do about it. It never shows a value of a record.
public struct StudyError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Reason: Hashable, Sendable {
    /// A file is not there, or is not what it should be.
    case unreadable
    /// A file lacks a column, or a column holds what it may not.
    case column
    /// There is too little to say anything.
    case tooLittle
    /// Variables say the same, so that their effects cannot be told apart.
    case collinear
    /// A fit by steps did not settle.
    case unsettled
    /// Something named is not there.
    case unknown
  }

  /// The kind of failure.
  public let reason: Reason
  /// What happened and what to do, as a sentence.
  public let description: String

  /// Why, and what to do about it.
  public init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
