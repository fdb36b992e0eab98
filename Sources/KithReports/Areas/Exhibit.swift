public import KithCharts

/// One thing that a document shows: a sentence that states the finding with its uncertainty, and the figures behind it.
public struct Exhibit: Sendable {
  /// The finding with its uncertainty, as a sentence.
  public let sentence: String
  /// The chart, with its table.
  public let chart: (any Chart)?
  /// The table where there is no chart.
  public let table: ChartTable?
  /// Where the figures of a table come from.
  public let source: String
  /// Whether the table has a row for every authority.
  public let isLong: Bool

  /// A chart and what it finds.
  public init(_ sentence: String, chart: any Chart, isLong: Bool = false) {
    self.sentence = sentence
    self.chart = chart
    self.isLong = isLong
    table = nil
    source = chart.head.source
  }

  /// A table and what it finds.
  public init(_ sentence: String, table: ChartTable, source: String) {
    self.sentence = sentence
    self.table = table
    self.source = source
    chart = nil
    isLong = false
  }

  /// Whether every figure may be shown outside the authority.
  public var isForRelease: Bool { chart?.isForRelease ?? table?.isForRelease ?? true }
}
