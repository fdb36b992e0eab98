import KithEngine
import Testing

@testable import KithLinkage

/// A design of three fields: a name, a code that siblings share, and sex.
private let design = LinkageDesign(
  comparisons: [
    FieldComparison(
      "name", "name", of: "name", siblings: .byChance, frequency: "name_share",
      levels: [
        .same("name", start: 0.8, siblings: 0.1),
        AgreementLevel("like", "alike", when: "l.name_start = r.name_start", start: 0.1, siblings: 0.1),
        .differs(start: 0.1, siblings: 0.8),
      ]),
    .category("place", "place"), .sex("sex", "sex"),
  ],
  rules: [
    BlockingRule("name", "l.name = r.name", levels: ["name": ["exact"]]),
    BlockingRule("place", "l.place = r.place", levels: ["place": ["exact"]]),
  ])

/// Shares of levels that a model is to find again.
private let same: AgreementShares = [[0.85, 0.1, 0.05], [0.9, 0.1], [0.98, 0.02]]
private let siblings: AgreementShares = [[0.01, 0.02, 0.97], [0.95, 0.05], [0.5, 0.5]]
private let others: AgreementShares = [[0.01, 0.02, 0.97], [0.001, 0.999], [0.5, 0.5]]

/// How many pairs show each pattern when pairs of each class are as many as said.
private func counts(same matches: Double, siblings household: Double, others rest: Double) -> PairCounts {
  let parts = [(same, matches), (siblings, household), (others, rest)]
  var found: [(pattern: Int, count: Int)] = []
  for name in 0..<3 {
    for place in 0..<2 {
      for sex in 0..<2 {
        let pairs = parts.reduce(0.0) { $0 + $1.1 * $1.0[0][name] * $1.0[1][place] * $1.0[2][sex] }
        let pattern = zip([name + 1, place + 1, sex + 1], design.space.steps).reduce(0) { $0 + $1.0 * $1.1 }
        found.append((pattern, Int(pairs.rounded())))
      }
    }
  }
  return PairCounts(found, of: design, total: matches + household + rest)
}

@Suite("The model of how pairs agree")
struct MatchModelTests {
  @Test("estimation finds the shares again from the pairs that the rules find, and their number")
  func recovered() {
    let model = MatchModel.fitted(
      to: counts(same: 8_000_000, siblings: 5_000_000, others: 1_000_000_000), of: design, others: others,
      missing: [0, 0, 0], matches: 3_000_000)
    #expect(model.isSettled)
    #expect(abs(model.expectedMatches / 8_000_000 - 1) < 0.01)
    for (found, known) in zip(model.same.joined(), same.joined()) { #expect(abs(found - known) < 0.005) }
    #expect(abs((model.siblings?[1][0] ?? 0) - 0.95) < 0.05)
  }

  @Test("without siblings in the data there is no class of them")
  func noSiblings() {
    let model = MatchModel.fitted(
      to: counts(same: 8_000_000, siblings: 0, others: 1_000_000_000), of: design, others: others,
      missing: [0, 0, 0], matches: 3_000_000)
    #expect(model.siblings == nil)
    #expect(abs(model.expectedMatches / 8_000_000 - 1) < 0.01)
  }

  @Test("shares that are known from elsewhere stay, and the others are learnt beside them")
  func known() {
    let model = MatchModel.fitted(
      to: counts(same: 8_000_000, siblings: 5_000_000, others: 1_000_000_000), of: design, others: others,
      missing: [0, 0, 0], matches: 3_000_000, known: [1: same[1]])
    #expect(model.same[1] == same[1])
    #expect(model.isSettled && abs(model.expectedMatches / 8_000_000 - 1) < 0.01)
    for place in [0, 2] {
      for (found, known) in zip(model.same[place], same[place]) { #expect(abs(found - known) < 0.005) }
    }
  }

  @Test("the steps of a pair sum to its weight; a rare value weighs more, and missing nothing")
  func steps() {
    let model = MatchModel.fitted(
      to: counts(same: 8_000, siblings: 5_000, others: 1_000_000), of: design, others: others, missing: [0, 0, 0],
      matches: 3_000)
    for levels in [[1, 1, 1], [3, 1, 2], [0, 2, 0]] {
      for share in [0.0001, 0.05] {
        let steps = model.steps(levels: levels, frequencies: [share, nil, nil])
        #expect(
          abs(steps.reduce(0) { $0 + $1.weight } - model.weight(levels: levels, frequencies: [share, nil, nil])) < 1e-9)
      }
    }
    let weight = { (share: Double) in model.weight(levels: [1, 1, 1], frequencies: [share, nil, nil]) }
    #expect(weight(0.0001) > weight(0.05) + 5)
    #expect(model.steps(levels: [0, 2, 0], frequencies: [nil, nil, nil])[1].weight == 0)
  }

  @Test("the same counts give the same model to the bit")
  func repeatable() {
    let fit = {
      MatchModel.fitted(
        to: counts(same: 8_000, siblings: 5_000, others: 1_000_000), of: design, others: others, missing: [0, 0, 0],
        matches: 3_000)
    }
    #expect(fit().same == fit().same && fit().logLikelihood == fit().logLikelihood)
  }

  @Test("the share that no rule finds is that of all patterns that none holds")
  func unseen() {
    let sets: [[Set<Int>?]] = [[[1], [1], nil], [[1, 2], nil, [1]], [nil, nil, [2]]]
    let shares = [[0.1, 0.4, 0.3, 0.2], [0.2, 0.5, 0.3], [0.05, 0.6, 0.35]]
    let blocks = BlockUnion(sets, space: design.space)
    var (whole, first) = (0.0, [0.0, 0.0, 0.0, 0.0])
    for a in 0..<4 {
      for b in 0..<3 {
        for c in 0..<3 where !blocks.contains([a, b, c]) {
          whole += shares[0][a] * shares[1][b] * shares[2][c]
          first[a] += shares[0][a] * shares[1][b] * shares[2][c]
        }
      }
    }
    let outside = blocks.outside(shares)
    #expect(abs(outside.whole - whole) < 1e-12)
    for (found, known) in zip(outside.levels[0], first) { #expect(abs(found - known) < 1e-12) }
  }
}
