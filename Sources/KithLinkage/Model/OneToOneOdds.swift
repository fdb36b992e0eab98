import KithStatistics

/// What it says of a pair that each record is linked once at most, and that neither is linked to another.
///
/// Most records of one child in both files find their fellow; so a pair of two records that found none is likelier to be
/// right than its agreement alone says. With a share π of records linked, the odds of a pair of records yet unlinked are those
/// of M. Sadinle, "Bayesian estimation of bipartite matchings for record linkage", JASA 112 (2017), section 3.1: π / (1 − π)
/// for each of the other file's unlinked records, where the model has π for each of all its records.
struct OneToOneOdds {
  let records: (left: Int, right: Int)

  /// The most that it may add to a weight, in bits.
  static let most = 8.0

  /// The links among scored pairs, with what it says added to their weights: counted from those that need no such help.
  func assigned(_ scored: [ScoredPair], above threshold: Double) -> [ScoredPair] {
    let sure = PairAssignment(scored, above: threshold).best
    let added = bonus(linked: sure.count)
    return PairAssignment(scored.map { $0.adding(added) }, above: threshold).best
  }

  /// What a pair of records that have no other gains, in bits, when so many are linked.
  func bonus(linked: Int) -> Double {
    let parts = [records.left, records.right].map { Double($0 - linked + 1) / Double($0 + 2) }
    return min(Self.most, -Mathematics.logarithm(parts[0] * parts[1]) / Mathematics.logarithm(2))
  }
}

extension ScoredPair {
  fileprivate func adding(_ bits: Double) -> ScoredPair {
    ScoredPair(left: left, right: right, levels: levels, frequencies: frequencies, weight: weight + bits)
  }
}
