import KithStatistics
import KithPlaces
import KithAggregates
import KithCharts
import KithDisclosure

extension PublishedEvidence {
  /// The parts of a whole, of the authority, its neighbours and England, in the latest period that they share.
  public func parts(_ title: String, _ parts: [(code: String, name: String)]) -> Exhibit? {
    let all = parts.compactMap { part in row(part.code).map { (name: part.name, found: $0.comparison) } }
    guard let period = all.map(\.found.period).max(by: { $0.lastYear < $1.lastYear }) else { return nil }
    let shown = all.filter { $0.found.period == period }
    guard shown.contains(where: { $0.found.own.number != nil }), let first = shown.first else { return nil }
    let series = shown.map { part in
      ChartSeries(
        part.name,
        [
          value(part.found.own.cell, part.found.measure), mean(part.found.neighbours.mean, part.found.measure),
          value(part.found.england.cell, part.found.measure),
        ])
    }
    let largest = shown.filter { $0.found.own.number != nil }.max {
      ($0.found.own.number ?? 0) < ($1.found.own.number ?? 0)
    }
    let head = ChartHead(
      finding: "\(largest?.name ?? title) is the largest part",
      subject: "\(title), \(authority.name), \(Self.label(period))",
      unit: "Per cent", source: source(first.found.measure),
      notes: [
        "Neighbours: the mean of those that have a number, so parts may not sum to 100. Withheld parts are not drawn."
      ])
    return Exhibit(
      sentence(largest?.name ?? "", largest?.found, period),
      chart: StackedBarChart(
        head, heading: "Area", categories: [authority.name, "Neighbours", "England"], parts: series))
  }

  private func sentence(_ name: String, _ found: AuthorityComparison?, _ period: Period) -> String {
    guard let found, let own = found.own.number else { return "" }
    let england = found.england.number.map { " against \(text($0, found.measure)) in England" } ?? ""
    return "\(name) was \(text(own, found.measure)) per cent in \(Self.label(period))\(england); "
      + "a difference of a few points may be chance where the numbers are small."
  }

  /// Measures side by side, each from the worst to the best authority.
  public func spine(_ title: String, _ codes: [String]) -> Exhibit? {
    let found = codes.compactMap { row($0) }.filter { $0.comparison.own.cell != nil }
    let rows = found.compactMap(spineRow)
    guard !rows.isEmpty, let first = found.first else { return nil }
    let better = found.count { isBetter($0.comparison) == true }
    let worse = found.count { isBetter($0.comparison) == false }
    let head = ChartHead(
      finding: "\(authority.name) is better than England on \(better), worse on \(worse)",
      subject: "\(title), \(authority.name), latest period of each", unit: "each measure in its own unit",
      source: source,
      notes: ["The dark part holds the middle half of all authorities. A better place says nothing of why."])
    return Exhibit(
      "Of \(found.count) measures \(authority.name) is better than England on \(better) and worse on \(worse); on the others it is "
        + "level, has no number, or neither end is good. Differences are not tested here: single years of small numbers vary by chance.",
      chart: SpineChart(head, name: authority.name, rows: rows), isLong: first.comparison.measure.name.isEmpty)
  }

  private func isBetter(_ found: AuthorityComparison) -> Bool? {
    guard let own = found.own.number, let england = found.england.number else { return nil }
    return found.measure.polarity.isGood(Direction(own - england))
  }

  private func spineRow(_ row: ComparisonTable.Row) -> SpineChart.Row? {
    guard let quartiles = row.league.quartiles, let least = row.league.ranking.sorted.first,
      let most = row.league.ranking.sorted.last
    else { return nil }
    let measure = row.comparison.measure
    return SpineChart.Row(
      measure: "\(measure.name), \(Self.label(row.comparison.period))", own: value(row.comparison.own.cell, measure),
      england: value(row.comparison.england.cell, measure), range: least...most,
      quartiles: quartiles.first...max(quartiles.first, quartiles.third),
      highIsGood: measure.polarity.canRank ? measure.polarity == .high : nil)
  }
}
