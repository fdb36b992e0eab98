/// The gamma distribution with scale 1, and through it the chi-square and Poisson distributions.
public enum GammaDistribution {
  /// The natural logarithm of the gamma function, by Stirling's series (NIST DLMF 5.11.1) after the recurrence (5.5.1)
  /// has taken the argument above 10.
  static func logGamma(_ x: Double) -> Double {
    var x = x
    var product = 1.0
    while x < 10 {
      product *= x
      x += 1
    }
    let inverse = 1 / (x * x)
    let series =
      (1.0 / 12 - inverse * (1.0 / 360 - inverse * (1.0 / 1260 - inverse * (1.0 / 1680 - inverse / 1188)))) / x
    let halfLogTwoPi = 0.918_938_533_204_672_741_78
    return (x - 0.5) * Mathematics.logarithm(x) - x + halfLogTwoPi + series - Mathematics.logarithm(product)
  }

  /// The probability that a gamma variable of this shape is below x: the regularised incomplete gamma function P(a, x).
  ///
  /// The power series (NIST DLMF 8.11.4) below a + 1, and the continued fraction (8.9.2, by Lentz's method) above.
  public static func probability(below x: Double, shape: Double) -> Double {
    guard x > 0 else { return 0 }
    let front = Mathematics.exponential(shape * Mathematics.logarithm(x) - x - logGamma(shape))
    return x < shape + 1 ? front * powerSeries(x, shape) : 1 - front * continuedFraction(x, shape)
  }

  /// The number that a gamma variable of this shape falls below with this probability, by safeguarded Newton steps from
  /// the approximation of Wilson and Hilferty (1931).
  public static func quantile(_ probability: Double, shape: Double) -> Double {
    let z = NormalDistribution.quantile(probability)
    let root = 1 - 1 / (9 * shape) + z / (3 * shape.squareRoot())
    var low = 0.0
    var high = Double.infinity
    var x = root > 0 ? shape * root * root * root : shape / 100
    for _ in 0..<200 {
      let excess = self.probability(below: x, shape: shape) - probability
      if excess > 0 { high = x } else { low = x }
      let density = Mathematics.exponential((shape - 1) * Mathematics.logarithm(x) - x - logGamma(shape))
      let next = x - excess / density
      let isInside = next > low && next < high
      let step = isInside ? next : high.isFinite ? (low + high) / 2 : x * 2
      if abs(step - x) <= 1e-14 * x { return step }
      x = step
    }
    return x
  }

  private static func powerSeries(_ x: Double, _ shape: Double) -> Double {
    var term = 1 / shape
    var sum = term
    var a = shape
    while abs(term) > abs(sum) * 1e-17 {
      a += 1
      term *= x / a
      sum += term
    }
    return sum
  }

  private static func continuedFraction(_ x: Double, _ shape: Double) -> Double {
    let tiny = 1e-300
    var b = x + 1 - shape
    var c = 1 / tiny
    var d = 1 / b
    var h = d
    for i in 1...100_000 {
      let a = -Double(i) * (Double(i) - shape)
      b += 2
      d = 1 / nonZero(a * d + b, tiny)
      c = nonZero(b + a / c, tiny)
      h *= d * c
      if abs(d * c - 1) < 1e-16 { break }
    }
    return h
  }

  private static func nonZero(_ x: Double, _ tiny: Double) -> Double { abs(x) < tiny ? tiny : x }
}
