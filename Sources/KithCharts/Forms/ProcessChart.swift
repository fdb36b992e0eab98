import KithDisclosure

/// Figures over many periods among the limits of a control chart, the periods that say more than chance marked and named.
///
/// The table has a row for each period, and the mean and the limits at its end.
public struct ProcessChart: Chart {
  /// What stands above and beneath the chart.
  public let head: ChartHead
  /// The periods, oldest first.
  public let periods: [String]
  /// The figure of each period.
  public let values: [ChartValue?]
  /// What each period says; nil where it says no more than chance.
  public let says: [String?]
  /// The mean and the limits.
  public let limits: [ChartReference]

  /// Figures among limits.
  public init(
    _ head: ChartHead, periods: [String], values: [ChartValue?], says: [String?], limits: [ChartReference]
  ) {
    self.head = head
    self.periods = periods
    self.values = values
    self.says = says
    self.limits = limits
  }

  /// What kind of chart it is.
  public var kind: String { "Control chart" }

  /// The figures as a table.
  public var table: ChartTable {
    let rows = periods.indices.map { place -> [ChartTable.Cell] in
      let value = place < values.count ? values[place] : nil
      return [.text(periods[place]), LineChart.cell(value), .text(mark(place) ?? "no more than chance")]
    }
    let across = limits.map { [ChartTable.Cell.text($0.name), .value($0.value), .text("")] }
    return ChartTable("\(head.subject), \(head.unit)", ["Period", head.unit, "What it says"], rows + across)
  }

  private func mark(_ place: Int) -> String? { place < says.count ? says[place] : nil }

  /// What Vega draws, without a title.
  public var specification: SpecificationValue {
    let unusual = values.indices.map { mark($0) == nil ? nil : values[$0] }
    let marked = unusual.contains { $0?.number != nil } ? [ChartSeries("More than chance", unusual, isFocus: true)] : []
    return LineChart(
      head, periods: periods, series: [ChartSeries("Counted", values, isFocus: true)] + marked, references: limits
    ).specification
  }
}
