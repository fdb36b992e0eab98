import KithStore
import KithDisclosure
import KithCharts
public import KithMeasures
import KithRelease

extension OwnEvidence {
  /// Measures by year, as a table; nil where the store gives none of them.
  public func years(_ title: String, _ ids: [String]) -> Exhibit? {
    let shown = ids.compactMap { id in measure(id).map { (id, $0) } }.filter { id, _ in
      years.contains { value(id, $0)?.number != nil }
    }
    guard !shown.isEmpty, let last = years.last else { return nil }
    let table = ChartTable(
      "\(title), from own returns", ["Measure"] + years.map(Self.title) + ["Unit"],
      shown.map { id, measure in
        [.text(measure.name)] + years.map { year in value(id, year).map { .value($0) } ?? .text("–") }
          + [.text(measure.figure.unit)]
      })
    let withheld = shown.count { value($0.0, last)?.symbol == .confidential }
    let words =
      withheld > 0
      ? "\(withheld) of them \(withheld == 1 ? "is" : "are") withheld for the latest year to protect children. " : ""
    return Exhibit(
      "\(shown.count) measures worked out from the returns up to \(Self.title(last)). " + words
        + "They are provisional: DfE's figures follow its own checks.", table: table, source: source)
  }

  /// A measure by year as a line.
  public func trend(_ id: String) -> Exhibit? {
    guard let measure = measure(id), years.contains(where: { value(id, $0)?.number != nil }), let last = years.last
    else { return nil }
    let values = years.map { value(id, $0) }
    let head = ChartHead(
      finding: Self.finding(values.map { $0?.number }, years, measure),
      subject: "\(measure.name), \(years.first.map(Self.title) ?? "") to \(Self.title(last))",
      unit: measure.figure.unit, source: source)
    return Exhibit(
      "\(head.finding). With \(years.count) years a change cannot be told from chance; the figures are provisional.",
      chart: LineChart(
        head, periods: years.map(Self.title), series: [ChartSeries("Own returns", values, isFocus: true)]))
  }

  private static func finding(_ numbers: [Double?], _ years: [Int], _ measure: Measure) -> String {
    guard let last = numbers.last ?? nil, let year = years.last else {
      return "\(measure.name): no figure may be shown"
    }
    let now = ChartDigits.text(last, places: measure.places)
    guard numbers.count > 1, let before = numbers[numbers.count - 2] else { return "\(now) in \(title(year))" }
    let direction = last == before ? "as many as" : last > before ? "more than" : "fewer than"
    return "\(now) in \(title(year)), \(direction) the year before"
  }

  /// A count of the latest year by groups, as bars.
  public func groups(_ id: String, by breakdown: Breakdown, _ words: String) -> Exhibit? {
    let found = groups(id, by: breakdown)
    guard let measure = measure(id), let year = years.last, !found.isEmpty else { return nil }
    let values = found.map { value(id, year, $0) }
    guard values.contains(where: { $0?.number != nil }) else { return nil }
    let largest = zip(found, values).max { ($0.1?.number ?? 0) < ($1.1?.number ?? 0) }
    let head = ChartHead(
      finding: "\(largest?.0.category ?? "") is the largest group",
      subject: "\(measure.name) by \(words), \(Self.title(year))",
      unit: measure.figure.unit, source: source)
    let withheld = values.count { $0?.symbol == .confidential }
    return Exhibit(
      "The largest group is \(largest?.0.category ?? "") with \(largest?.1?.text ?? ""). "
        + (withheld > 0
          ? "\(withheld) groups are withheld to protect children: they are not 0." : "No group had to be withheld."),
      chart: BarChart(
        head, heading: words.prefix(1).uppercased() + words.dropFirst(), categories: found.map(\.category),
        series: [ChartSeries("Children", values)]))
  }

  static func title(_ year: Int) -> String {
    let short = year % 100
    return "\(year - 1)/" + (short < 10 ? "0\(short)" : "\(short)")
  }
}
