/// Why the register of agreements does not allow what was asked, and what to do about it.
public struct RegisterError: Error, Hashable, Sendable, CustomStringConvertible {
  /// The kinds of refusal.
  public enum Reason: Hashable, Sendable {
    /// The register cannot be read or written.
    case unreadable
    /// There is no such agreement.
    case unknown
    /// The agreement is not in force on the day.
    case notInForce
    /// The agreement does not cover what was asked.
    case notCovered
    /// What was to be entered is not an agreement.
    case unfit
  }

  /// The kind of refusal.
  public let reason: Reason
  /// What happened and what to do, as a sentence.
  public let description: String

  init(_ reason: Reason, _ description: String) {
    self.reason = reason
    self.description = description
  }
}
