import KithPlaces
public import KithStatistics

/// A measure in its latest period, for all areas: what every authority's comparison shares.
public struct League: Sendable {
  /// The measure.
  public let measure: Measure
  /// The period compared.
  public let period: Period
  /// The numbers of the authorities that are ranked.
  public let ranking: Ranking
  /// Their quartiles; nil when none has a number.
  public let quartiles: Quartiles?
  /// The spread that chance and unseen differences leave between authorities, where counts are known.
  public let funnel: MeasureFunnel?

  /// The positions of the usable periods, oldest first; the last is the period compared.
  let usable: [Int]
  /// The position of the period that change is counted from, or why there is none.
  let earlier: EarlierPeriod
  /// The numbers of all areas in the period, by place.
  let numbers: [Double]
  /// Whether the area at each place is ranked.
  let isRanked: [Bool]
  /// Whether London's halves have figures; if not, London stands in for them.
  let hasLondonHalves: [Bool]

  var current: Int { usable[usable.count - 1] }
}

/// The period that change is counted from.
enum EarlierPeriod: Hashable, Sendable {
  /// The period at this position.
  case found(Int)
  /// None: why not.
  case absent(Change)
}

extension Benchmark {
  /// A measure's latest period with all areas; nil when no period is usable.
  public func league(_ measure: Measure) -> League? {
    let usable = usable(measure)
    guard let current = usable.last else { return nil }
    let periods = table.periods(of: measure)
    let numbers = table.row(series: measure.series, period: current).map(number)
    let isRanked = rankedPlaces(measure, periods[current])
    let ranking = Ranking(zip(numbers, isRanked).lazy.filter(\.1).map(\.0))
    return League(
      measure: measure, period: periods[current], ranking: ranking, quartiles: Quartiles(ofSorted: ranking.sorted),
      funnel: MeasureFunnel(
        measure, periods[current], in: table, numbers: numbers, ranked: isRanked, isWidened: widensFunnels),
      usable: usable,
      earlier: earlier(than: current, usable: usable, periods: periods), numbers: numbers, isRanked: isRanked,
      hasLondonHalves: [.innerLondon, .outerLondon].map { half in
        table.place(of: .region(half)).map { !numbers[$0].isNaN } ?? false
      })
  }

  /// Whether the area at each place takes part in ranks: in LAIT every authority that it lists, else those open on the
  /// period's last day.
  private func rankedPlaces(_ measure: Measure, _ period: Period) -> [Bool] {
    let day = period.lastDay(measure.yearKind)
    return table.areas.map { area in
      guard case .authority(let code) = area else { return false }
      return mode == .lait || (day.map { register.exists(code, on: $0) } ?? false)
    }
  }

  private func earlier(than current: Int, usable: [Int], periods: [Period]) -> EarlierPeriod {
    let before = usable.dropLast()
    guard let last = before.last else { return .absent(.noEarlierPeriod) }
    if mode == .lait { return .found(last) }
    if let found = before.last(where: { periods[current].follows(periods[$0]) }) { return .found(found) }
    let overlaps = periods[current].overlaps(periods[last])
    return .absent(overlaps ? .overlapping(periods[last]) : .gap(since: periods[last]))
  }
}
