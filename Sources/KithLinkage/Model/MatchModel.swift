import KithStatistics

/// How likely each level of agreement is in a class of pairs: for each comparison the shares of its levels, missing left
/// out, which sum to 1.
public typealias AgreementShares = [[Double]]

/// What has been learnt of how pairs agree: pairs of one child, of two children of one household, and of any two others.
///
/// I. P. Fellegi and A. B. Sunter, "A theory for record linkage", JASA 64 (1969), with the third class of W. E. Winkler,
/// "Improved decision rules in the Fellegi–Sunter model of record linkage" (1993), and of M. D. Larsen and D. B. Rubin,
/// "Iterative automated record linkage using mixture models", JASA 96 (2001): without it brothers and sisters, who agree on
/// surname and postcode, pass for one child.
public struct MatchModel: Sendable {
  /// What was compared.
  public let design: LinkageDesign
  /// The number of all pairs.
  public let pairs: Double
  /// The shares of levels in pairs of one child (m).
  public internal(set) var same: AgreementShares
  /// The places of comparisons whose shares in pairs of one child are known from elsewhere.
  var known: Set<Int> = []
  /// The shares in pairs of siblings; nil where the data show no such class.
  public internal(set) var siblings: AgreementShares?
  /// The shares in pairs of any two others (u).
  public let others: AgreementShares
  /// The share of pairs in which each comparison is missing.
  public let missing: [Double]
  /// The share of all pairs that are of one child.
  public internal(set) var sameShare: Double
  /// The share of all pairs that are of siblings.
  public internal(set) var siblingShare: Double
  /// How well the model fits: the logarithm of the likelihood of the counts.
  public internal(set) var logLikelihood: Double
  /// How many rounds estimation took.
  public internal(set) var rounds: Int
  /// Whether estimation came to rest before it was stopped.
  public internal(set) var isSettled: Bool

  /// The number of pairs of one child that the model expects, found by the blocking rules or not.
  public var expectedMatches: Double { pairs * sameShare }
}

extension MatchModel {
  /// The model from which estimation starts.
  init(
    start design: LinkageDesign, others: AgreementShares, missing: [Double], pairs: Double, matches: Double,
    withSiblings: Bool
  ) {
    self.design = design
    self.pairs = pairs
    self.others = others
    self.missing = missing
    same = design.comparisons.map { Self.whole($0.levels.map(\.start)) }
    let learnt = zip(design.comparisons, others).map { comparison, share in
      comparison.siblings == .byChance ? share : Self.whole(comparison.levels.map(\.siblings))
    }
    siblings = withSiblings ? learnt : nil
    sameShare = min(0.5, matches / pairs)
    siblingShare = withSiblings ? min(0.25, matches / pairs / 2) : 0
    logLikelihood = -.infinity
    rounds = 0
    isSettled = false
  }

  static func whole(_ parts: [Double]) -> [Double] {
    let total = parts.reduce(0, +)
    return parts.map { $0 / total }
  }
}
