public import KithStatistics

/// How a rate changes from the least to the most deprived of a population.
///
/// Groups are placed by ridit, the share of people in less deprived groups and half of their own, so that 0 is the least
/// and 1 the most deprived: J. P. Mackenbach and A. E. Kunst, "Measuring the magnitude of socio-economic inequalities in health", Social
/// Science and Medicine 44 (1997). The relative index is the log-linear one, as a straight line can reach 0 at the least deprived end.
public struct DeprivationGradient: Hashable, Sendable {
  /// The groups with people, most deprived first.
  public let groups: [Stratum]
  /// The number of groups that had no people, and were left out.
  public let emptyGroups: Int
  /// The ridit of each group, nearer 1 the more deprived.
  public let ridits: [Double]
  /// The slope index of inequality, for each person: the slope of the rate on the ridit by least squares weighted by people,
  /// which is the form of the Office for Health Improvement and Disparities; its interval is by Student's distribution.
  public let slopeIndex: Estimate
  /// The standard error of the slope index.
  public let slopeStandardError: Double
  /// The rate that the straight line gives the least deprived.
  public let linearIntercept: Double
  /// The relative index of inequality: e to the slope of a Poisson regression, with the interval of its quasi-likelihood.
  public let relativeIndex: Estimate
  /// The same with the interval of chance alone.
  public let relativeIndexByChance: Estimate
  /// How much more the groups vary about the log-linear gradient than chance gives.
  public let dispersion: Double

  /// Fits the gradient of groups given from the most deprived to the least.
  public init(mostDeprivedFirst groups: [Stratum], _ confidence: Confidence = .ninetyFive) throws(StudyError) {
    let used = groups.filter { $0.population > 0 }
    guard used.count > 2 else {
      throw StudyError(
        .tooLittle, "Fewer than three groups of deprivation have people; give a population for each decile.")
    }
    guard used.contains(where: { $0.events > 0 }) else {
      throw StudyError(.tooLittle, "No event is in any group of deprivation, so there is no gradient to measure.")
    }
    self.groups = used
    emptyGroups = groups.count - used.count
    ridits = Self.ridits(used.map(\.population))
    let rows = ridits.map { [1, $0] }
    let line = try StudyError.fitting("groups of deprivation") { () throws(FitFailure) in
      try LinearModel(
        rows: rows, values: used.map { $0.events / $0.population }, weights: used.map(\.population))
    }
    let slope = line.coefficients[1]
    let t = StudentDistribution.quantile(0.5 + confidence.level / 2, degreesOfFreedom: Double(line.degreesOfFreedom))
    slopeIndex = Estimate(value: slope.value, interval: slope.interval(multiplier: t))
    slopeStandardError = slope.standardError
    linearIntercept = line.coefficients[0].value
    let curve = try StudyError.fitting("groups of deprivation") { () throws(FitFailure) in
      try CountModel(rows: rows, counts: used.map(\.events), exposures: used.map(\.population))
    }
    dispersion = curve.dispersion
    relativeIndex = Estimate(value: curve.coefficients[1].ratio, interval: curve.quasi[1].ratioInterval(confidence))
    relativeIndexByChance = Estimate(
      value: curve.coefficients[1].ratio, interval: curve.coefficients[1].ratioInterval(confidence))
  }

  private static func ridits(_ people: [Double]) -> [Double] {
    let whole = people.reduce(0, +)
    var above = 0.0
    return people.map { group in
      above += group
      return 1 - (above - group / 2) / whole
    }
  }
}
