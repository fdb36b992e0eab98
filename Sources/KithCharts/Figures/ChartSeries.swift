/// Figures that belong together on a chart, one for each category or period.
public struct ChartSeries: Hashable, Sendable {
  /// The name, as the chart labels it.
  public let name: String
  /// The figures, in the order of the chart's categories; nil where there is none.
  public let values: [ChartValue?]
  /// Whether the reader should see it first; where a chart has more than four series, the others are grey.
  public let isFocus: Bool

  /// Figures that belong together.
  public init(_ name: String, _ values: [ChartValue?], isFocus: Bool = false) {
    self.name = name
    self.values = values
    self.isFocus = isFocus
  }

  func value(_ place: Int) -> ChartValue? { place < values.count ? values[place] : nil }
}

/// Where a series is not comparable with what stands before: the definition or the collection changed.
public struct SeriesBreak: Hashable, Sendable {
  /// The first category or period of the new definition.
  public let period: String
  /// What changed.
  public let words: String

  /// A break before a period.
  public init(before period: String, _ words: String) {
    self.period = period
    self.words = words
  }
}

/// A line across a chart: a mean, a limit, England's figure.
public struct ChartReference: Hashable, Sendable {
  /// What it is.
  public let name: String
  /// Where it lies.
  public let value: ChartValue

  /// A line across a chart.
  public init(_ name: String, _ value: ChartValue) {
    self.name = name
    self.value = value
  }
}
