import KithStatistics

/// Whether groups have the event at different times: those observed in each beside those expected were the groups alike.
///
/// R. Peto and J. Peto, "Asymptotically efficient rank invariant test procedures", JRSS A 135 (1972); the variance is the
/// hypergeometric one of N. Mantel (1966). The weights S(t−)^ρ are those of D. P. Harrington and T. R. Fleming, "A class of
/// rank test procedures for censored survival data", Biometrika 69 (1982), equation (2.2): ρ = 0 is the log-rank test, ρ = 1
/// Peto and Peto's change of Gehan and Wilcoxon's.
public struct LogRank: Sendable {
  /// The events observed in each group, weighted.
  public let observed: [Double]
  /// The events expected in each group were the groups alike, weighted.
  public let expected: [Double]
  /// The variances and covariances of observed less expected.
  public let variance: [[Double]]
  /// The test that the groups are alike; nil where fewer than two groups were at risk when an event came.
  public let test: SurvivalTest?

  /// Compares groups, numbered from zero; in strata where they are given, each being compared within itself.
  public init(_ spells: Spells, groups: [Int], strata: [Int]? = nil, rho: Double = 0) throws(StudyError) {
    let size = (groups.max() ?? -1) + 1
    guard groups.count == spells.count, strata.map({ $0.count == spells.count }) ?? true, groups.allSatisfy({ $0 >= 0 })
    else { throw StudyError(.column, "Each spell needs a group.") }
    guard size > 1 else { throw StudyError(.tooLittle, "There is one group only, so there is nothing to compare.") }
    var sums = LogRankSums(size)
    let parts = strata.map { strata in Dictionary(grouping: spells.stops.indices) { strata[$0] }.values.map { $0 } }
    if let parts {
      for part in parts { sums.add(spells.at(part), part.map { groups[$0] }, rho) }
    } else {
      sums.add(spells, groups, rho)
    }
    observed = sums.observed
    expected = sums.expected
    variance = sums.variance
    let used = (0..<size).filter { sums.variance[$0][$0] > 0 }.dropFirst()
    let differences = used.map { sums.observed[$0] - sums.expected[$0] }
    let matrix = InformationMatrix(used.map { row in used.map { sums.variance[row][$0] } })
    let degrees = used.count - matrix.dependent.count
    test = degrees > 0 ? SurvivalTest(matrix.quadratic(differences), degrees) : nil
  }
}

/// What the log-rank test adds up over times and strata.
private struct LogRankSums {
  var observed: [Double]
  var expected: [Double]
  var variance: [[Double]]
  private let size: Int

  init(_ size: Int) {
    self.size = size
    observed = [Double](repeating: 0, count: size)
    expected = observed
    variance = [[Double]](repeating: observed, count: size)
  }

  mutating func add(_ spells: Spells, _ groups: [Int], _ rho: Double) {
    let table = GroupedRisk(spells.ofOneKind, groups, size)
    var survival = 1.0
    for place in table.times.indices {
      let deaths = table.events(0, at: place)
      let d = deaths.reduce(0, +)
      guard d > 0 else { continue }
      let risk = table.atRisk(at: place)
      let n = risk.reduce(0, +)
      let weight = rho == 0 ? 1 : Mathematics.power(survival, rho)
      for group in 0..<size {
        observed[group] += weight * deaths[group]
        expected[group] += weight * d * risk[group] / n
      }
      if n > 1 { addVariance(weight * weight * d * (n - d) / (n * n * (n - 1)), risk, n) }
      survival *= (n - d) / n
    }
  }

  private mutating func addVariance(_ factor: Double, _ risk: [Double], _ n: Double) {
    for row in 0..<size {
      for column in 0..<size {
        variance[row][column] += factor * risk[row] * ((row == column ? n : 0) - risk[column])
      }
    }
  }
}
