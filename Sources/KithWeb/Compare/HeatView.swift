import KithAggregates
import KithCharts
import KithDisclosure
import KithPlaces
import KithStatistics

extension CompareDesk {
  /// The measures of a topic by authorities: each figure with the quarter of all authorities in which it lies.
  func heatView() throws -> CompareView {
    let authority = try query.chosenAuthority()
    let authorities = Array(query.authorities().prefix(16))
    let measures = query.measuresOfTopic
    let table = table(measures, authorities)
    let chart = HeatMapChart(
      ChartHead(
        finding: "\(authority.name) and \(authorities.count - 1) others on \(measures.count) measures",
        subject: "\(query.topic), latest figures", unit: "shade by quarter of all authorities", source: source),
      heading: "Measure", columns: authorities.map(name), rows: rows(table, authorities),
      levels: ["highest quarter", "second quarter", "third quarter", "lowest quarter"])
    return view(
      "heat", title: "\(query.topic): \(authority.name) among others", measure: measures.first,
      form: forms.form("heat", [forms.authority, forms.topic, forms.group]),
      charts: [shown(chart, "heat")], remarks: remarks(table), data: [("among", query.group.rawValue)])
  }

  private func rows(
    _ table: Releasable<ComparisonTable>, _ authorities: [AuthorityCode]
  ) -> [(name: String, cells: [HeatMapChart.Cell])] {
    let groups = Dictionary(grouping: table.value.rows, by: \.comparison.measure.code)
    return query.measuresOfTopic.compactMap { measure in
      guard let rows = groups[measure.code] else { return nil }
      let found = Dictionary(rows.map { ($0.comparison.authority, $0) }, uniquingKeysWith: { first, _ in first })
      let cells = authorities.map { code -> HeatMapChart.Cell in
        let row = found[code]
        let level = row?.comparison.own.number.flatMap { row?.league.quartiles?.quarter(of: $0) }.map { 3 - $0 }
        return HeatMapChart.Cell(
          ChartValue(row?.comparison.own.cell, of: table, places: places(measure)), level: level)
      }
      return (measure.name, cells)
    }
  }
}
