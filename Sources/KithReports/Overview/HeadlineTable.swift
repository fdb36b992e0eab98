import KithAggregates
import KithCharts
import KithDisclosure
import KithMeasures
import KithStatistics

/// Own measures beside last year's and beside what is published of others.
struct HeadlineTable {
  private let own: OwnEvidence
  private let published: PublishedEvidence?
  private let children: ChildPopulation

  init(_ own: OwnEvidence, _ published: PublishedEvidence?, children: ChildPopulation) {
    self.own = own
    self.published = published
    self.children = children
  }

  /// The headlines, with whether each is usual and where it lies in the funnel.
  func headlines(_ ids: [String]) -> Exhibit? {
    let shown = ids.compactMap(own.measure)
    guard !shown.isEmpty, let year = own.years.last else { return nil }
    let columns = [
      "Headline", OwnEvidence.title(year - 1), OwnEvidence.title(year), "Neighbours", "England", "Beside its own years",
      "In the funnel",
    ]
    let unusual = shown.count { usual($0, year)?.isWithin == false }
    return Exhibit(
      "\(unusual) of \(shown.count) headlines lie outside what the authority's published years lead one to expect. "
        + "This year's are provisional; neighbours and England are the latest published. Differences within the limits may be chance.",
      table: ChartTable("Ten headlines, \(OwnEvidence.title(year))", columns, shown.map { line($0, year) }),
      source: source)
  }

  private var source: String { [own.source, published?.source].compactMap { $0 }.joined(separator: "; ") }

  private func line(_ measure: KithMeasures.Measure, _ year: Int) -> [ChartTable.Cell] {
    [
      .text(measure.name), cell(own.value(measure.id, year - 1)), cell(own.value(measure.id, year)),
      neighbours(measure),
      england(measure), .text(usual(measure, year)?.words ?? "–"), .text(funnel(measure, year) ?? "–"),
    ]
  }

  /// Measures by year, with neighbours and England beside them.
  func years(_ title: String, _ ids: [String]) -> Exhibit? {
    let shown = ids.compactMap(own.measure)
    guard !shown.isEmpty, let last = own.years.last else { return nil }
    let years = own.years.suffix(4)
    let columns = ["Measure"] + years.map(OwnEvidence.title) + ["Unit", "Neighbours", "England"]
    let rows = shown.map { measure -> [ChartTable.Cell] in
      [.text(measure.name)] + years.map { cell(own.value(measure.id, $0)) }
        + [.text(measure.figure.shortUnit), neighbours(measure), england(measure)]
    }
    let reasons = Set(shown.compactMap { own.reason($0.id, last) }).sorted()
    return Exhibit(
      "Up to \(OwnEvidence.title(last)), provisional; neighbours and England are the latest published, and are of rates and shares only."
        + (reasons.isEmpty ? "" : " Without a figure: \(reasons.joined(separator: "; "))."),
      table: ChartTable("\(title), by year", columns, rows), source: source)
  }

  private func cell(_ value: ChartValue?) -> ChartTable.Cell { value.map { .value($0) } ?? .text("–") }

  private func beside(_ measure: KithMeasures.Measure) -> AuthorityComparison? {
    guard let code = measure.laitName, measure.figure.base != nil || measure.figure.isPerPeople else { return nil }
    return published?.row(code)?.comparison
  }

  private func neighbours(_ measure: KithMeasures.Measure) -> ChartTable.Cell {
    guard let published, let found = beside(measure) else { return .text("–") }
    return .value(published.mean(found.neighbours.mean, found.measure))
  }

  private func england(_ measure: KithMeasures.Measure) -> ChartTable.Cell {
    guard let published, let found = beside(measure) else { return .text("–") }
    return .value(published.value(found.england.cell, found.measure))
  }

  /// Whether this year's figure, as it is shown, is within the limits of the authority's published years.
  private func usual(_ measure: KithMeasures.Measure, _ year: Int) -> (words: String, isWithin: Bool)? {
    guard let published, let code = measure.laitName, let series = published.row(code)?.series,
      let value = own.value(measure.id, year)?.number
    else { return nil }
    let before = zip(series.periods, series.own).filter { $0.0.lastYear < year }.compactMap(\.1.number)
    guard before.count >= ProcessLimits.leastCount, let limits = ProcessLimits(of: before) else { return nil }
    let range = "\(ChartDigits.text(max(0, limits.lower), places: 1)) to \(ChartDigits.text(limits.upper, places: 1))"
    return limits.contains(value) ? ("within \(range)", true) : ("outside \(range)", false)
  }

  /// Where this year's rate, as it is shown, lies in the funnel of the latest published year.
  private func funnel(_ measure: KithMeasures.Measure, _ year: Int) -> String? {
    guard let code = measure.laitName, let count = MeasureCounted.counts[code], !count.isShare,
      let value = own.value(measure.id, year)?.number, let people = children.count(in: own.authority, returnYear: year)
    else { return nil }
    return published?.position(of: value, people: Double(people), rate: code, count: count.count)?.words
  }
}

extension KithMeasures.Measure.Figure {
  /// The unit in a narrow column.
  var shortUnit: String { unit == "percentage" ? "%" : isPerPeople ? "per 10,000" : unit }

  /// Whether it is a rate of the children of an area.
  var isPerPeople: Bool { if case .rate = self { true } else { false } }
}
