/// Chance that a seed decides: the same seed gives the same draws on any machine.
public struct SeededChance: Sendable {
  private var bits: SeededBits

  /// The stream of a seed, and of a part of the work where it is named by a number.
  public init(seed: UInt64, part: UInt64 = 0) {
    bits = SeededBits(SeededBits.mixed(seed &+ SeededBits.step) ^ SeededBits.mixed(part &+ 0xD1B5_4A32_D192_ED03))
  }

  /// A number between 0 and 1, neither of them.
  public mutating func unit() -> Double {
    (Double(bits.next() >> 11) + 0.5) * 0x1p-53
  }

  /// A whole number from 0 up to a bound, which is left out.
  public mutating func below(_ bound: Int) -> Int { min(bound - 1, Int(unit() * Double(bound))) }

  /// A waiting time of mean 1.
  public mutating func exponential() -> Double { -Mathematics.logarithm(unit()) }

  /// A gamma variable of scale 1: G. Marsaglia and W. W. Tsang, "A simple method for generating gamma variables", ACM TOMS 26 (2000).
  public mutating func gamma(shape: Double) -> Double {
    guard shape >= 1 else { return gamma(shape: shape + 1) * Mathematics.power(unit(), 1 / shape) }
    let d = shape - 1.0 / 3
    let c = 1 / (9 * d).squareRoot()
    while true {
      let x = NormalDistribution.quantile(unit())
      let root = 1 + c * x
      guard root > 0 else { continue }
      let v = root * root * root
      if Mathematics.logarithm(unit()) < 0.5 * x * x + d - d * v + d * Mathematics.logarithm(v) { return d * v }
    }
  }

  /// A Poisson count, by the waiting times that fit into its mean; large means are halved through a gamma variable: J. H. Ahrens and
  /// U. Dieter, "Computer methods for sampling from gamma, beta, Poisson and binomial distributions", Computing 12 (1974).
  public mutating func poisson(mean: Double) -> Int {
    guard mean > 0 else { return 0 }
    if mean > 30 {
      let half = (mean * 7 / 8).rounded(.down)
      let time = gamma(shape: half)
      return time < mean ? Int(half) + poisson(mean: mean - time) : binomial(Int(half) - 1, mean / time)
    }
    var (count, time) = (0, exponential())
    while time < mean {
      count += 1
      time += exponential()
    }
    return count
  }

  private mutating func binomial(_ trials: Int, _ probability: Double) -> Int {
    (0..<max(0, trials)).reduce(0) { sum, _ in unit() < probability ? sum + 1 : sum }
  }
}
