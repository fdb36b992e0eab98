/// Whether a high or a low value of a measure is good.
public enum Polarity: Hashable, Sendable {
  /// High is good.
  case high
  /// Low is good.
  case low
  /// Neither is good in itself.
  case neither
  /// The publication does not say.
  case notGiven

  /// The polarity that LAIT's dictionary names.
  public init(text: String) {
    switch text {
    case "High": self = .high
    case "Low": self = .low
    case "-": self = .neither
    default: self = .notGiven
    }
  }

  /// Whether values can be ranked from best to worst.
  public var canRank: Bool { self == .high || self == .low }
}

/// The counts behind a measure, by the positions of their series in the same table.
public struct MeasureCounts: Hashable, Sendable {
  /// What the events are divided by.
  public enum Kind: Hashable, Sendable {
    /// The events are some of the total; the measure is a percentage.
    case proportion
    /// The events arise in a population; the measure is events for this many people.
    case rate(per: Double)
  }

  /// The series that counts the events.
  public let events: Int
  /// The series that counts the total, or the population.
  public let total: Int
  /// How the measure is made of the two.
  public let kind: Kind
}

/// Something that is published for many areas over several periods.
public struct Measure: Hashable, Sendable {
  /// The publication's short name, by which its data are found.
  public let code: String
  /// The name that people read.
  public let name: String
  /// The topics under which it is shown.
  public let topics: [String]
  /// Whether high or low is good.
  public let polarity: Polarity
  /// The decimals in which it is shown, where the publication says so.
  public let decimals: Int?
  /// Whether quartile bands are shown; the publication withholds them where its values differ too little.
  public let hasBands: Bool
  /// What the figures are, such as "Rate per 10,000".
  public let unit: String
  /// The kind of year that its periods are.
  public let yearKind: YearKind
  /// What it measures, in the publication's words.
  public var description = ""
  /// Where the publication is.
  public var link = ""
  /// The position of its figures among the table's series.
  public let series: Int
  /// The counts behind it, where the table has them.
  public var counts: MeasureCounts?
  /// The most decimals that any of its published numbers has.
  public var publishedDecimals = 1

  /// The decimals in which a mode shows it: those that the publication gives, else LAIT's 1, else those of its numbers up
  /// to 1, so that whole numbers are not shown as `71.0`.
  public func shownDecimals(_ mode: ComparisonMode) -> Int {
    decimals ?? (mode == .lait ? 1 : min(publishedDecimals, 1))
  }
}
