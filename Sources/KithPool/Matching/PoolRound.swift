/// What a round of matching came to, in counts: for those who run the pool, and not for release.
public struct PoolRound: Codable, Hashable, Sendable {
  /// Its number, from 1.
  public let number: Int
  /// The day that the user named.
  public let asOf: String
  /// The pool's persons of whom two authorities know.
  public let persons: Int
  /// Links by what agrees.
  public let evidence: Evidence
  /// Links that were refused, by reason.
  public let refused: Refused
  /// Numbers by which nothing was joined, as an authority knows of an adoption order.
  public let barred: Int
  /// What came of it, by authority.
  public let authorities: [Authority]

  /// Links by what agrees.
  public struct Evidence: Codable, Hashable, Sendable {
    /// The pupil number and the day of birth.
    public var sameBirth = 0
    /// The pupil number, and a day of birth that differs in a usual way.
    public var usualBirth = 0
    /// The pupil number, where a day of birth is not known.
    public var numberOnly = 0
  }

  /// Links that were refused.
  public struct Refused: Codable, Hashable, Sendable {
    /// The days of birth have too little in common.
    public var births = 0
    /// One return would name the person twice.
    public var sameReturn = 0
    /// An adoption order stands between, or may.
    public var adoption = 0
  }

  /// What came of it for an authority's children.
  public struct Authority: Codable, Hashable, Sendable {
    /// The authority's three digits.
    public let authority: String
    /// Children in the returns.
    public let children: Int
    /// Known to another authority of the pool.
    public let linked: Int
    /// With a token and known to no other.
    public let single: Int
    /// Without a token.
    public let withoutToken: Int
    /// Handed over to another authority and found there.
    public let movedLinked: Int
    /// Handed over, with a token, and not found: the other authority is not in the pool, or has not returned the child.
    public let movedNotFound: Int
    /// Handed over without a number that gives a token: not resolvable.
    public let movedUnresolvable: Int
  }
}
