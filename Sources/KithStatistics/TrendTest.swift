/// A figure of one period with its 95 % interval, all in the same units.
public struct EstimateInTime: Hashable, Sendable {
  /// The figure.
  public let value: Double
  /// Its 95 % interval.
  public let interval: Interval

  /// A figure with its interval.
  public init(value: Double, interval: Interval) {
    self.value = value
    self.interval = interval
  }

  /// The standard error that the interval's width implies: width / 3.92.
  var standardError: Double { (interval.upper - interval.lower) / 3.92 }
}

/// Whether the last five figures of a series rise or fall beyond chance.
///
/// The method of Fingertips (Office for Health Improvement and Disparities, "Recent trends"): a line fitted with weights
/// 1/SE², χ² = (slope/SE of slope)² above 9.5495 (99.8 %), and a slope that keeps its sign whichever point is left out.
public struct TrendTest: Hashable, Sendable {
  /// Change for each period, in the units of the figures.
  public let slope: Double
  /// The chi-square statistic of the slope, of one degree of freedom.
  public let chiSquare: Double
  /// Whether the slope has the same sign in each of the fits that leave one point out.
  public let keepsSign: Bool

  /// What chi-square must exceed: the 99.8 % point with one degree of freedom.
  public static let threshold = 9.5495

  /// Whether the change is beyond chance.
  public var isSignificant: Bool { chiSquare > Self.threshold && keepsSign }

  /// Tests the last five figures, oldest first; nil with fewer, or where an interval has no width.
  public init?(_ series: [EstimateInTime]) {
    let points = Array(series.suffix(5))
    guard points.count == 5, points.allSatisfy({ $0.standardError > 0 }) else { return nil }
    let places = points.indices.map(Double.init)
    let weights = points.map { 1 / ($0.standardError * $0.standardError) }
    let all = Self.fit(places, points.map(\.value), weights)
    slope = all.slope
    chiSquare = all.slope * all.slope * all.spread
    keepsSign = points.indices.allSatisfy { left in
      let kept = points.indices.filter { $0 != left }
      let fit = Self.fit(kept.map { places[$0] }, kept.map { points[$0].value }, kept.map { weights[$0] })
      return fit.slope.sign == all.slope.sign && fit.slope != 0
    }
  }

  /// The slope of the weighted least-squares line, and the weighted spread of the places, whose inverse is the slope's
  /// variance.
  private static func fit(_ x: [Double], _ y: [Double], _ w: [Double]) -> (slope: Double, spread: Double) {
    let total = w.reduce(0, +)
    let meanX = zip(x, w).reduce(0) { $0 + $1.0 * $1.1 } / total
    let meanY = zip(y, w).reduce(0) { $0 + $1.0 * $1.1 } / total
    let spread = zip(x, w).reduce(0) { $0 + $1.1 * ($1.0 - meanX) * ($1.0 - meanX) }
    let joint = x.indices.reduce(0) { $0 + w[$1] * (x[$1] - meanX) * (y[$1] - meanY) }
    return (joint / spread, spread)
  }
}

/// How an area's figure stands to a benchmark, by whether the benchmark lies within the figure's interval.
public enum BenchmarkStanding: String, Sendable {
  /// The benchmark lies below the figure's interval.
  case higher
  /// The benchmark lies within it.
  case similar
  /// The benchmark lies above it.
  case lower

  /// Compares a figure's interval with a benchmark.
  public init(_ interval: Interval, benchmark: Double) {
    self = interval.contains(benchmark) ? .similar : interval.lower > benchmark ? .higher : .lower
  }
}
