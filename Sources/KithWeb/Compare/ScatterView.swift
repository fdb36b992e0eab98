import KithAggregates
import KithCharts
import KithDisclosure
import KithPlaces

extension CompareDesk {
  /// Authorities by two measures at once.
  func scatterView() throws -> CompareView {
    let across = try query.measure("x")
    let others = (query.measuresOfTopic + query.source.measures).filter { $0.code != across.code }
    let upwards = query.fields["y"] == nil ? others.first ?? across : try query.measure("y")
    let all = AuthorityRegister.england.authorities.filter { $0.closed == nil }.map(\.code)
    let (first, second) = (table([across], all), table([upwards], all))
    let found = Dictionary(
      second.value.rows.map { ($0.comparison.authority, $0.comparison) }, uniquingKeysWith: { first, _ in first })
    let points = first.value.rows.compactMap { row -> ScatterChart.Point? in
      guard let other = found[row.comparison.authority], row.comparison.own.number != nil, other.own.number != nil
      else { return nil }
      return ScatterChart.Point(
        name(row.comparison.authority),
        x: ChartValue(row.comparison.own.cell, of: first, places: places(across)),
        y: ChartValue(other.own.cell, of: second, places: places(upwards)),
        isFocus: row.comparison.authority == query.authority?.code)
    }
    let chart = ScatterChart(
      ChartHead(
        finding: "\(points.count) authorities by two measures", subject: "Authorities by \(across.name)",
        unit: upwards.name, source: source), acrossTitle: across.name, points: points)
    return view(
      "scatter", title: "Two measures", measure: across,
      form: forms.form(
        "scatter",
        [
          forms.authority, forms.measures("x", "Measure across", [across.code]),
          forms.measures("y", "Measure upwards", [upwards.code]),
        ]),
      sentences: ["An association between areas says nothing about children, nor about causes."],
      charts: [shown(chart, "scatter")], remarks: remarks(first), data: [("x", across.code), ("y", upwards.code)])
  }
}
