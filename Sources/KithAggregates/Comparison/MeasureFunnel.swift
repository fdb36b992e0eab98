public import KithStatistics

/// Where an authority lies among all authorities, with the interval about its own figure, in the measure's units.
public struct FunnelFinding: Hashable, Sendable {
  /// The events counted.
  public let events: Double
  /// The total, or the population.
  public let total: Double
  /// The 95 % interval about the authority's figure: Wilson's for percentages, Byar's or exact Poisson for rates.
  public let interval: Interval
  /// The 95 % limits of the funnel at the authority's size.
  public let limits: Interval
  /// The 99.8 % limits.
  public let outerLimits: Interval
  /// Where its figure lies among the limits.
  public let position: FunnelPosition
}

/// The funnel of a measure in a period, from its counts.
public struct MeasureFunnel: Sendable {
  /// The figure of the ranked authorities together, in the measure's units.
  public let baseline: Double
  /// The spread between authorities beyond chance.
  public let overdispersion: Overdispersion

  /// Whether the limits allow for that spread, or for chance alone.
  public let isWidened: Bool

  private let kind: MeasureCounts.Kind
  private let events: [Double]
  private let totals: [Double]
  private let isUsed: [Bool]

  /// Makes the funnel of the authorities whose counts are numbers; nil without counts.
  ///
  /// An authority whose figure shows a symbol is left out, though its counts be published: its figure is not worked out.
  init?(
    _ measure: Measure, _ period: Period, in table: PublishedMeasures, numbers: [Double], ranked: [Bool],
    isWidened: Bool
  ) {
    guard let counts = measure.counts,
      let eventPeriod = table.blocks[counts.events].periods.firstIndex(of: period),
      let totalPeriod = table.blocks[counts.total].periods.firstIndex(of: period)
    else { return nil }
    kind = counts.kind
    let events = Array(table.row(series: counts.events, period: eventPeriod))
    let totals = Array(table.row(series: counts.total, period: totalPeriod))
    let isUsed = ranked.indices.map { ranked[$0] && !numbers[$0].isNaN && !events[$0].isNaN && totals[$0] > 0 }
    let used = isUsed.indices.filter { isUsed[$0] }
    let sum = used.reduce(0) { $0 + events[$1] }
    guard sum > 0 else { return nil }
    let share = sum / used.reduce(0) { $0 + totals[$1] }
    switch counts.kind {
    case .proportion:
      let funnel = ProportionFunnel(baseline: share, areas: used.map { (events[$0], totals[$0]) })
      overdispersion = funnel.overdispersion
    case .rate:
      overdispersion = RateFunnel(baseline: share, areas: used.map { (events[$0], totals[$0]) }).overdispersion
    }
    baseline = share * counts.kind.scale
    self.isWidened = isWidened
    self.events = events
    self.totals = totals
    self.isUsed = isUsed
  }

  /// What the funnel says of the area at a place; nil when its counts are not known.
  func finding(at place: Int) -> FunnelFinding? {
    guard isUsed[place] else { return nil }
    let (events, total, scale) = (events[place], totals[place], kind.scale)
    let inner = limits(total, .ninetyFive)
    let outer = limits(total, .ninetyNinePointEight)
    return FunnelFinding(
      events: events, total: total, interval: kind.interval(events: events, total: total), limits: inner,
      outerLimits: outer, position: FunnelPosition(events / total * scale, inner: inner, outer: outer))
  }

  private func limits(_ total: Double, _ confidence: Confidence) -> Interval {
    let share = baseline / kind.scale
    let limits =
      switch (kind, isWidened) {
      case (.proportion, true):
        ProportionFunnel(baseline: share, overdispersion: overdispersion).limits(total: total, confidence)
      case (.proportion, false): Funnel.proportion(baseline: share, total: total, confidence)
      case (.rate, true):
        RateFunnel(baseline: share, overdispersion: overdispersion).limits(population: total, confidence)
      case (.rate, false): Funnel.ratio(expected: total * share, confidence).multiplied(by: share)
      }
    return limits.multiplied(by: kind.scale)
  }
}

extension MeasureCounts.Kind {
  /// What events for each unit of the total are multiplied by.
  var scale: Double {
    switch self {
    case .proportion: 100
    case .rate(let per): per
    }
  }

  /// The 95 % interval about a figure, in the measure's units.
  func interval(events: Double, total: Double) -> Interval {
    switch self {
    case .proportion: Interval.wilson(events: min(events, total), of: total).multiplied(by: scale)
    case .rate: Interval.poisson(events: events).multiplied(by: scale / total)
    }
  }
}
