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
  public static func fit(_ rows: PersonPeriods, _ link: Link = .logit) throws(StudyError) -> DiscreteTimeModel {
    return DiscreteTimeModel(rows, link, try BinomialScoring(rows: rows, link: link).fit())
  }

  private init(_ rows: PersonPeriods, _ link: Link, _ fit: BinomialScoring.Fit) {
    names = rows.names
    coefficients = fit.beta
    variance = fit.information.inverse
    deviance = fit.deviance
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
      let part = BinomialScoring(rows: rows, link: link).slope(row, coefficients)
      let key = clusters?[Int(rows.spell[row])] ?? Int(rows.spell[row])
      var sum = sums[key] ?? [Double](repeating: 0, count: width)
      for j in 0..<width { sum[j] += part * rows.x[row * width + j] }
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
