public import KithStatistics

/// How good links are, where the truth is known: counts of pairs.
public struct LinkAccuracy: Hashable, Sendable {
  /// Links that are true.
  public let right: Int
  /// Links that are false.
  public let wrong: Int
  /// True pairs that were not linked.
  public let missed: Int

  /// Counts of links that are right and wrong and of pairs that were missed.
  public init(right: Int, wrong: Int, missed: Int) {
    self.right = right
    self.wrong = wrong
    self.missed = missed
  }

  /// Compares links with the truth.
  public init<Pair: Hashable>(_ links: Set<Pair>, truth: Set<Pair>) {
    let right = links.intersection(truth).count
    self.init(right: right, wrong: links.count - right, missed: truth.count - right)
  }

  /// The share of links that are true; nil where there are none.
  public var precision: Double? { Self.share(right, right + wrong) }

  /// The share of true pairs that are linked; nil where there are none.
  public var recall: Double? { Self.share(right, right + missed) }

  /// The harmonic mean of precision and recall.
  public var f1: Double? { Self.share(2 * right, 2 * right + wrong + missed) }

  /// Wilson's interval about the precision.
  public var precisionInterval: Interval? { Self.interval(right, right + wrong) }

  /// Wilson's interval about the recall.
  public var recallInterval: Interval? { Self.interval(right, right + missed) }

  /// The interval about F1: F1 is 2J / (1 + J) of the share J of the pairs, linked or true, that are both, about which
  /// Wilson's interval stands.
  public var f1Interval: Interval? {
    Self.interval(right, right + wrong + missed).map { share in
      Interval(lower: 2 * share.lower / (1 + share.lower), upper: 2 * share.upper / (1 + share.upper))
    }
  }

  private static func share(_ part: Int, _ whole: Int) -> Double? {
    whole == 0 ? nil : Double(part) / Double(whole)
  }

  private static func interval(_ part: Int, _ whole: Int) -> Interval? {
    whole == 0 ? nil : .wilson(events: Double(part), of: Double(whole))
  }
}
