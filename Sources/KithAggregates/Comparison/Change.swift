/// The change of a figure from an earlier period, or why there is none.
public enum Change: Hashable, Sendable {
  /// A difference, in the measure's units, and the period that it is counted from.
  case difference(Double, since: Period)
  /// The table has no earlier period.
  case noEarlierPeriod
  /// The period before is not in the table; the last one that is.
  case gap(since: Period)
  /// The periods share years, so their difference is not the change of a year.
  case overlapping(Period)
  /// One of the two figures is not a number.
  case notPublished(Period)

  /// The difference, where there is one.
  public var difference: Double? { if case .difference(let difference, _) = self { difference } else { nil } }

  /// The period that the difference is counted from, where there is one.
  public var since: Period? { if case .difference(_, let since) = self { since } else { nil } }

  /// Why there is no difference, in words; nil where there is one.
  public var reason: String? {
    switch self {
    case .difference: nil
    case .noEarlierPeriod: "no earlier period"
    case .gap(let since): "the period before is missing; the last is \(since.label)"
    case .overlapping(let other): "\(other.label) shares years with it"
    case .notPublished(let since): "not published for both this period and \(since.label)"
    }
  }
}

/// Where a figure goes.
public enum Direction: String, Sendable {
  /// Upwards.
  case up
  /// Downwards.
  case down
  /// No change at all.
  case level

  /// The direction of a difference.
  public init(_ difference: Double) { self = difference > 0 ? .up : difference < 0 ? .down : .level }
}

extension Polarity {
  /// Whether a direction is good; nil when it is neither good nor bad.
  public func isGood(_ direction: Direction) -> Bool? {
    guard canRank, direction != .level else { return nil }
    return (direction == .up) == (self == .high)
  }
}
