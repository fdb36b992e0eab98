import KithStatistics
package import KithTables

/// Who is linked and who is not, by characteristics: what GUILD asks those who analyse linked data to look at.
///
/// Gilbert and others, "GUILD: guidance for information about linking data sets", Journal of Public Health 40 (2018).
/// Standardised differences as in Austin, "Using the standardized difference to compare the prevalence of a binary
/// variable between two groups", Communications in Statistics 38 (2009).
public struct LinkageBias: Hashable, Sendable {
  /// Those who share a category.
  public struct Row: Hashable, Sendable {
    /// The characteristic, such as `ethnicity`.
    public let characteristic: String
    /// The category; blank where it is not recorded.
    public let category: String
    /// How many are linked.
    public let linked: Int
    /// How many are not.
    public let unlinked: Int
    /// The share of the linked who are in the category, less that of the unlinked, in standard deviations; nil where
    /// nobody is linked or nobody is not.
    public let difference: Double?

    /// The share that is linked.
    public var share: Double { Double(linked) / Double(linked + unlinked) }
    /// Wilson's interval about the share.
    var interval: Interval { .wilson(events: Double(linked), of: Double(linked + unlinked)) }
    /// The limits of Wilson's interval about the share.
    public var limits: (lower: Double, upper: Double) { (interval.lower, interval.upper) }
    /// Whether the linked and the unlinked differ by a tenth of a standard deviation or more.
    public var isMarked: Bool { abs(difference ?? 0) >= 0.1 }
  }

  /// How many are linked.
  public let linked: Int
  /// How many are not.
  public let unlinked: Int
  /// The categories of each characteristic, in order.
  public let rows: [Row]

  /// Compares those who are linked with those who are not.
  ///
  /// - Parameters:
  ///   - people: The categories of each person, one for each characteristic.
  ///   - isLinked: Whether each is linked.
  public init(_ characteristics: [String], people: [[String]], isLinked: [Bool]) {
    linked = isLinked.count { $0 }
    unlinked = isLinked.count - linked
    let totals = (linked: linked, unlinked: unlinked)
    rows = characteristics.indices.flatMap { place -> [Row] in
      var counts: [String: (Int, Int)] = [:]
      for (person, isLinked) in zip(people, isLinked) {
        let category = person[place].trimmed
        counts[category, default: (0, 0)].0 += isLinked ? 1 : 0
        counts[category, default: (0, 0)].1 += isLinked ? 0 : 1
      }
      return counts.sorted { $0.key < $1.key }.map { category, count in
        Row(
          characteristic: characteristics[place], category: category, linked: count.0, unlinked: count.1,
          difference: Self.difference(count, of: totals))
      }
    }
  }

  private static func difference(_ count: (Int, Int), of totals: (linked: Int, unlinked: Int)) -> Double? {
    guard totals.linked > 0, totals.unlinked > 0 else { return nil }
    let (p, q) = (Double(count.0) / Double(totals.linked), Double(count.1) / Double(totals.unlinked))
    let variance = (p * (1 - p) + q * (1 - q)) / 2
    return variance > 0 ? (p - q) / variance.squareRoot() : 0
  }
}

extension Day {
  /// The band of the age of someone born on this day, as the returns' statistics have it.
  package func ageBand(on day: Day) -> String {
    switch age(on: day) {
    case ..<0: "unborn"
    case 0: "under 1"
    case 1...4: "1 to 4"
    case 5...9: "5 to 9"
    case 10...15: "10 to 15"
    default: "16 and over"
    }
  }
}
