/// Why records could not be linked, and what to do about it. It never shows a value of a record.
public struct RecordLinkError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Reason: Hashable, Sendable {
    /// A file is not there or is not comma-separated text.
    case unreadable
    /// A file lacks a column.
    case column
    /// Records of one file share an identifier, or lack one.
    case identifier
    /// There is too little to compare.
    case tooLittle
    /// Something named is not there.
    case unknown
    /// Links across an adoption order were asked for.
    case adoption
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
