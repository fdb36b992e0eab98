import KithAggregates
import KithDisclosure
import KithPlaces
import KithStatistics

extension CompareText {
  /// A measure as LAIT's page of an authority has it: four rows over time, then change, rank and bands.
  func overTime(_ row: ComparisonTable.Row) -> [String] {
    guard let series = row.series else { return [] }
    let found = row.comparison
    let measure = found.measure
    let shown = max(2, min(series.periods.count, (width - 52) / 9))
    var grid = TextGrid(isLeft: [true] + Array(repeating: false, count: shown) + [true])
    grid.add([""] + series.periods.suffix(shown).map(\.label) + ["Change"])
    let cells = { (cells: [PublishedCell]) in cells.suffix(shown).map { self.text($0, measure) } }
    let blank = Array(repeating: "", count: shown)
    grid.add([register[found.authority]?.name ?? ""] + cells(series.own) + [text(found.own.change, measure)])
    if found.neighbours.total > 0 {
      let means = series.neighbourMeans.suffix(shown).map { $0.map { mean($0, measure) } ?? "" }
      grid.add(
        ["Neighbours, \(Wording.neighbours(found.neighbours))"] + means + [
          text(found.neighbours.change, measure, isMean: true)
        ])
    }
    if let region = found.region, !series.regional.isEmpty {
      grid.add([region.name] + cells(series.regional) + [text(found.regional.change, measure)])
    }
    grid.add(
      ["England"] + (series.england.isEmpty ? blank : cells(series.england)) + [text(found.england.change, measure)])
    return TextGrid.wrapped(measure.name, width: width) + [""] + grid.lines(width: width) + [""]
      + standing(row).flatMap { TextGrid.wrapped($0, width: width) } + [""]
  }

  private func text(_ cell: PublishedCell, _ measure: Measure) -> String {
    cell.number.map { text($0, measure) } ?? cell.text
  }

  private func standing(_ row: ComparisonTable.Row) -> [String] {
    let found = row.comparison
    let band = found.band.map { ", quartile band \($0.rawValue)" } ?? ""
    var lines = ["\(found.period.label): \(rank(found))\(band)"]
    let bands = bands(row.league)
    if !bands.isEmpty { lines.append("Bands " + bands.joined(separator: "; ")) }
    if let median = found.neighbours.median {
      lines.append("The neighbours' median is \(mean(median, found.measure)).")
    }
    if let spread = found.spread { lines += self.spread(spread, found.measure) }
    if let trend = found.trend {
      let words = trend.isSignificant ? trend.slope > 0 ? "rising" : "falling" : "no significant change"
      lines.append("Trend over five periods: \(words) (99.8 % test).")
    }
    let difference = row.inLAIT.map { Wording.difference(found, inLAIT: $0) } ?? []
    if !difference.isEmpty { lines.append("LAIT says \(difference.joined(separator: "; ")): see docs/divergences.md.") }
    return lines
  }

  private func bands(_ league: League) -> [String] {
    guard table.mode == .lait else {
      return Wording.bands(league, decimals: league.measure.shownDecimals(table.mode))
    }
    return zip(Band.allCases, LAITDisplay(league).bandRanges).map { "\($0.rawValue): \($1)" }
  }

  private func rank(_ found: AuthorityComparison) -> String {
    switch found.rank {
    case .noPolarity: "no rank, for neither high nor low is said to be good"
    case .noNumber: "no rank, for no number is published"
    case .notOpen: "no rank, for it was not open at the period's end"
    case .standing: Wording.rank(found.rank)
    }
  }

  private func spread(_ spread: FunnelFinding, _ measure: Measure) -> [String] {
    let finer = { (number: Double) in NumberDisplay.text(number, decimals: measure.shownDecimals(table.mode) + 1) }
    let place = spread.position == .inside ? "inside the 95 % limits" : spread.position.rawValue
    return [
      "95 % interval \(finer(spread.interval.lower)) to \(finer(spread.interval.upper)); in the funnel: \(place)"
        + " (\(finer(spread.limits.lower)) to \(finer(spread.limits.upper)))."
    ]
  }
}
