/// Why records could not be encoded, matched or evaluated, and what to do about it.
///
/// Its description never shows a key, nor a value of a record.
public struct LinkageError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of failure.
  public enum Reason: Hashable, Sendable {
    /// The linkage schema is not one, or asks for what cannot be done.
    case schema
    /// The records do not fit the schema.
    case records
    /// The key is missing, weak, or open to others.
    case key
    /// The encodings cannot be read, or do not belong together.
    case encodings
    /// The truth, the pairs or the characteristics do not fit each other.
    case evaluation
    /// A file cannot be read or written.
    case file
    /// More would be held than memory is meant to hold.
    case tooMany
    /// What is asked for is not lawful without an agreement.
    case refused
  }

  /// The kind of failure.
  public let reason: Reason
  /// What happened and what to do, as a sentence.
  public let description: String

  /// A failure of a kind, in a sentence.
  public init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
