public import KithStatistics

/// How covariates multiply the hazard of the event, whatever that hazard is.
///
/// D. R. Cox, "Regression models and life-tables", JRSS B 34 (1972), by Newton's method on the partial likelihood (1975). Spells may enter late,
/// and one child may have many (P. K. Andersen and R. D. Gill, Annals of Statistics 10 (1982)); strata have hazards of their own.
public struct CoxModel: Sendable {
  /// The covariates' names.
  public let names: [String]
  /// How events at the same time were treated.
  public let ties: Ties
  /// The coefficients: the logarithms of hazard ratios.
  public let coefficients: [Double]
  /// Their variances and covariances from the information matrix.
  public let variance: [[Double]]
  /// The logarithm of the partial likelihood without covariates.
  public let nullLogLikelihood: Double
  /// The logarithm of the partial likelihood at the coefficients.
  public let logLikelihood: Double
  /// Twice the gain in the logarithm of the likelihood.
  public let likelihoodRatioTest: SurvivalTest
  /// The test of the coefficients against their variance.
  public let waldTest: SurvivalTest
  /// The test of the slope of the likelihood without covariates; with one group, the log-rank test.
  public let scoreTest: SurvivalTest
  /// How many steps it took.
  public let iterations: Int
  /// How many spells of some length the model is of.
  public let spells: Int
  /// How many events there were among them.
  public let events: Int

  let data: CoxData
  let allSpells: Spells

  /// Fits a model; columns are the covariates' values, a column for each name.
  public static func fit(
    _ spells: Spells, names: [String], columns: [[Double]], strata: [Int]? = nil, ties: Ties = .efron
  ) async throws(StudyError) -> CoxModel {
    let data = try checked(spells, names, columns, strata)
    let likelihood = CoxLikelihood(data: data, ties: ties)
    return CoxModel(try await CoxFit.newton(likelihood, names), likelihood, names, spells)
  }

  private static func checked(
    _ spells: Spells, _ names: [String], _ columns: [[Double]], _ strata: [Int]?
  ) throws(StudyError) -> CoxData {
    guard !names.isEmpty, names.count == columns.count else {
      throw StudyError(.tooLittle, "A model needs at least one covariate.")
    }
    for (name, column) in zip(names, columns) where column.count != spells.count || !column.allSatisfy(\.isFinite) {
      throw StudyError(.column, "The covariate \(name) is not a number for each spell.")
    }
    guard strata.map({ $0.count == spells.count }) ?? true else {
      throw StudyError(.column, "Each spell needs a stratum.")
    }
    let data = CoxData(spells, columns, strata: strata)
    guard !data.times.isEmpty else {
      throw StudyError(.tooLittle, "No event happened, so there is nothing to model.")
    }
    return data
  }

  private init(_ fit: CoxFit, _ likelihood: CoxLikelihood, _ names: [String], _ spells: Spells) {
    self.names = names
    ties = likelihood.ties
    coefficients = fit.beta
    let information = InformationMatrix(fit.at.information)
    variance = information.inverse
    nullLogLikelihood = fit.start.value
    logLikelihood = fit.at.value
    likelihoodRatioTest = SurvivalTest(2 * (fit.at.value - fit.start.value), names.count)
    scoreTest = SurvivalTest(InformationMatrix(fit.start.information).quadratic(fit.start.slope), names.count)
    let product = fit.at.information.map { row in zip(row, fit.beta).reduce(0) { $0 + $1.0 * $1.1 } }
    waldTest = SurvivalTest(zip(fit.beta, product).reduce(0) { $0 + $1.0 * $1.1 }, names.count)
    iterations = fit.iterations
    self.spells = spells.count - spells.ofNoLength
    events = likelihood.data.events.reduce(0, +)
    data = likelihood.data
    allSpells = spells.ofOneKind
  }

  /// The coefficients' standard errors from the information matrix.
  public var standardErrors: [Double] { variance.indices.map { max(0, variance[$0][$0]).squareRoot() } }

  /// The hazard ratio of a covariate and its interval, by a standard error.
  public func hazardRatio(
    _ place: Int, standardError: Double, _ confidence: Confidence = .ninetyFive
  ) -> (ratio: Double, interval: Interval) {
    let spread = confidence.z * standardError
    let centre = coefficients[place]
    let limits = Interval(
      lower: Mathematics.exponential(centre - spread), upper: Mathematics.exponential(centre + spread))
    return (Mathematics.exponential(centre), limits)
  }

  /// How often chance alone gives a coefficient as far from zero, by a standard error (Wald's test).
  public func p(_ place: Int, standardError: Double) -> Double {
    let z = coefficients[place] / standardError
    return SurvivalTest(z * z, 1).p
  }
}
