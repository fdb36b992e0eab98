/// A model of counts that vary beyond chance, with the spread θ estimated: the variance is μ + μ²/θ.
///
/// θ maximises the likelihood given the expected numbers, and those are fitted again given θ, until neither moves:
/// W. N. Venables and B. D. Ripley, "Modern Applied Statistics with S" (2002), section 7.4; the score and information of θ are those of
/// J. F. Lawless, "Negative binomial and mixed Poisson regression", Canadian Journal of Statistics 15 (1987), equations 2.6–2.8.
public struct NegativeBinomialModel: Hashable, Sendable {
  /// The fit given θ.
  public let model: CountModel
  /// θ with its standard error; infinite where counts vary no more than chance alone gives.
  public let theta: Coefficient
  /// The log-likelihood.
  public let logLikelihood: Double

  /// Fits counts with exposures by the logarithmic link.
  public init(rows: [[Double]], counts: [Double], exposures: [Double]) throws(FitFailure) {
    var model = try CountModel(rows: rows, counts: counts, exposures: exposures)
    var spread = try ThetaSteps(counts, model.fitted, exposures).settled()
    for _ in 0..<100 {
      guard let theta = spread else { break }
      model = try CountModel(rows: rows, counts: counts, exposures: exposures, theta: theta.value)
      spread = try ThetaSteps(counts, model.fitted, exposures, from: theta.value).settled()
      if let next = spread, abs(next.value - theta.value) <= 1e-10 * theta.value { break }
    }
    if spread == nil { model = try CountModel(rows: rows, counts: counts, exposures: exposures) }
    self.model = model
    theta = spread ?? Coefficient(value: .infinity, standardError: .infinity)
    logLikelihood = Self.logLikelihood(counts, model.fitted, theta.value)
  }

  private static func logLikelihood(_ counts: [Double], _ fitted: [Double], _ theta: Double) -> Double {
    zip(counts, fitted).reduce(0) { sum, pair in
      let (y, mean) = pair
      guard mean > 0 else { return sum }
      let factorial = GammaDistribution.logGamma(y + 1)
      guard theta.isFinite else { return sum + y * Mathematics.logarithm(mean) - mean - factorial }
      let choices = GammaDistribution.logGamma(theta + y) - GammaDistribution.logGamma(theta) - factorial
      return sum + choices + theta * Mathematics.logarithm(theta) + (y > 0 ? y * Mathematics.logarithm(mean) : 0)
        - (theta + y) * Mathematics.logarithm(theta + mean)
    }
  }
}

/// Newton's steps to the θ of greatest likelihood, the expected numbers being known.
private struct ThetaSteps {
  let pairs: [(count: Double, mean: Double)]
  let start: Double?

  init(_ counts: [Double], _ fitted: [Double], _ exposures: [Double], from start: Double? = nil) {
    pairs = counts.indices.filter { exposures[$0] > 0 }.map { (counts[$0], fitted[$0]) }
    self.start = start
  }

  /// Nil where θ runs off: the counts vary no more than Poisson counts do.
  func settled() throws(FitFailure) -> Coefficient? {
    let excess = pairs.reduce(0) { $0 + ($1.count / $1.mean - 1) * ($1.count / $1.mean - 1) }
    var theta = start ?? Double(pairs.count) / excess
    for _ in 0..<200 {
      let (score, information) = derivatives(theta)
      guard score.isFinite, information.isFinite else { throw .unsettled }
      let step = information > 0 ? score / information : score > 0 ? theta : -theta / 2
      let next = max(theta / 10, min(theta * 10, theta + step))
      if next > 1e8 { return nil }
      if abs(next - theta) <= 1e-12 * theta {
        return Coefficient(value: next, standardError: 1 / derivatives(next).information.squareRoot())
      }
      theta = next
    }
    throw .unsettled
  }

  private func derivatives(_ theta: Double) -> (score: Double, information: Double) {
    let (first, second) = (GammaDistribution.digamma(theta), GammaDistribution.trigamma(theta))
    return pairs.reduce((0, 0)) { sum, pair in
      let whole = theta + pair.mean
      let score =
        GammaDistribution.digamma(theta + pair.count) - first + Mathematics.logarithm(theta / whole) + 1
        - (theta + pair.count) / whole
      let information =
        second - GammaDistribution.trigamma(theta + pair.count) - 1 / theta + 2 / whole
        - (theta + pair.count) / (whole * whole)
      return (sum.0 + score, sum.1 + information)
    }
  }
}
