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
    keepsSign = Self.keepsSign(all.slope, places, points.map(\.value), weights)
  }

  /// Tests the last five proportions, oldest first, by the chi-square test for trend on their counts: P. Armitage, "Tests
  /// for linear trends in proportions and frequencies", Biometrics 11 (1955); nil with fewer, or without variation.
  ///
  /// The slope is change in the proportion, 0 to 1, for each period.
  public init?(proportions: [(events: Double, total: Double)]) {
    let points = Array(proportions.suffix(5))
    let events = points.reduce(0) { $0 + $1.events }
    let total = points.reduce(0) { $0 + $1.total }
    guard points.count == 5, points.allSatisfy({ $0.total > 0 }), events > 0, events < total else { return nil }
    let places = points.indices.map(Double.init)
    let shares = points.map { $0.events / $0.total }
    let all = Self.fit(places, shares, points.map(\.total))
    let overall = events / total
    slope = all.slope
    chiSquare = all.slope * all.slope * all.spread / (overall * (1 - overall))
    keepsSign = Self.keepsSign(all.slope, places, shares, points.map(\.total))
  }

  /// Whether the slope keeps its sign whichever point is left out.
  private static func keepsSign(_ slope: Double, _ x: [Double], _ y: [Double], _ w: [Double]) -> Bool {
    x.indices.allSatisfy { left in
      let kept = x.indices.filter { $0 != left }
      let fit = fit(kept.map { x[$0] }, kept.map { y[$0] }, kept.map { w[$0] })
      return fit.slope.sign == slope.sign && fit.slope != 0
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
