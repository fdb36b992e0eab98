/// A chart of counts over changing numbers of people: u for rates of events, p for shares.
///
/// D. C. Montgomery, "Introduction to Statistical Quality Control" (2009), sections 7.2 and 7.3; D. B. Laney, "Improved
/// control charts for attributes", Quality Engineering 14 (2002), equations 1–4, widens the limits by σ_z, the mean moving range of
/// the z-scores over 1.128, as chance alone is too narrow for many people.
public struct AttributeChart: Hashable, Sendable {
  /// Whether the figures are rates or shares.
  public enum Kind: Hashable, Sendable {
    /// Events for each unit: the variance of a figure is centre/n.
    case rate
    /// A share of the whole: the variance is centre × (1 − centre)/n.
    case share
  }

  /// The figure of all points together.
  public let centre: Double
  /// Each point's figure.
  public let figures: [Double]
  /// The limits by chance alone.
  public let limits: [Interval]
  /// How much more than chance the points vary from one to the next.
  public let spread: Double
  /// The limits widened by it.
  public let wideLimits: [Interval]

  /// Makes a chart of events over totals; nil for fewer than two points, a total that is not above zero, or no event at all.
  public init?(_ kind: Kind, events: [Double], totals: [Double]) {
    let whole = totals.reduce(0, +)
    let centre = events.reduce(0, +) / whole
    guard events.count == totals.count, events.count > 1, totals.allSatisfy({ $0 > 0 }), centre > 0,
      kind == .rate || centre < 1
    else { return nil }
    let errors = totals.map { ((kind == .rate ? centre : centre * (1 - centre)) / $0).squareRoot() }
    let figures = zip(events, totals).map { $0 / $1 }
    let scores = zip(figures, errors).map { ($0 - centre) / $1 }
    let ranges = zip(scores.dropFirst(), scores).map { abs($0 - $1) }
    let spread = ranges.reduce(0, +) / Double(ranges.count) / 1.128
    self.centre = centre
    self.figures = figures
    self.spread = spread
    limits = errors.map { Self.limits(kind, centre, 3 * $0) }
    wideLimits = errors.map { Self.limits(kind, centre, 3 * $0 * spread) }
  }

  private static func limits(_ kind: Kind, _ centre: Double, _ width: Double) -> Interval {
    Interval(lower: max(0, centre - width), upper: kind == .rate ? centre + width : min(1, centre + width))
  }
}
