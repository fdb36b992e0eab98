import KithAggregates
import KithCharts
import KithDisclosure
import KithPlaces
import KithStatistics

extension CompareDesk {
  /// An authority on one measure over time, where it stands, and whether that is more than chance.
  func measureView() throws -> CompareView {
    let (authority, measure) = (try query.chosenAuthority(), try query.measure())
    let table = table([measure], [authority.code], withSeries: true)
    guard let row = table.value.rows.first, let series = row.series else {
      throw WebError.unusable("No figures", "There is none of this measure for the authority up to that year.")
    }
    let chosen: Set<String> = [measure.code]
    return view(
      "measure", title: measure.name, measure: measure,
      form: forms.form("measure", [forms.authority, forms.measures("measure", "Measure", chosen), forms.axis]),
      sentences: standing(row, authority.name), tables: [overTime(row, series, authority.name)],
      charts: [shown(lines(table, row, series, authority.name), "lines"), shown(focus(measure, authority), "focus")],
      remarks: (measure.description.isEmpty ? [] : [measure.description]) + remarks(table),
      data: [("measure", measure.code)])
  }

  /// Where the authority stands, in sentences.
  private func standing(_ row: ComparisonTable.Row, _ name: String) -> [String] {
    let found = row.comparison
    let words = words(found.measure)
    var lines = [words.finding(found, name) + "."]
    let band = found.band.map { ", quartile band \($0.rawValue)" } ?? ""
    lines.append("Rank in \(found.period.label): \(words.text(found.rank))\(band).")
    let bands = Wording.bands(row.league, decimals: places(found.measure))
    if !bands.isEmpty { lines.append("Bands: \(bands.joined(separator: "; ")).") }
    lines.append("Change: \(words.text(found.own.change)).")
    if found.neighbours.total > 0 {
      lines.append(
        "Neighbours: \(words.mean(found.neighbours.mean)), the \(Wording.neighbours(found.neighbours)); their median is "
          + "\(words.mean(found.neighbours.median)).")
    }
    if let spread = found.spread {
      lines.append(
        "95% interval \(words.mean(spread.interval.lower)) to \(words.mean(spread.interval.upper)); in the funnel: "
          + "\(FigureWords.text(spread)) (\(words.mean(spread.limits.lower)) to \(words.mean(spread.limits.upper))).")
    }
    if let trend = found.trend { lines.append("Trend over five periods: \(FigureWords.text(trend)) (99.8% test).") }
    let difference = row.inLAIT.map { Wording.difference(found, inLAIT: $0) } ?? []
    if !difference.isEmpty { lines.append("LAIT itself says \(difference.joined(separator: "; ")).") }
    return lines
  }

  private func overTime(_ row: ComparisonTable.Row, _ series: AuthoritySeries, _ name: String) -> ShownTable {
    let words = words(row.comparison.measure)
    let cells = { (cells: [PublishedCell]) -> [ShownTable.Cell] in
      cells.map { cell in
        .number(cell.number.map(words.text) ?? "\(cell.text) (\(words.reason(cell) ?? ""))")
      }
    }
    var rows: [(cells: [ShownTable.Cell], isFocus: Bool)] = [([.text(name)] + cells(series.own), true)]
    if series.neighbourMeans.contains(where: { $0 != nil }) {
      rows.append(([.text("Neighbours' mean")] + series.neighbourMeans.map { .number(words.mean($0)) }, false))
    }
    if let region = series.region, !series.regional.isEmpty {
      rows.append(([.text(region.name)] + cells(series.regional), false))
    }
    if !series.england.isEmpty { rows.append(([.text("England")] + cells(series.england), false)) }
    return ShownTable(
      "\(row.comparison.measure.name), with the reason where no number is published",
      ["Place"] + series.periods.map(\.label), rows: rows)
  }

  private func lines(
    _ table: Releasable<ComparisonTable>, _ row: ComparisonTable.Row, _ series: AuthoritySeries, _ name: String
  ) -> LineChart {
    let measure = row.comparison.measure
    let places = places(measure)
    let values = { (cells: [PublishedCell]) in cells.map { ChartValue($0, of: table, places: places) } }
    var lines = [ChartSeries(name, values(series.own), isFocus: true)]
    if series.neighbourMeans.contains(where: { $0 != nil }) {
      lines.append(
        ChartSeries(
          "Neighbours' mean", series.neighbourMeans.map { ChartValue($0, of: table, places: max(places, 1)) }))
    }
    if let region = series.region, !series.regional.isEmpty {
      lines.append(ChartSeries(region.name, values(series.regional)))
    }
    if !series.england.isEmpty { lines.append(ChartSeries("England", values(series.england))) }
    return LineChart(
      head(words(measure).finding(row.comparison, name), measure, "\(name) and its comparators"),
      periods: series.periods.map(\.label), series: lines, startsAtZero: query.startsAtZero)
  }

  /// The authority's line in front of its neighbours'.
  private func focus(_ measure: Measure, _ authority: Authority) -> LineChart {
    let near = query.benchmark.neighbours.neighbours(of: authority.code).map(\.code)
    let codes = [authority.code] + near
    let table = table([measure], codes, withSeries: true)
    let rows = table.value.rows
    let places = places(measure)
    let series = rows.compactMap { row in
      row.series.map { series in
        ChartSeries(
          name(row.comparison.authority), series.own.map { ChartValue($0, of: table, places: places) },
          isFocus: row.comparison.authority == authority.code)
      }
    }
    return LineChart(
      head("\(authority.name) among its statistical neighbours", measure, "each authority a line"),
      periods: rows.first?.series?.periods.map(\.label) ?? [], series: series, startsAtZero: query.startsAtZero)
  }

  /// What stands above and beneath a chart of a measure.
  func head(_ finding: String, _ measure: Measure, _ subject: String) -> ChartHead {
    ChartHead(
      finding: finding, subject: "\(measure.name): \(subject)", unit: measure.unit.isEmpty ? "value" : measure.unit,
      source: source)
  }
}
