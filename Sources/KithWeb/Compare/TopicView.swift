import KithAggregates
import KithCharts
import KithDisclosure
import KithPlaces
import KithStatistics

extension CompareDesk {
  /// An authority on every measure of a topic: each figure with its change, rank and band beside the averages, and all of
  /// them on one spine.
  func topicView() throws -> CompareView {
    let authority = try query.chosenAuthority()
    let measures = query.measuresOfTopic.map(query.source.counted)
    let table = table(measures, [authority.code])
    return view(
      "topic", title: "\(authority.name): \(query.topic)", measure: measures.first,
      form: forms.form("topic", [forms.authority, forms.topic]), tables: [topicTable(table)],
      charts: [shown(spine(table, authority.name), "spine")], remarks: remarks(table))
  }

  private func topicTable(_ table: Releasable<ComparisonTable>) -> ShownTable {
    let hasFunnel = table.value.rows.contains { $0.comparison.spread != nil }
    return ShownTable(
      "Latest figures",
      ["Measure", "Period", "Value", "Change", "Rank", "Band", "Neighbours' mean", "Region", "England"]
        + (hasFunnel ? ["Funnel"] : []),
      rows: table.value.rows.map { row in
        let found = row.comparison
        let words = words(found.measure)
        let partly =
          found.neighbours.used < found.neighbours.total
          ? " (\(found.neighbours.used) of \(found.neighbours.total))" : ""
        let cells: [ShownTable.Cell] = [
          .link(found.measure.name, query.address("measure", [("measure", found.measure.code)])),
          .text(found.period.label), .number(words.text(found.own)), .text(words.text(found.own.change)),
          .text(words.text(found.rank)), .text(found.band?.rawValue ?? "–"),
          .number(words.mean(found.neighbours.mean) + partly), .number(words.text(found.regional)),
          .number(words.text(found.england)),
        ]
        return (cells + (hasFunnel ? [.text(FigureWords.text(found.spread))] : []), false)
      })
  }

  private func spine(_ table: Releasable<ComparisonTable>, _ name: String) -> SpineChart {
    let rows = table.value.rows.compactMap { row -> SpineChart.Row? in
      guard let quartiles = row.league.quartiles, row.comparison.england.number != nil else { return nil }
      let places = places(row.comparison.measure)
      return SpineChart.Row(
        measure: row.comparison.measure.name, own: ChartValue(row.comparison.own.cell, of: table, places: places),
        england: ChartValue(row.comparison.england.cell, of: table, places: places),
        range: quartiles.least...quartiles.greatest, quartiles: quartiles.first...quartiles.third,
        highIsGood: row.comparison.measure.polarity.canRank ? row.comparison.measure.polarity == .high : nil)
    }
    let bands = table.value.rows.compactMap(\.comparison.band)
    let best = bands.count { $0 == .a }
    return SpineChart(
      ChartHead(
        finding: bands.isEmpty
          ? "\(name) beside all authorities" : "\(name) is in the best quarter on \(best) of \(bands.count)",
        subject: "\(query.topic), \(name) among all authorities", unit: "each measure on its own scale", source: source),
      name: name, rows: rows)
  }
}
