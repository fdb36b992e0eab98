import KithTables

/// A secret of 256 bits that nobody can guess, in hexadecimal.
struct Token: Sendable, CustomStringConvertible {
  let description: String

  /// A new one, from the system's source of randomness.
  init() {
    var source = SystemRandomNumberGenerator()
    description = (0..<32).map { _ in UInt8.random(in: .min ... .max, using: &source) }.hexadecimal
  }

  /// Whether a text is this token; the time that it takes does not tell how much of it is right.
  func matches(_ text: String?) -> Bool {
    let (own, other) = (Array(description.utf8), Array((text ?? "").utf8))
    guard own.count == other.count else { return false }
    return zip(own, other).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
  }
}
