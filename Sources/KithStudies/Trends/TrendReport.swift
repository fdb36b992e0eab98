import KithStatistics

/// The tables of control charts.
public struct TrendReport {
  /// The least number of points of which a chart is made.
  public static let leastPoints = ProcessLimits.leastCount

  /// The chart of a series: its points with their limits and what each says.
  /// - Parameters:
  ///   - rebasedAt: Positions from which limits are worked out anew.
  ///   - fixedAfter: How many of the first points make the limits.
  public static func chart(
    _ name: String, labels: [String], values: [Double], rebasedAt: Set<Int> = [], fixedAfter: Int? = nil,
    places: Int = 0
  ) throws(StudyError) -> [StudyTable] {
    guard values.count >= leastPoints,
      let chart = ControlChart(of: values, rebasedAt: rebasedAt, fixedAfter: fixedAfter)
    else {
      throw StudyError(
        .tooLittle, "Not enough points for a chart of \(name): it takes \(leastPoints), and two in each part.")
    }
    let rows = labels.indices.map { place -> [StudyTable.Cell] in
      let limits = chart.limits[place]
      return [
        .text(labels[place]), .number(values[place], places: places), .number(limits.mean, places: places + 1),
        .number(limits.lower, places: places + 1), .number(limits.upper, places: places + 1),
        chart.causes[place].map { .text($0.rawValue) } ?? .none,
      ]
    }
    let table = StudyTable(
      "XmR chart: \(name)", columns: ["period", "value", "mean", "lower", "upper", "says"], rows: rows)
    return [summary(name, chart, labels), table]
  }

  private static func summary(_ name: String, _ chart: ControlChart, _ labels: [String]) -> StudyTable {
    let flagged = chart.causes.indices.filter { chart.causes[$0] != nil }
    let says =
      flagged.isEmpty
      ? "no more than chance from period to period"
      : "\(flagged.count) of \(labels.count) points say more than chance; the last is \(labels[flagged[flagged.count - 1]])"
    let count = chart.values.count
    let settled =
      count >= ControlChart.settledCount
      ? "limits rest on \(count) points"
      : "limits are provisional: \(count) points, of \(ControlChart.settledCount) that a chart needs"
    return StudyTable(
      "What it says: \(name)", columns: ["series", "says", "limits"],
      rows: [[.text(name), .text(says), .text(settled)]])
  }

  /// The chart of a share of counts that change, with Laney's limits beside those of chance alone.
  public static func shares(
    _ name: String, labels: [String], events: [Double], totals: [Double]
  ) -> StudyTable? {
    let kept = labels.indices.filter { totals[$0] > 0 }
    guard kept.count >= leastPoints,
      let chart = AttributeChart(.share, events: kept.map { events[$0] }, totals: kept.map { totals[$0] })
    else { return nil }
    let rows = kept.indices.map { place -> [StudyTable.Cell] in
      let (figure, wide) = (chart.figures[place], chart.wideLimits[place])
      let says: String? =
        figure > wide.upper ? "above the upper limit" : figure < wide.lower ? "below the lower limit" : nil
      return [
        .text(labels[kept[place]]), .number(figure * 100, places: 1),
        .number(chart.limits[place].lower * 100, places: 1),
        .number(chart.limits[place].upper * 100, places: 1), .number(wide.lower * 100, places: 1),
        .number(wide.upper * 100, places: 1), says.map { .text($0) } ?? .none,
      ]
    }
    return StudyTable(
      "p chart: \(name), percent; Laney's limits are \(round(chart.spread)) times those of chance",
      columns: ["period", "percent", "chance_lower", "chance_upper", "lower", "upper", "says"], rows: rows)
  }

  private static func round(_ number: Double) -> String { "\(number.roundedHalfUp(places: 2))" }
}
