/// Whether a figure differs from last year's by more than chance makes likely in one of 500 such pairs.
///
/// Counts: the difference of two Poisson counts; shares: the difference of two proportions with a common one. Children are not
/// independent of their families and teams, so a figure beyond the limits is to be looked at; it is no fault by itself.
public enum ChanceLimits: Sendable {
  /// Within what chance makes likely.
  case within
  /// Beyond it.
  case beyond

  private static let deviations = 3.09

  /// Where a change lies; nil for means, and where a figure is not available.
  public init?(_ change: MeasureChange) {
    guard let now = change.now.numerator, let before = change.before.numerator else { return nil }
    switch change.now.measure.figure {
    case .count, .children, .rate:
      self = abs(now - before) > Self.deviations * (now + before).squareRoot() ? .beyond : .within
    case .percentage:
      guard let n = change.now.denominator, let m = change.before.denominator, n > 0, m > 0 else { return nil }
      let common = (now + before) / Double(n + m)
      let error = (common * (1 - common) * (1 / Double(n) + 1 / Double(m))).squareRoot()
      self = abs(now / Double(n) - before / Double(m)) > Self.deviations * error ? .beyond : .within
    case .mean, .yearsAndMonths: return nil
    }
  }
}
