public import KithStatistics

/// The forecast that nothing changes, with the interval that past changes give.
///
/// Its interval is quantiles of the changes (later over earlier, less 1) of all authorities over the same number of years, known at
/// the origin: the "empirical" intervals of R. J. Hyndman and G. Athanasopoulos, "Forecasting: Principles and Practice" (2021), section 5.5.
public struct NoChange: Hashable, Sendable {
  /// The changes seen, least first.
  public let changes: [Double]
  /// The least number of changes of which an interval is made.
  public static let leastChanges = 20

  /// Learns from series of yearly counts, one for each authority, the last of each at the origin.
  public init(_ series: [[Double]], yearsAhead: Int) {
    changes = series.flatMap { counts in
      zip(counts, counts.dropFirst(yearsAhead)).filter { $0.0 > 0 }.map { $0.1 / $0.0 - 1 }
    }.sorted()
  }

  /// The interval about a count; nil where too few changes were seen.
  public func interval(about count: Double, share: Double) -> Interval? {
    guard changes.count >= Self.leastChanges, let low = quantile((1 - share) / 2, ofSorted: changes),
      let high = quantile((1 + share) / 2, ofSorted: changes)
    else { return nil }
    return Interval(lower: count * (1 + low), upper: count * (1 + high))
  }
}
