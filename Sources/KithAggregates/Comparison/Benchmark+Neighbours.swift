import KithPlaces
import KithStatistics

extension Benchmark {
  /// The figures of an authority's neighbours in a league.
  func neighbourFigures(of code: AuthorityCode, in league: League) -> NeighbourFigures {
    let places = neighbourPlaces[code] ?? []
    let numbers = places.compactMap { $0 }.map { league.numbers[$0] }.filter { !$0.isNaN }
    return NeighbourFigures(
      mean: mean(numbers).map(number), median: median(numbers).map(number), used: numbers.count, total: places.count,
      change: neighbourChange(places.compactMap { $0 }, in: league))
  }

  /// The mean, or nil, of the numbers at some places in a period.
  func neighbourMean(of code: AuthorityCode, _ measure: Measure, period: Int) -> Double? {
    let places = (neighbourPlaces[code] ?? []).compactMap { $0 }
    return mean(places.map { number(table.number(measure, period: period, place: $0)) }.filter { !$0.isNaN })
      .map(number)
  }

  private func neighbourChange(_ places: [Int], in league: League) -> Change {
    guard case .found(let earlier) = league.earlier else {
      if case .absent(let reason) = league.earlier { return reason }
      return .noEarlierPeriod
    }
    var now = places.map { league.numbers[$0] }
    var before = places.map { number(table.number(league.measure, period: earlier, place: $0)) }
    if mode == .corrected {
      // The same neighbours in both periods, so that one that comes or goes is not taken for a change.
      let kept = places.indices.filter { !now[$0].isNaN && !before[$0].isNaN }
      (now, before) = (kept.map { now[$0] }, kept.map { before[$0] })
    }
    let since = table.periods(of: league.measure)[earlier]
    guard let newMean = mean(now.filter { !$0.isNaN }), let oldMean = mean(before.filter { !$0.isNaN }) else {
      return .notPublished(since)
    }
    return .difference(number(newMean - oldMean), since: since)
  }
}
