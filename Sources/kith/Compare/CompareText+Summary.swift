import KithAggregates
import KithPlaces
import KithStatistics

extension CompareText {
  /// One line for each measure: the authority's figure, its change, rank and band, and the averages.
  var summary: [String] {
    let hasFunnel = table.rows.contains { $0.comparison.spread != nil }
    let periods = table.rows.map(\.comparison.period.label)
    let order = Dictionary(periods.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let groups = Dictionary(grouping: table.rows, by: \.comparison.period.label)
    return groups.sorted { ($1.key, order[$0.key] ?? 0) < ($0.key, order[$1.key] ?? 0) }.flatMap { period, rows in
      var grid = TextGrid(isLeft: [true, false, true, true, true, false, false, false, true])
      grid.add(
        [
          period, "Value", "Change", "Rank", "Band", isNarrow ? "Neighbours" : "Neighbours' mean", "Region", "England",
          hasFunnel ? "Funnel" : "",
        ])
      for row in rows { grid.add(line(row.comparison)) }
      return grid.lines(width: width) + [""]
    }
  }

  private func line(_ found: AuthorityComparison) -> [String] {
    let measure = found.measure
    let partial = found.neighbours.used < found.neighbours.total ? "*" : ""
    return [
      measure.name, text(found.own, measure), text(found.own.change, measure), text(found.rank),
      found.band?.rawValue ?? "-", found.neighbours.mean.map { mean($0, measure) + partial } ?? "",
      text(found.regional, measure), text(found.england, measure), found.spread?.position.rawValue ?? "",
    ]
  }

  /// Each measure's authorities, best first, or highest first where neither end is good.
  var lists: [String] {
    let groups = Dictionary(grouping: table.rows, by: \.comparison.measure.name)
    let names = table.rows.map(\.comparison.measure.name)
    let order = Dictionary(names.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    return groups.sorted { (order[$0.key] ?? 0) < (order[$1.key] ?? 0) }.flatMap { name, rows in
      list(name, rows.map(\.comparison))
    }
  }

  private func list(_ name: String, _ rows: [AuthorityComparison]) -> [String] {
    guard let first = rows.first else { return [] }
    let measure = first.measure
    var grid = TextGrid(isLeft: [true, false, true, true, true, true])
    let hasFunnel = rows.contains { $0.spread != nil }
    grid.add(["Local authority", "Value", "Change", "Rank", "Band", hasFunnel ? "Funnel" : ""])
    for row in rows.sorted(by: { isBefore($0, $1, measure.polarity) }) {
      let mark = row.authority == authority?.code ? "> " : "  "
      grid.add([
        mark + (register[row.authority]?.name ?? ""), text(row.own, measure), text(row.own.change, measure),
        text(row.rank), row.band?.rawValue ?? "-", row.spread?.position.rawValue ?? "",
      ])
    }
    if let regional = rows.first(where: { $0.authority == authority?.code }) {
      grid.add([
        "  " + (regional.region?.name ?? ""), text(regional.regional, measure), text(regional.regional.change, measure),
        "", "", "",
      ])
    }
    grid.add(["  England", text(first.england, measure), text(first.england.change, measure), "", "", ""])
    return ["\(name), \(first.period.label)", ""] + grid.lines(width: width) + [""]
  }

  private func isBefore(_ a: AuthorityComparison, _ b: AuthorityComparison, _ polarity: Polarity) -> Bool {
    guard let first = a.own.number else { return false }
    guard let second = b.own.number else { return true }
    if first == second { return a.authority < b.authority }
    return polarity == .low ? first < second : first > second
  }
}
