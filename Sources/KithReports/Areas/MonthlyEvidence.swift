import KithCharts
import KithDisclosure
import KithStatistics
public import KithStore
public import KithStudies

/// A control chart of an authority's months, as it may be shown.
public struct MonthlyEvidence: Sendable {
  private let months: MonthlyRelease
  private let source: String

  /// Counts and protects the months that the returns cover, up to a collection year where one is given.
  public init(_ count: MonthlyCount, in store: Store, of authority: String, upTo year: Int? = nil) throws {
    let series = try MonthlySeries(count, in: store, authority: authority).upTo(year)
    let policy: DisclosurePolicy = count.isOfCare ? .childrenLookedAfter : .childrenInNeed
    months = try MonthlyRelease(series, under: policy)
    source =
      ((try store.isSynthetic ?? false) ? "SYNTHETIC returns" : "own returns")
      + "; 1 to 5 withheld, by quarter where a month would be; XmR chart (docs/demand.md)"
  }

  /// The chart; it throws where there is none that may be shown.
  public func shown() throws(StudyError) -> Exhibit {
    guard let exhibit else {
      throw StudyError(.tooLittle, "Counts are withheld by quarter too, or there are too few for a chart.")
    }
    return exhibit
  }

  /// The chart; nil where counts are withheld by quarter too, or there are too few for a chart.
  public var exhibit: Exhibit? {
    guard let numbers = months.numbers, numbers.count >= TrendReport.leastPoints,
      let chart = ControlChart(of: numbers), let limits = chart.limits.first, let last = months.figures.last
    else { return nil }
    let head = ChartHead(
      finding: finding(chart), subject: subject, unit: "number in a \(months.unit.rawValue)", source: source)
    let lines = [("Upper limit", limits.upper), ("Mean", limits.mean), ("Lower limit", max(0, limits.lower))]
    let references = lines.compactMap { name, number -> ChartReference? in
      // Limits are worked out from shown counts alone; they rest on all of them.
      Disclosure.estimate(number, restingOn: Int(numbers.reduce(0, +)), source: last.basis.source)
        .map { ChartReference(name, ChartValue($0.value, of: $0, places: 1)) }
    }
    let form = ProcessChart(
      head, periods: months.periods, values: months.figures.map { ChartValue($0) },
      says: chart.causes.map { $0?.rawValue }, limits: references)
    return Exhibit(sentence(chart, limits), chart: form, isLong: true)
  }

  private var title: String { months.count.title.capitalisedFirst }

  private var subject: String {
    "\(title) by \(months.unit.rawValue), \(months.periods.first ?? "") to \(months.periods.last ?? "")"
  }

  private func finding(_ chart: ControlChart) -> String {
    let flagged = chart.causes.indices.filter { chart.causes[$0] != nil }
    guard let last = flagged.last else { return "\(title): no \(months.unit.rawValue) says more than chance" }
    return
      "\(title): \(flagged.count) of \(chart.values.count) \(months.unit.rawValue)s say more than chance, the last \(months.periods[last])"
  }

  private func sentence(_ chart: ControlChart, _ limits: ProcessLimits) -> String {
    let unit = months.unit.rawValue
    let latest = chart.causes.last.flatMap { $0 }.map { "which says more than chance: \($0.rawValue)" }
    let now = ChartDigits.text(chart.values.last ?? 0, places: 0)
    let range = "\(ChartDigits.text(max(0, limits.lower), places: 0)) to \(ChartDigits.text(limits.upper, places: 0))"
    let settled =
      chart.values.count >= ControlChart.settledCount
      ? "the limits rest on \(chart.values.count) \(unit)s"
      : "the limits are provisional, from \(chart.values.count) \(unit)s of \(ControlChart.settledCount) that a chart needs"
    return
      "\(finding(chart)). In the latest \(unit), \(months.periods.last ?? ""), there were \(now), \(latest ?? "within what chance gives"): "
      + "\(range) is what its own \(unit)s lead one to expect; \(settled). A chart tells that something changed, and not why."
  }
}
