import KithStatistics

extension MatchModel {
  /// The model that fits best to the counts, with u as it is given.
  ///
  /// The class of siblings is kept where it lowers Schwarz's criterion (G. Schwarz, "Estimating the dimension of a model",
  /// Annals of Statistics 6 (1978)), and so no setting decides it. `matches` is a guess at the number of pairs of one child
  /// from which estimation starts, and `most` how many there can be. `known` has the shares of levels (m) of comparisons, by
  /// their places, that are known from elsewhere and not learnt.
  static func fitted(
    to counts: PairCounts, of design: LinkageDesign, others: AgreementShares, missing: [Double], matches: Double,
    most: Double = .infinity, rounds: Int = 2_000, known: [Int: [Double]] = [:]
  ) -> MatchModel {
    let models = [true, false].map { withSiblings in
      var model = MatchModel(
        start: design, others: others, missing: missing, pairs: counts.total, matches: matches,
        withSiblings: withSiblings)
      model.known = Set(known.keys)
      for (place, shares) in known { model.same[place] = shares }
      model.estimate(from: counts, limit: rounds, mostShare: most / counts.total)
      return model
    }
    return models[0].criterion < models[1].criterion ? models[0] : models[1]
  }

  /// Schwarz's criterion; smaller is better.
  private var criterion: Double {
    let learnt = design.comparisons.reduce(0) { $0 + ($1.siblings == .learnt ? $1.levels.count - 1 : 0) }
    let free = siblings == nil ? 0 : learnt + 1
    return Double(free) * Mathematics.logarithm(pairs) - 2 * logLikelihood
  }

  /// Expectation and maximisation (A. P. Dempster, N. M. Laird and D. B. Rubin, JRSS B 39 (1977)), in which the pairs that
  /// no blocking rule finds are data whose number alone is known: so blocking biases nothing, and the number of pairs of one
  /// child comes out of it.
  ///
  /// It stops when no share changes by more than 1 in 100,000 of itself, or after so many rounds. The sums run in the order of
  /// the patterns, so that the same counts give the same model to the bit.
  private mutating func estimate(from counts: PairCounts, limit: Int, mostShare: Double) {
    while rounds < limit, !isSettled {
      let before = (sameShare, siblingShare, same)
      let expected = expectations(counts)
      maximise(expected)
      sameShare = min(sameShare, mostShare)
      rounds += 1
      isSettled =
        Self.isNear(before.0, sameShare) && Self.isNear(before.1, siblingShare)
        && zip(before.2.joined(), same.joined()).allSatisfy { abs($0 - $1) < 1e-6 }
    }
  }

  private static func isNear(_ a: Double, _ b: Double) -> Bool { abs(a - b) <= 1e-5 * max(a, b) }

  /// The number of pairs expected at each level in a class, and in the class altogether.
  private struct Expected {
    var levels: [[Double]]
    var whole = 0.0
  }

  private mutating func expectations(_ counts: PairCounts) -> [Expected] {
    let classes = [same] + (siblings.map { [$0] } ?? []) + [others]
    let weights = [sameShare] + (siblings == nil ? [] : [siblingShare]) + [1 - sameShare - siblingShare]
    let shares = classes.map { levels in
      zip(levels, missing).map { levels, missing in [missing] + levels.map { $0 * (1 - missing) } }
    }
    let flat = shares.map { $0.joined() + [1] }
    var sums = flat.map { Array(repeating: 0.0, count: $0.count) }
    let (likelihood, wholes) = counts.cells.expect(flat.map(Array.init), weights, into: &sums)
    var expected = sums.indices.map { Expected(levels: counts.cells.unflattened(sums[$0]), whole: wholes[$0]) }
    logLikelihood = likelihood + addUnseen(counts, shares, weights, to: &expected)
    return expected
  }

  /// Adds the pairs that no rule finds; the logarithm of their likelihood.
  private func addUnseen(
    _ counts: PairCounts, _ shares: [[[Double]]], _ weights: [Double], to expected: inout [Expected]
  ) -> Double {
    let unseen = counts.total - counts.compared
    let outside = shares.map(counts.blocks.outside)
    let sum = zip(weights, outside).reduce(0) { $0 + $1.0 * $1.1.whole }
    guard unseen > 0, sum > 0 else { return 0 }
    for place in shares.indices {
      let factor = unseen * weights[place] / sum
      expected[place].whole += factor * outside[place].whole
      for field in shares[place].indices {
        for level in shares[place][field].indices {
          expected[place].levels[field][level] += factor * outside[place].levels[field][level]
        }
      }
    }
    return unseen * Mathematics.logarithm(sum)
  }

  private mutating func maximise(_ expected: [Expected]) {
    sameShare = expected[0].whole / pairs
    for place in same.indices where !known.contains(place) { same[place] = Self.learnt(expected[0].levels[place]) }
    guard siblings != nil else { return }
    siblingShare = expected[1].whole / pairs
    siblings = zip(design.comparisons.indices, expected[1].levels).map { field, levels in
      design.comparisons[field].siblings == .byChance ? others[field] : Self.learnt(levels)
    }
  }

  /// The shares of levels, missing left out. A tenth of a pair at each level keeps a level that was not met possible.
  static func learnt(_ levels: [Double]) -> [Double] { whole(levels.dropFirst().map { $0 + 0.1 }) }
}
