import KithAggregates
import KithCharts
import KithDisclosure
import KithPlaces
import KithStatistics

extension CompareDesk {
  /// Authorities in order of a measure, with rank, band and funnel, as dots and on the map of tiles.
  func listView() throws -> CompareView {
    let measure = try query.measure()
    let table = table([measure], query.authorities())
    guard let first = table.value.rows.first else {
      throw WebError.unusable("No figures", "There is none of this measure up to that year.")
    }
    let rows = table.value.rows.map(\.comparison).sorted { isBefore($0, $1, measure.polarity) }
    var charts = [shown(dots(table, rows, measure), "dots"), shown(map(measure), "map")]
    if let funnel = funnel(measure) { charts.append(shown(funnel, "funnel")) }
    return view(
      "list", title: "\(measure.name), \(first.comparison.period.label)", measure: measure,
      form: forms.form(
        "list", [forms.authority, forms.measures("measure", "Measure", [measure.code]), forms.group, forms.axis]),
      sentences: Wording.bands(first.league, decimals: places(measure)), tables: [listTable(rows, measure)],
      charts: charts, remarks: unranked(measure) + remarks(table),
      data: [("measure", measure.code), ("among", query.group.rawValue)])
  }

  private func unranked(_ measure: Measure) -> [String] {
    measure.polarity.canRank ? [] : ["Authorities are \(words(measure).text(.noPolarity))."]
  }

  private func isBefore(_ a: AuthorityComparison, _ b: AuthorityComparison, _ polarity: Polarity) -> Bool {
    guard let first = a.own.number else { return false }
    guard let second = b.own.number else { return true }
    if first == second { return a.authority < b.authority }
    return polarity == .low ? first < second : first > second
  }

  /// The authorities with their figures. What none can have, for want of a good end or of counts, has no column.
  private func listTable(_ rows: [AuthorityComparison], _ measure: Measure) -> ShownTable {
    let words = words(measure)
    let (hasRank, hasCounts) = (measure.polarity.canRank, rows.contains { $0.spread != nil })
    return ShownTable(
      "Authorities in order",
      ["Local authority", "Value", "Change"] + (hasRank ? ["Rank", "Band"] : [])
        + (hasCounts ? ["Funnel", "Trend"] : []),
      rows: rows.map { row in
        let address = query.address("measure", [("measure", measure.code), ("la", "\(row.authority)")])
        var cells: [ShownTable.Cell] = [
          .link(name(row.authority), address), .number(words.text(row.own)), .text(words.text(row.own.change)),
        ]
        if hasRank { cells += [.text(words.text(row.rank)), .text(row.band?.rawValue ?? "–")] }
        if hasCounts { cells += [.text(FigureWords.text(row.spread)), .text(FigureWords.text(row.trend))] }
        return (cells, row.authority == query.authority?.code)
      })
  }

  private func dots(
    _ table: Releasable<ComparisonTable>, _ rows: [AuthorityComparison], _ measure: Measure
  ) -> DotChart {
    let places = places(measure)
    let values = rows.map { row -> ChartValue? in
      let interval = row.spread.map { $0.interval.lower...$0.interval.upper }
      return row.own.number == nil
        ? ChartValue(row.own.cell, of: table, places: places)
        : ChartValue(row.own.number, of: table, places: places, interval: interval)
    }
    let england = rows.first.map { ChartReference("England", ChartValue($0.england.cell, of: table, places: places)) }
    let own = rows.first { $0.authority == query.authority?.code }
    return DotChart(
      head(
        own.map { words(measure).finding($0, name($0.authority)) } ?? "Authorities in order", measure,
        query.group.words.lowercased()),
      heading: "Authority", categories: rows.map { name($0.authority) },
      series: [ChartSeries(measure.unit.isEmpty ? "Value" : measure.unit, values, isFocus: true)],
      reference: england.flatMap { $0.value.number == nil || words(measure).isCount ? nil : $0 },
      startsAtZero: query.startsAtZero)
  }

  /// Every authority on the map of tiles, by its quarter.
  private func map(_ measure: Measure) -> TileMapChart {
    let all = AuthorityRegister.england.authorities.filter { $0.closed == nil }.map(\.code)
    let table = table([measure], all)
    let quartiles = table.value.rows.first?.league.quartiles
    let places = table.value.rows.map { row in
      let level = row.comparison.own.number.flatMap { number in quartiles?.quarter(of: number).map { 3 - $0 } }
      return TileMapChart.Place(
        code: "\(row.comparison.authority)", name: name(row.comparison.authority),
        value: ChartValue(row.comparison.own.cell, of: table, places: self.places(measure)), level: level,
        isFocus: row.comparison.authority == query.authority?.code)
    }
    return TileMapChart(
      head("Where the highest quarter of figures lies", measure, "all authorities, by quarter"), places: places,
      levels: ["highest quarter", "second quarter", "third quarter", "lowest quarter"])
  }

  /// Every authority by its size, among the limits; nil where the counts are not known.
  private func funnel(_ measure: Measure) -> FunnelChart? {
    let table = table([measure], query.benchmark.table.authorities)
    guard let league = table.value.rows.first?.league, let funnel = league.funnel else { return nil }
    let found = table.value.rows.compactMap { row in row.comparison.spread.map { (row.comparison, $0) } }
    let outside = found.count { $0.1.position != .inside }
    let places = places(measure)
    return FunnelChart(
      head("\(outside) of \(found.count) authorities lie outside the 95% limits", measure, league.period.label),
      sizeTitle: "Children or events that the figure rests on",
      points: found.map { row, spread in
        FunnelChart.Point(
          name(row.authority), size: ChartValue(spread.total, of: table, places: 0),
          value: ChartValue(row.own.cell, of: table, places: places), isFocus: row.authority == query.authority?.code)
      },
      limits: found.map { _, spread in
        FunnelChart.Limits(
          size: spread.total, inner: spread.limits.lower...spread.limits.upper,
          outer: spread.outerLimits.lower...spread.outerLimits.upper)
      }, baseline: ChartReference("All together", ChartValue(funnel.baseline, of: table, places: places + 1)))
  }
}
