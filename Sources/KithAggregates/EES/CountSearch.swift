import KithStatistics

/// The search for the counts behind a percentage or a rate in an EES file.
///
/// No column says of what it is a percentage, so pairs of count columns are tried. A pair is taken only when it gives back the
/// published figure, half up, for 199 in 200 or more of at least 50 cells of authorities.
struct CountSearch {
  private let data: EESData
  private var table: PublishedMeasures { data.table }

  init(_ data: EESData) { self.data = data }

  /// The counts behind the measure at an index; nil when none give it back.
  func counts(of index: Int) -> MeasureCounts? {
    let column = data.indicators[index].lowercased()
    let isRate = column.contains("per_1") || column.contains("rate_per")
    let words = ["percent", "pct", "pt_", "%", "rate"]
    guard isRate || words.contains(where: column.contains) || table.measures[index].unit == "%" else { return nil }
    let kinds: [MeasureCounts.Kind] =
      isRate ? [.rate(per: 10_000), .rate(per: 1000), .rate(per: 100_000)] : [.proportion]
    let beside = besides(index)
    let totals = beside + allOfOneFilter(index)
    for events in beside {
      for total in totals where total != events {
        for kind in kinds {
          let counts = MeasureCounts(
            events: table.measures[events].series, total: table.measures[total].series, kind: kind)
          if givesBack(table.measures[index], counts) { return counts }
        }
      }
    }
    return nil
  }

  /// The other indicators of the same children.
  private func besides(_ index: Int) -> [Int] {
    table.measures.indices.filter { $0 != index && data.filters[$0] == data.filters[index] }
  }

  /// The indicators of all the children of one of the filters.
  private func allOfOneFilter(_ index: Int) -> [Int] {
    table.measures.indices.filter { other in
      let differing = data.filters[index].filter { data.filters[other][$0.key] != $0.value }
      guard let filter = differing.first?.key, differing.count == 1 else { return false }
      return data.filters[other][filter]?.lowercased().contains("total") ?? false
    }
  }

  private func givesBack(_ measure: Measure, _ counts: MeasureCounts) -> Bool {
    var (checked, failed) = (0, 0)
    for (position, period) in table.periods(of: measure).enumerated() {
      guard let eventPeriod = table.blocks[counts.events].periods.firstIndex(of: period),
        let totalPeriod = table.blocks[counts.total].periods.firstIndex(of: period)
      else { continue }
      let figures = table.row(series: measure.series, period: position)
      let events = table.row(series: counts.events, period: eventPeriod)
      let totals = table.row(series: counts.total, period: totalPeriod)
      for (place, area) in table.areas.enumerated() {
        guard case .authority = area else { continue }
        let figure = figures[figures.startIndex + place]
        let share = events[events.startIndex + place] / totals[totals.startIndex + place] * counts.kind.scale
        guard share.isFinite, !figure.isNaN else { continue }
        checked += 1
        if abs(share.roundedHalfUp(places: measure.publishedDecimals) - figure) > 1e-9 { failed += 1 }
        if failed > 4, failed * 200 > checked { return false }
      }
    }
    return checked >= 50 && failed * 200 <= checked
  }
}
