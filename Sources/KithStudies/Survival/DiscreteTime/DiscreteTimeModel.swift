import KithStatistics

/// How covariates change the chance of the event in a unit of time, given that it has not come yet.
///
/// D. R. Cox (1972), equation (13), for the logit; R. L. Prentice and L. A. Gloeckler, "Regression analysis of grouped survival data", Biometrics 34
/// (1978), for the complementary log-log, whose coefficients are those of proportional hazards. By scoring (J. A. Nelder and R. W. M.
/// Wedderburn, JRSS A 135 (1972)).
public struct DiscreteTimeModel: Sendable {
  /// What is linear in the covariates.
  public enum Link: String, Sendable, CaseIterable {
    /// The logarithm of the odds.
    case logit
    /// log(−log(1 − p)).
    case cloglog
  }

  /// The names of the coefficients: the intercept, each period after the first, and the covariates.
  public let names: [String]
  /// The coefficients.
  public let coefficients: [Double]
  /// Their variances and covariances from the expected information.
  public let variance: [[Double]]
  /// Minus twice the logarithm of the likelihood of the units of time.
  public let deviance: Double

  private let rows: PersonPeriods
  private let link: Link

  /// Fits a model to spells cut into periods.
  public static func fit(_ rows: PersonPeriods, _ link: Link = .logit) async throws(StudyError) -> DiscreteTimeModel {
    let likelihood = BinomialLikelihood(rows: rows, link: link)
    let fit = try await CoxFit.newton(likelihood, rows.names)
    return DiscreteTimeModel(rows, link, fit)
  }

  private init(_ rows: PersonPeriods, _ link: Link, _ fit: CoxFit) {
    names = rows.names
    coefficients = fit.beta
    variance = InformationMatrix(fit.at.information).inverse
    deviance = -2 * fit.at.value
    self.rows = rows
    self.link = link
  }

  /// The coefficients' standard errors.
  public var standardErrors: [Double] { variance.indices.map { max(0, variance[$0][$0]).squareRoot() } }

  /// Robust standard errors, scores being added up within clusters; each spell is one where none are given.
  ///
  /// H. White, "Maximum likelihood estimation of misspecified models", Econometrica 50 (1982), equation (3.2).
  public func robustStandardErrors(clusters: [Int]? = nil) -> [Double] {
    let width = names.count
    var sums: [Int: [Double]] = [:]
    for row in rows.trials.indices {
      let part = BinomialLikelihood(rows: rows, link: link).part(row, coefficients)
      let key = clusters?[Int(rows.spell[row])] ?? Int(rows.spell[row])
      var sum = sums[key] ?? [Double](repeating: 0, count: width)
      for j in 0..<width { sum[j] += part.slope * rows.x[row * width + j] }
      sums[key] = sum
    }
    return (0..<width).map { j in
      sums.values.reduce(0.0) { total, score in
        let effect = (0..<width).reduce(0.0) { $0 + variance[j][$1] * score[$1] }
        return total + effect * effect
      }.squareRoot()
    }
  }
}

/// The likelihood of events among trials.
struct BinomialLikelihood: SteppedLikelihood {
  let rows: PersonPeriods
  let link: DiscreteTimeModel.Link

  /// One row's part of the logarithm of the likelihood, its slope by the linear predictor, and the expected information.
  func part(_ row: Int, _ beta: [Double]) -> (value: Double, slope: Double, information: Double) {
    let width = beta.count
    var eta = 0.0
    for j in 0..<width { eta += beta[j] * rows.x[row * width + j] }
    let (n, y) = (rows.trials[row], rows.events[row])
    // Beyond these the chance is 0 or 1 to the last digit.
    eta = min(max(eta, -700), 700)
    if link == .logit {
      let exponential = Mathematics.exponential(-abs(eta))
      let p = eta >= 0 ? 1 / (1 + exponential) : exponential / (1 + exponential)
      let value = y * eta - n * (max(eta, 0) + Mathematics.logarithm(1 + exponential))
      return (value, y - n * p, n * p * (1 - p))
    }
    let hazard = Mathematics.exponential(min(eta, 600))
    let survival = Mathematics.exponential(-hazard)
    let p = hazard < 1e-5 ? hazard - hazard * hazard / 2 : 1 - survival
    let change = hazard * survival
    let value = (y > 0 ? y * Mathematics.logarithm(p) : 0) - (n - y) * hazard
    let slope = y * change / p - (n - y) * hazard
    return (value, slope, survival > 0 ? n * change * change / (p * survival) : 0)
  }

  func point(_ beta: [Double]) async throws(StudyError) -> LikelihoodPoint {
    let width = beta.count
    var point = LikelihoodPoint(width)
    for row in rows.trials.indices {
      let part = part(row, beta)
      point.value += part.value
      for j in 0..<width where rows.x[row * width + j] != 0 {
        let x = rows.x[row * width + j]
        point.slope[j] += part.slope * x
        for k in 0..<width { point.information[j][k] += part.information * x * rows.x[row * width + k] }
      }
    }
    return point
  }
}
