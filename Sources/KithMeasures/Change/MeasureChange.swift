import KithEngine
public import KithStore

/// Why a measure's count is another than last year's.
public struct MeasureChange: Hashable, Sendable {
  /// A reason, and by how much it adds to the count or takes from it.
  public struct Part: Hashable, Sendable {
    /// The reason, or the group.
    public let reason: String
    /// By how much.
    public let count: Int
  }

  /// Last year's figure.
  public let before: MeasureFigure
  /// This year's.
  public let now: MeasureFigure
  /// The reasons, the largest first: they sum to the difference of what is counted above the line. Empty for means, whose
  /// sums have no such reasons, and where a figure is not available.
  public let parts: [Part]

  /// What is counted this year less what was last year; nil where a figure is not available.
  public var difference: Int? {
    guard let now = now.numerator, let before = before.numerator else { return nil }
    return Int(now) - Int(before)
  }
}

/// Two years' measures of the returns in a store, beside each other.
///
/// What is counted on a day, as children looked after at 31 March, differs by those who came and those who left, each
/// with how. What is counted over a year differs by group.
public struct MeasureComparison {
  private let now: MeasureRun
  private let beforeFigures: [MeasureFigure]
  private let nowFigures: [MeasureFigure]
  private let measures: [Measure]

  /// Works out the measures of a year and of the year before.
  public init(
    _ store: Store, year: Int, _ measures: [Measure], options: MeasureOptions = MeasureOptions(),
    children: ChildPopulation = .none
  ) throws {
    self.measures = measures
    let before = try MeasureRun(store, year: year - 1, options: options, children: children)
    beforeFigures = try before.figures(measures, by: [.age])
    for population in Set(measures.map(\.population)).union([.episodesOfNeed]) {
      try before.makePopulation(population)
      try before.make(NamedQuery("last_" + population.rawValue, "SELECT * FROM \(raw: population.rawValue)"))
    }
    now = try MeasureRun(store, year: year, options: options, children: children)
    nowFigures = try now.figures(measures, by: [.age])
    for population in [Population.started, .ceased] { try now.makePopulation(population) }
  }

  /// The changes of an authority's measures, in the order of the measures.
  public func changes(of authority: String) throws -> [MeasureChange] {
    let area = MeasureArea.authority(authority)
    func totals(_ figures: [MeasureFigure]) -> [String: MeasureFigure] {
      let own = figures.filter { $0.place.area == area && $0.place.breakdown == nil }
      return Dictionary(own.map { ($0.measure.id, $0) }, uniquingKeysWith: { first, _ in first })
    }
    let (last, this) = (totals(beforeFigures), totals(nowFigures))
    return try measures.map { measure in
      let before = last[measure.id] ?? missing(measure, year: now.year.ends - 1, authority)
      let now = this[measure.id] ?? missing(measure, year: now.year.ends, authority)
      return MeasureChange(before: before, now: now, parts: try parts(before, now, authority))
    }
  }

  /// The figure of an authority of whose years the store has nothing.
  private func missing(_ measure: Measure, year: Int, _ authority: String) -> MeasureFigure {
    let reason = "the store has no \(measure.collection.title) of \(CollectionYear(year).title)"
    return MeasureFigure(measure, year: year, MeasurePlace(.authority(authority)), .unavailable(reason))
  }

  private func parts(_ before: MeasureFigure, _ now: MeasureFigure, _ authority: String) throws -> [MeasureChange.Part]
  {
    guard before.numerator != nil, now.numerator != nil else { return [] }
    switch now.measure.figure {
    case .mean, .yearsAndMonths: return []
    case .count, .children, .percentage, .rate: break
    }
    if let reasons = ChangeReasons.of(now.measure) {
      return try self.now.parts(of: now.measure, authority, reasons)
    }
    return groups(now.measure, authority)
  }

  /// The difference by age.
  private func groups(_ measure: Measure, _ authority: String) -> [MeasureChange.Part] {
    func counts(_ figures: [MeasureFigure]) -> [String: Int] {
      let own = figures.filter {
        $0.measure.id == measure.id && $0.place.area == .authority(authority) && $0.place.breakdown == .age
      }
      return Dictionary(own.map { ($0.place.category, Int($0.numerator ?? 0)) }, uniquingKeysWith: +)
    }
    let (last, this) = (counts(beforeFigures), counts(nowFigures))
    return Set(last.keys).union(this.keys).compactMap { group in
      let count = (this[group] ?? 0) - (last[group] ?? 0)
      return count == 0 ? nil : .init(reason: "aged \(group)", count: count)
    }.largestFirst
  }
}

extension [MeasureChange.Part] {
  var largestFirst: [MeasureChange.Part] { sorted { (-abs($0.count), $0.reason) < (-abs($1.count), $1.reason) } }
}
