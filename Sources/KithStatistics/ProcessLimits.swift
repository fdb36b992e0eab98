/// The limits of an XmR chart: within them lies what a steady process gives by chance.
///
/// The limits are the mean and 2.66 times the mean moving range on each side, after moving ranges of 3.267 times their mean or
/// more have been left out, once (D. Wheeler, "Understanding Variation", 1993; NHS England, "Making Data Count").
public struct ProcessLimits: Hashable, Sendable {
  /// The mean.
  public let mean: Double
  /// The lower limit.
  public let lower: Double
  /// The upper limit.
  public let upper: Double

  /// The least number of values of which limits say something.
  public static let leastCount = 5

  /// The limits of values in the order of time; nil for fewer than two.
  ///
  /// With `leavingOutOutliers` false, every moving range is kept.
  public init?(of values: [Double], leavingOutOutliers: Bool = true) {
    guard values.count > 1 else { return nil }
    let ranges = zip(values.dropFirst(), values).map { abs($0 - $1) }
    let all = ranges.reduce(0, +) / Double(ranges.count)
    let kept = leavingOutOutliers ? ranges.filter { $0 < 3.267 * all } : ranges
    let range = kept.isEmpty ? all : kept.reduce(0, +) / Double(kept.count)
    mean = values.reduce(0, +) / Double(values.count)
    lower = mean - 2.66 * range
    upper = mean + 2.66 * range
  }

  /// Whether a value lies within the limits.
  public func contains(_ value: Double) -> Bool { lower <= value && value <= upper }
}
