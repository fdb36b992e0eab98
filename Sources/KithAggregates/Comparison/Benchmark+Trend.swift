import KithStatistics

extension Benchmark {
  /// The trend of a place over the last five usable periods that have counts; nil when it cannot be tested.
  ///
  /// Figures of several years together are not tested: neighbouring ones share years.
  func trend(at place: Int, in league: League) -> TrendTest? {
    guard let counts = league.measure.counts, league.period.length == 1 else { return nil }
    let points = league.usable.compactMap { self.counts(counts, league, $0, place) }.suffix(5)
    switch counts.kind {
    case .proportion: return TrendTest(proportions: Array(points))
    case .rate:
      return TrendTest(
        points.map { point in
          EstimateInTime(
            value: point.events / point.total * counts.kind.scale,
            interval: counts.kind.interval(events: point.events, total: point.total))
        })
    }
  }

  private func counts(
    _ counts: MeasureCounts, _ league: League, _ period: Int, _ place: Int
  ) -> (events: Double, total: Double)? {
    let label = table.periods(of: league.measure)[period]
    guard !table.number(league.measure, period: period, place: place).isNaN,
      let eventPeriod = table.blocks[counts.events].periods.firstIndex(of: label),
      let totalPeriod = table.blocks[counts.total].periods.firstIndex(of: label)
    else { return nil }
    let events = table.row(series: counts.events, period: eventPeriod)
    let totals = table.row(series: counts.total, period: totalPeriod)
    let (event, total) = (events[events.startIndex + place], totals[totals.startIndex + place])
    return event.isNaN || !(total > 0) ? nil : (event, total)
  }
}
