import KithStatistics

/// Whether the cumulative incidence of a kind of event differs between groups.
///
/// R. J. Gray, "A class of K-sample tests for comparing the cumulative incidence of a competing risk", Annals of Statistics 16
/// (1988), the statistic (2.4) with ρ = 0 and its variance from section 3, with the hazards of the groups pooled.
public struct GrayTest: Sendable {
  /// Each group's events less those expected were the groups alike, but of the last group.
  public let scores: [Double]
  /// The variances and covariances of the scores.
  public let variance: [[Double]]
  /// The test that the groups are alike.
  public let test: SurvivalTest

  /// Compares groups, numbered from zero, in a kind of event, from 1.
  public init(_ spells: Spells, groups: [Int], kind: Int = 1) throws(StudyError) {
    let size = (groups.max() ?? -1) + 1
    guard groups.count == spells.count, groups.allSatisfy({ $0 >= 0 }) else {
      throw StudyError(.column, "Each spell needs a group.")
    }
    guard spells.starts == nil else {
      throw StudyError(.tooLittle, "Gray's test is not defined where spells come under observation late.")
    }
    guard Set(groups).count == size, size > 1 else {
      throw StudyError(.tooLittle, "There is one group only, or a group is empty, so there is nothing to compare.")
    }
    guard spells.outcomes.contains(UInt8(kind)) else {
      throw StudyError(.tooLittle, "No event of this kind happened, so there is nothing to compare.")
    }
    var path = GrayPath(size)
    path.follow(GroupedRisk(spells, groups, size), kind - 1)
    scores = Array(path.scores.dropLast())
    variance = path.variance(size - 1)
    let matrix = InformationMatrix(variance)
    guard matrix.dependent.count < size - 1 else {
      throw StudyError(.tooLittle, "No two groups were at risk when the event came, so there is nothing to compare.")
    }
    test = SurvivalTest(matrix.quadratic(scores), size - 1 - matrix.dependent.count)
  }
}

/// What happens from time to time in each group.
private struct GrayPath {
  private let size: Int
  var scores: [Double]
  private var survival: [Double]
  private var incidence: [Double]
  private var pooled = 0.0
  /// What each group's hazard weighs in each score by now.
  private var weights: [[Double]]
  private var terms: [Term] = []

  /// The variance of one group's step, and how the scores take it: what it weighs now and, by `level`, in all that follows.
  private struct Term {
    let group: Int
    let variance: Double
    let level: Double
    let direct: [Double]
    let before: [Double]
  }

  init(_ size: Int) {
    self.size = size
    scores = [Double](repeating: 0, count: size)
    survival = [Double](repeating: 1, count: size)
    incidence = scores
    weights = [[Double]](repeating: scores, count: size)
  }

  mutating func follow(_ table: GroupedRisk, _ kind: Int) {
    for place in table.times.indices {
      let own = table.events(kind, at: place)
      let other = table.events(but: kind, at: place)
      if own.contains(where: { $0 > 0 }) || other.contains(where: { $0 > 0 }) {
        step(table.atRisk(at: place), own, other)
      }
    }
  }

  private mutating func step(_ risk: [Double], _ own: [Double], _ other: [Double]) {
    let groups = (0..<size).filter { risk[$0] > 0 && survival[$0] > 0 }
    let d = own.reduce(0, +)
    let inverse = groups.reduce(0) { $0 + risk[$1] / survival[$1] }
    let total = groups.reduce(0) { $0 + risk[$1] * (1 - incidence[$1]) / survival[$1] }
    var after = survival
    for group in groups { after[group] *= (risk[group] - own[group] - other[group]) / risk[group] }
    let pooledAfter = pooled + d / inverse
    let direct = directWeights(groups, risk, inverse)
    for row in 0..<size {
      for group in groups { weights[group][row] += direct[group][row] * d / (inverse * (1 - pooled)) }
    }
    for group in groups {
      scores[group] += own[group] - d * risk[group] * (1 - incidence[group]) / (survival[group] * total)
      addTerms(group, (risk[group], own, other), d, inverse, pooledAfter, after[group], direct[group])
    }
    for group in groups { incidence[group] += survival[group] * own[group] / risk[group] }
    survival = after
    pooled = pooledAfter
  }

  private func directWeights(_ groups: [Int], _ risk: [Double], _ inverse: Double) -> [[Double]] {
    var direct = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for group in groups {
      let share = risk[group] / survival[group]
      for row in groups {
        direct[group][row] = share * ((row == group ? 1 : 0) - risk[row] / (survival[row] * inverse))
      }
    }
    return direct
  }

  private mutating func addTerms(
    _ group: Int, _ events: (risk: Double, own: [Double], other: [Double]), _ d: Double, _ inverse: Double,
    _ pooledAfter: Double, _ after: Double, _ direct: [Double]
  ) {
    let (n, s) = (events.risk, survival[group])
    if d > 0 {
      let ties = d > 1 ? 1 - (d - 1) / (inverse * s - 1) : 1
      let level = after > 0 ? 1 - (1 - pooledAfter) / after : 1
      terms.append(
        Term(group: group, variance: ties * s * d / (inverse * n), level: level, direct: direct, before: weights[group])
      )
    }
    let others = events.other[group]
    if others > 0, after > 0 {
      let ties = others > 1 ? 1 - (others - 1) / (n - 1) : 1
      terms.append(
        Term(
          group: group, variance: ties * s * s * others / (n * n), level: -(1 - pooledAfter) / after,
          direct: [Double](repeating: 0, count: size), before: weights[group]))
    }
  }

  func variance(_ size: Int) -> [[Double]] {
    var sums = [[Double]](repeating: [Double](repeating: 0, count: size), count: size)
    for term in terms {
      let effect = (0..<size).map { row in
        term.direct[row] + term.level * (weights[term.group][row] - term.before[row])
      }
      for row in 0..<size {
        for column in 0..<size { sums[row][column] += term.variance * effect[row] * effect[column] }
      }
    }
    return sums
  }
}
