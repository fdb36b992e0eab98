/// The beta distribution, and through it the binomial's and Student's.
public enum BetaDistribution {
  /// The probability that a beta variable is below x: the regularised incomplete beta function I(x; a, b), by the continued
  /// fraction of NIST DLMF 8.17.22, on the side where it converges fast.
  public static func probability(below x: Double, _ a: Double, _ b: Double) -> Double {
    guard x > 0 else { return 0 }
    guard x < 1 else { return 1 }
    let front = Mathematics.exponential(
      GammaDistribution.logGamma(a + b) - GammaDistribution.logGamma(a) - GammaDistribution.logGamma(b)
        + a * Mathematics.logarithm(x) + b * Mathematics.logarithm(1 - x))
    return x < (a + 1) / (a + b + 2)
      ? front * continuedFraction(x, a, b) / a : 1 - front * continuedFraction(1 - x, b, a) / b
  }

  /// The number that a beta variable falls below with this probability, by halving.
  public static func quantile(_ probability: Double, _ a: Double, _ b: Double) -> Double {
    var (low, high) = (0.0, 1.0)
    for _ in 0..<1_100 {
      let middle = (low + high) / 2
      guard middle > low, middle < high else { break }
      if self.probability(below: middle, a, b) < probability { low = middle } else { high = middle }
    }
    return (low + high) / 2
  }

  private static func continuedFraction(_ x: Double, _ a: Double, _ b: Double) -> Double {
    let tiny = 1e-300
    var c = 1.0
    var d = 1 / nonZero(1 - (a + b) * x / (a + 1), tiny)
    var h = d
    for i in 1...100_000 {
      let m = Double(i)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / nonZero(1 + even * d, tiny)
      c = nonZero(1 + even / c, tiny)
      h *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / nonZero(1 + odd * d, tiny)
      c = nonZero(1 + odd / c, tiny)
      h *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return h
  }

  private static func nonZero(_ x: Double, _ tiny: Double) -> Double { abs(x) < tiny ? tiny : x }
}

/// Student's distribution ("Student", "The probable error of a mean", Biometrika 6 (1908)).
public enum StudentDistribution {
  /// The number that a variable of so many degrees of freedom falls below with this probability, through the beta
  /// distribution: t² = ν(1 − x)/x, where x is beta of ν/2 and 1/2.
  public static func quantile(_ probability: Double, degreesOfFreedom: Double) -> Double {
    guard probability != 0.5 else { return 0 }
    let tail = 2 * min(probability, 1 - probability)
    let x = BetaDistribution.quantile(tail, degreesOfFreedom / 2, 0.5)
    let size = (degreesOfFreedom * (1 - x) / x).squareRoot()
    return probability < 0.5 ? -size : size
  }
}

extension Interval {
  /// The exact interval about a proportion: C. J. Clopper and E. S. Pearson, "The use of confidence or fiducial limits
  /// illustrated in the case of the binomial", Biometrika 26 (1934), as quantiles of the beta distribution.
  public static func clopperPearson(
    events: Double, of total: Double, _ confidence: Confidence = .ninetyFive
  ) -> Interval {
    let tail = (1 - confidence.level) / 2
    return Interval(
      lower: events <= 0 ? 0 : BetaDistribution.quantile(tail, events, total - events + 1),
      upper: events >= total ? 1 : BetaDistribution.quantile(1 - tail, events + 1, total - events))
  }
}
