import KithPlaces
import KithAggregates
import KithCharts
import KithDisclosure
import KithStatistics

extension PublishedEvidence {
  /// A rate of every authority among the limits of chance and of the spread between authorities, from the published counts.
  public func funnel(rate: String, count: String) -> Exhibit? {
    guard let rates = everyone(rate), let counts = everyone(count), let first = rates.value.rows.first else {
      return nil
    }
    let areas = Self.areas(rates.value.rows, counts.value.rows)
    guard areas.contains(where: { $0.row.comparison.authority == authority.code }) else { return nil }
    let (events, people) = areas.reduce((0.0, 0.0)) { ($0.0 + $1.events, $0.1 + $1.people) }
    let funnel = RateFunnel(baseline: events / people, areas: areas.map { ($0.events, $0.people) })
    let measure = first.comparison.measure
    let head = ChartHead(
      finding: title(funnel, areas),
      subject: "\(measure.name), all authorities, \(Self.label(first.comparison.period))",
      unit: measure.unit, source: source(measure) + " and \(count)",
      notes: [
        "Limits allow for chance and for the spread between authorities. Children are worked out from the count and the rate."
      ])
    return Exhibit(
      sentence(funnel, areas, measure),
      chart: FunnelChart(
        head, sizeTitle: "Children aged 0 to 17",
        points: areas.map { area in
          FunnelChart.Point(
            name(area.row), size: ChartValue(area.people, of: rates, places: 0),
            value: value(area.row.comparison.own.cell, measure),
            isFocus: area.row.comparison.authority == authority.code)
        }, limits: areas.map { limits(funnel, $0.people) },
        baseline: ChartReference("All together", ChartValue(events / people * 10_000, of: rates, places: 1))),
      isLong: true)
  }

  private struct Counted {
    let row: ComparisonTable.Row
    let events: Double
    let people: Double
  }

  private func everyone(_ code: String) -> Releasable<ComparisonTable>? {
    guard let measure = row(code)?.comparison.measure else { return nil }
    return Disclosure.alreadyPublished(
      ComparisonTable(benchmark, measures: [measure], authorities: benchmark.table.authorities))
  }

  private static func areas(_ rates: [ComparisonTable.Row], _ counts: [ComparisonTable.Row]) -> [Counted] {
    let byCode = Dictionary(counts.map { ($0.comparison.authority, $0) }, uniquingKeysWith: { first, _ in first })
    return rates.compactMap { row in
      guard let rate = row.comparison.own.number, rate > 0, row.comparison.rank != .notOpen,
        let other = byCode[row.comparison.authority], other.comparison.period == row.comparison.period,
        let events = other.comparison.own.number, events > 0
      else { return nil }
      return Counted(row: row, events: events, people: events / rate * 10_000)
    }
  }

  private func limits(_ funnel: RateFunnel, _ people: Double) -> FunnelChart.Limits {
    let inner = funnel.limits(population: people, .ninetyFive).multiplied(by: 10_000)
    let outer = funnel.limits(population: people, .ninetyNinePointEight).multiplied(by: 10_000)
    return FunnelChart.Limits(size: people, inner: inner.lower...inner.upper, outer: outer.lower...outer.upper)
  }

  private func position(_ funnel: RateFunnel, _ areas: [Counted]) -> FunnelPosition? {
    areas.first { $0.row.comparison.authority == authority.code }
      .map { funnel.position(events: $0.events, population: $0.people) }
  }

  private func title(_ funnel: RateFunnel, _ areas: [Counted]) -> String {
    guard let position = position(funnel, areas) else { return authority.name }
    return position == .inside
      ? "\(authority.name) is within what authorities of its size differ by"
      : "\(authority.name) lies \(position.words)"
  }

  private func sentence(_ funnel: RateFunnel, _ areas: [Counted], _ measure: Measure) -> String {
    guard let own = areas.first(where: { $0.row.comparison.authority == authority.code }) else { return "" }
    let inner = funnel.limits(population: own.people, .ninetyFive).multiplied(by: 10_000)
    let place = position(funnel, areas).map(\.words) ?? ""
    let outside = areas.count { funnel.position(events: $0.events, population: $0.people) != .inside }
    return
      "For its number of children 95 of 100 authorities would lie between \(ChartDigits.text(inner.lower, places: 1)) and "
      + "\(ChartDigits.text(inner.upper, places: 1)); \(authority.name) is \(place). \(outside) of \(areas.count) authorities lie outside their limits."
  }

  func name(_ row: ComparisonTable.Row) -> String {
    benchmark.register[row.comparison.authority]?.name ?? row.comparison.authority.description
  }

  /// A measure of every authority on the map, by quarter of the authorities.
  public func tiles(_ code: String) -> Exhibit? {
    guard let table = everyone(code), let first = table.value.rows.first, let quartiles = first.league.quartiles
    else { return nil }
    let measure = first.comparison.measure
    let bounds = [quartiles.third, quartiles.second, quartiles.first].map { text($0, measure, isMean: true) }
    let levels = [
      "Above \(bounds[0])", "Above \(bounds[1]) to \(bounds[0])", "Above \(bounds[2]) to \(bounds[1])",
      "\(bounds[2]) or less",
    ]
    let places = table.value.rows.filter { $0.comparison.rank != .notOpen }.map { row in
      TileMapChart.Place(
        code: row.comparison.authority.description, name: name(row), value: value(row.comparison.own.cell, measure),
        level: row.comparison.own.number.flatMap { quartiles.quarter(of: $0) }.map { 3 - $0 },
        isFocus: row.comparison.authority == authority.code)
    }
    let own = places.first { $0.isFocus }
    let level = own?.level.map { levels[$0] } ?? "without a number"
    let head = ChartHead(
      finding: "\(authority.name) is in the quarter \(level.lowercased())",
      subject: "\(measure.name), all authorities, \(Self.label(first.comparison.period))", unit: measure.unit,
      source: source(measure))
    return Exhibit(
      "Each tile is an authority, in quarters of the authorities; \(authority.name) has an orange frame. Quarters say nothing of chance.",
      chart: TileMapChart(head, places: places, levels: levels), isLong: true)
  }
}

extension FunnelPosition {
  /// Where a figure lies, in words.
  var words: String {
    switch self {
    case .inside: "within them"
    case .low: "below the 95 % limits"
    case .high: "above the 95 % limits"
    case .veryLow: "below the 99.8 % limits"
    case .veryHigh: "above the 99.8 % limits"
    }
  }
}
