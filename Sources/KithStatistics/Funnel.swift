/// The limits within which chance alone would leave most areas, about the figure of all areas together.
///
/// Limits for a proportion and for a rate are in the units of the figure: 0 to 1, and events for each person.
public enum Funnel {
  /// The limits for a proportion in an area of some size, by Wilson's form about the expected count: D. J. Spiegelhalter,
  /// "Funnel plots for comparing institutional performance", Statistics in Medicine 24 (2005), as Fingertips uses it.
  /// - Parameters:
  ///   - baseline: The proportion of all areas together, 0 to 1.
  ///   - total: The area's denominator.
  public static func proportion(
    baseline: Double, total: Double, _ confidence: Confidence = .ninetyFive
  ) -> Interval {
    Interval.wilson(events: total * baseline, of: total, confidence)
  }

  /// The limits for the ratio of observed to expected events, by the exact Poisson limits of the expected count.
  public static func ratio(expected: Double, _ confidence: Confidence = .ninetyFive) -> Interval {
    Interval.exactPoisson(events: expected, confidence).multiplied(by: 1 / expected)
  }
}

/// Where an area lies in a funnel.
public enum FunnelPosition: String, Sendable {
  /// Within the 95 % limits: no different from the whole beyond chance.
  case inside
  /// Below the 95 % limits, within the 99.8 %.
  case low
  /// Above the 95 % limits, within the 99.8 %.
  case high
  /// Below the 99.8 % limits.
  case veryLow = "very low"
  /// Above the 99.8 % limits.
  case veryHigh = "very high"

  /// The position of a figure between limits of 95 % and of 99.8 %.
  public init(_ figure: Double, inner: Interval, outer: Interval) {
    self =
      figure < outer.lower
      ? .veryLow
      : figure > outer.upper ? .veryHigh : figure < inner.lower ? .low : figure > inner.upper ? .high : .inside
  }
}
