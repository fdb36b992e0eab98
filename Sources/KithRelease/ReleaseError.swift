/// Why figures cannot be released.
public struct ReleaseError: Error, Hashable, Sendable, CustomStringConvertible {
  /// What kind of reason it is.
  public enum Kind: Hashable, Sendable {
    /// The figures, or what was given with them, cannot be read.
    case unreadable
    /// They were read, and must not leave as they are.
    case refused
  }

  /// The kind of reason.
  public let kind: Kind
  /// What is wrong, and what to do. It shows no count.
  public let description: String
  /// What a screening of the pair found, a line each; none where it came to no pair.
  public let findings: [String]

  static func unreadable(_ description: String) -> ReleaseError {
    ReleaseError(kind: .unreadable, description: description, findings: [])
  }

  static func refused(_ description: String, findings: [String] = []) -> ReleaseError {
    ReleaseError(kind: .refused, description: description, findings: findings)
  }
}
