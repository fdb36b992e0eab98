import KithStatistics

/// What a pair's agreement in one respect adds to its weight, in bits.
public struct WeightStep: Hashable, Sendable {
  /// The field, or `start`, `siblings`.
  public let field: String
  /// In words.
  public let title: String
  /// The level of agreement in words.
  public let level: String
  /// What it adds: a weight of 1 doubles the odds that the pair is of one child.
  public let weight: Double
}

extension MatchModel {
  /// The steps that lead to the weight of a pair: from the odds of any pair, through each field, to the siblings that it
  /// may be instead. Their sum is the pair's weight.
  ///
  /// `levels` are numbers of levels, 0 where missing; `frequencies` the shares of records with the value that both records
  /// hold, where the comparison has such (Fellegi and Sunter 1969, section 3.3.1).
  public func steps(levels: [Int], frequencies: [Double?]) -> [WeightStep] {
    let others = 1 - sameShare - siblingShare
    var steps = [
      WeightStep(
        field: "start", title: "any pair", level: "before anything is compared", weight: log2(sameShare / others))
    ]
    var household = siblingShare / others
    for (place, comparison) in design.comparisons.enumerated() {
      let ratio = ratios(place, levels[place], frequencies[place])
      household *= ratio.siblings
      steps.append(
        WeightStep(
          field: comparison.name, title: comparison.title,
          level: levels[place] == 0 ? "missing" : comparison.levels[levels[place] - 1].words, weight: log2(ratio.same)))
    }
    guard siblings != nil else { return steps }
    return steps + [
      WeightStep(
        field: "siblings", title: "brothers and sisters", level: "two children of one household agree so too",
        weight: -log2(1 + household))
    ]
  }

  /// The weight of a pair, in bits: the logarithm to base 2 of the odds that it is of one child.
  public func weight(levels: [Int], frequencies: [Double?]) -> Double {
    let others = 1 - sameShare - siblingShare
    var (same, household) = (sameShare / others, siblingShare / others)
    for place in levels.indices {
      let ratio = ratios(place, levels[place], frequencies[place])
      same *= ratio.same
      household *= ratio.siblings
    }
    return log2(same / (1 + household))
  }

  /// How much more often pairs of one child, and of siblings, are at a level than others are.
  private func ratios(_ field: Int, _ level: Int, _ frequency: Double?) -> (same: Double, siblings: Double) {
    guard level > 0 else { return (1, 1) }
    let u = others[field][level - 1]
    let (m, s) = (same[field][level - 1], siblings?[field][level - 1] ?? u)
    guard design.comparisons[field].levels[level - 1].isSameValue, let frequency, frequency > 0 else {
      return (m / u, s / u)
    }
    // Siblings share a value, which then is as telling of them as of one child; or have it in common by chance.
    let shared = max(0, (s - u) / (1 - u))
    return (m / frequency, shared / frequency + 1 - shared)
  }

  private func log2(_ x: Double) -> Double { Mathematics.logarithm(x) / Mathematics.logarithm(2) }
}

/// The probability of a weight in bits.
func probability(ofWeight weight: Double) -> Double { 1 / (1 + Mathematics.power(2, -weight)) }

/// The weight in bits of a probability.
func weight(ofProbability probability: Double) -> Double {
  Mathematics.logarithm(probability / (1 - probability)) / Mathematics.logarithm(2)
}
