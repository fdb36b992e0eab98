/// Pairs that share a child and of which one at most is right, because their other children stand in one return.
///
/// A pair's probability is that of its odds against the odds of all its rivals. So twins of one sex, whom nothing tells apart
/// without a number, have the same odds, and neither is linked.
struct Rivals {
  private let scored: [ScoredPair]
  private let numbers: (left: [Int], right: [Int])
  private let children: [KnownChild]
  private let model: MatchModel

  init(
    _ scored: [ScoredPair], _ numbers: (left: [Int], right: [Int]), _ children: [KnownChild], _ model: MatchModel
  ) {
    self.scored = scored
    self.numbers = numbers
    self.children = children
    self.model = model
  }

  /// The pairs as links by weight.
  var links: [CandidateLink] {
    var pairs: [Int: [(other: Int, odds: Double)]] = [:]
    for pair in scored {
      let (a, b) = ends(of: pair)
      pairs[a, default: []].append((b, odds(pair)))
      pairs[b, default: []].append((a, odds(pair)))
    }
    return scored.map { pair in
      let (a, b) = ends(of: pair)
      let rivals = rivals(of: b, among: pairs[a] ?? []) + rivals(of: a, among: pairs[b] ?? [])
      return CandidateLink(
        first: min(a, b), second: max(a, b), rank: nil, rule: "agreement, by weight", weight: pair.weight,
        probability: odds(pair) / (1 + odds(pair) + rivals), agreement: AgreementTrail(model, pair, rivals: rivals).text
      )
    }
  }

  private func ends(of pair: ScoredPair) -> (Int, Int) { (numbers.left[pair.left], numbers.right[pair.right]) }

  /// The odds of those who stand in one return with a child.
  private func rivals(of child: Int, among others: [(other: Int, odds: Double)]) -> Double {
    others.reduce(0) { sum, rival in
      let isRival = rival.other != child && !children[rival.other].returns.isDisjoint(with: children[child].returns)
      return isRival ? sum + rival.odds : sum
    }
  }

  /// The odds of a pair; beyond 40 bits nothing is surer.
  private func odds(_ pair: ScoredPair) -> Double {
    let p = probability(ofWeight: min(pair.weight, 40))
    return p / (1 - p)
  }
}
