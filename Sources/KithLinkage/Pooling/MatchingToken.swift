import Crypto
import KithTables

/// What stands for a child's pupil number in a pool: who has not the linkage key can only see that two are the same.
public struct MatchingToken: Hashable, Sendable {
  /// The collection that knows the child: `ssda903` or `cin`.
  public let collection: String
  /// The authority's identifier of the child. It stays with the authority.
  public let child: String
  /// The token of the pupil number.
  public let token: String
  /// Tokens of the year, the month, the day, and of month and day in any order, of birth; each is bound to the pupil number, so
  /// that births can be compared of two children of one number and of no others. Nil where the birth is not known or not agreed.
  public let birth: BirthTokens?
  /// Whether the child was handed over to another authority (REC E3, ReasonForClosure RC5).
  public let hasMoved: Bool

  init(collection: String, child: String, token: String, birth: BirthTokens?, hasMoved: Bool) {
    self.collection = collection
    self.child = child
    self.token = token
    self.birth = birth
    self.hasMoved = hasMoved
  }
}

/// The tokens of the parts of a day of birth.
public struct BirthTokens: Hashable, Sendable {
  /// The tokens of year, month, day, and month with day in any order.
  public let parts: [String]

  /// How two days of birth agree.
  public enum Agreement: Hashable, Sendable {
    /// They are the same.
    case same
    /// They differ in a usual way: in one part, or with month and day in each other's place.
    case usual
    /// They have too little in common.
    case other
  }

  /// Tokens as they were written; nil where they are not four.
  public init?(_ parts: [String]) {
    guard parts.count == 4 else { return nil }
    self.parts = parts
  }

  /// How two days agree.
  public func agreement(with other: BirthTokens) -> Agreement {
    let same = zip(parts, other.parts).map(==)
    switch same[..<3].count(where: { $0 }) {
    case 3: return .same
    case 2: return .usual
    default: return same[0] && same[3] ? .usual : .other
    }
  }
}

/// Makes matching tokens, the same for every authority that has the key under one agreement.
///
/// HMAC with SHA-256 (RFC 2104), of which 128 bits are kept; the kind of value stands before it with U+001F between, and the key
/// is derived for the agreement, so that tokens made under another one are others.
struct TokenMaker: Sendable {
  private let key: SymmetricKey

  init(_ key: LinkageKey, agreement hash: String) {
    self.key = SymmetricKey(data: key.poolKey(agreement: hash))
  }

  /// The token of a pupil number.
  func token(_ number: String) -> String { code(["upn", number], bytes: 16) }

  /// The tokens of a day of birth, bound to a pupil number.
  func birth(_ day: Day, of number: String) -> BirthTokens? {
    let civil = day.civil
    let parts: [[String]] = [
      ["year", number, "\(civil.year)"], ["month", number, "\(civil.month)"], ["day", number, "\(civil.day)"],
      ["either", number, "\(min(civil.day, civil.month))", "\(max(civil.day, civil.month))"],
    ]
    return BirthTokens(parts.map { code($0, bytes: 8) })
  }

  private func code(_ parts: [String], bytes: Int) -> String {
    let text = parts.joined(separator: "\u{1F}")
    return Array(HMAC<SHA256>.authenticationCode(for: Array(text.utf8), using: key)).prefix(bytes).hexadecimal
  }
}
