import KithStatistics

/// The sums from which a ratio and how far it may be off are worked out.
struct RatioSum: Hashable, Sendable {
  private(set) var count = 0
  private(set) var above = 0.0
  private(set) var below = 0.0
  private var squaresAbove = 0.0
  private var squaresBelow = 0.0
  private var products = 0.0

  mutating func add(_ a: Double, over b: Double) {
    count += 1
    above += a
    below += b
    squaresAbove += a * a
    squaresBelow += b * b
    products += a * b
  }

  /// The ratio; nil where there is nothing to divide by.
  var ratio: Double? { below > 0 ? above / below : nil }

  /// The 95 % interval about the ratio, of children taken as drawn at random; nil of fewer than two.
  ///
  /// The variance is that of the linearised ratio, n / (n − 1) × Σ(y − rx)² / (Σx)² (Cochran, *Sampling Techniques*, third edition 1977,
  /// chapter 6); of a mean, x being 1, it is the usual one.
  var interval: Interval? {
    guard count > 1, let ratio else { return nil }
    let residuals = max(0, squaresAbove - 2 * ratio * products + ratio * ratio * squaresBelow)
    let error = (Double(count) / Double(count - 1) * residuals).squareRoot() / below
    let reach = Confidence.ninetyFive.z * error
    return Interval(lower: max(0, ratio - reach), upper: ratio + reach)
  }
}
