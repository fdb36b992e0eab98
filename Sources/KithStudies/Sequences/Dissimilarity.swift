/// How unlike two sequences are.
public enum Dissimilarity: Sendable {
  /// The least cost of turning one into the other: A. Abbott and J. Forrest, "Optimal matching methods for historical sequences", Journal of
  /// Interdisciplinary History 16 (1986), by S. B. Needleman and C. D. Wunsch's recurrence (1970).
  case optimalMatching(SubstitutionCosts)
  /// The cost of the places at which they differ (R. W. Hamming, 1950); for sequences of one length.
  case hamming(SubstitutionCosts)
  /// The same with costs that change with time: 4 less the four rates of transition between the two states about the moment, those at the ends
  /// counted twice. L. Lesnard, "Setting cost in optimal matching to uncover contemporaneous socio-temporal patterns", Sociological Methods &
  /// Research 38 (2010), equation (3).
  case dynamicHamming
  /// Both lengths less twice that of the longest common subsequence (C. H. Elzinga, 2008).
  case longestCommonSubsequence
  /// Both lengths less twice that of the common beginning.
  case longestCommonPrefix
  /// Optimal matching of runs, an expansion or compression of a run by one unit costing `expansion`: M. Studer and G. Ritschard, "What matters in
  /// differences between life trajectories", JRSS A 179 (2016), section 3.2.
  case optimalMatchingOfSpells(SubstitutionCosts, expansion: Double)
}

/// How a distance is set against the lengths of the sequences.
///
/// C. H. Elzinga, "Distance, similarity and sequence comparison", in P. Blanchard et al. (eds), Advances in Sequence Analysis (2014); L. Yujian and
/// L. Bo, "A normalized Levenshtein distance metric", IEEE PAMI 29 (2007), equation (3).
public enum DistanceNorm: String, Sendable, CaseIterable {
  /// By the longer length.
  case longest
  /// One less similarity over the geometric mean of the lengths.
  case geometricMean
  /// By the greatest possible distance.
  case greatest
  /// 2d / (sum of lengths + d).
  case yujianBo

  func of(_ distance: Double, lengths: (Int, Int), _ costs: SubstitutionCosts) -> Double {
    let (a, b) = (Double(lengths.0) * costs.indel, Double(lengths.1) * costs.indel)
    let each = min(costs.highest, 2 * costs.indel)
    let greatest = abs(a - b) + each * Double(min(lengths.0, lengths.1))
    guard max(a, b) > 0 else { return 0 }
    switch self {
    case .longest: return distance / max(a, b)
    case .geometricMean: return a * b == 0 ? 1 : 1 - (greatest - distance) / (2 * (a * b).squareRoot())
    case .greatest: return greatest == 0 ? 0 : distance / greatest
    case .yujianBo: return 2 * distance / (a + b + distance)
    }
  }
}
