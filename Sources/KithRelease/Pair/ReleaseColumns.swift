import KithAggregates
import KithDisclosure

/// The columns of a release: each measure's figure, and before it the counts that it is made of, each once.
struct ReleaseColumns {
  /// A column of figures.
  enum Column {
    /// A count of a measure.
    case count(CountSlots.Slot)
    /// A measure's percentage, rate or mean.
    case figure(Int)
  }

  let columns: [Column]
  private let model: ReleaseModel
  private let release: Release

  init(_ model: ReleaseModel, _ release: Release) {
    self.model = model
    self.release = release
    columns = model.table.measures.indices.flatMap { measure -> [Column] in
      let unit = model.table.measures[measure].unit
      let slots = model.slots.slots.filter { $0.measure == measure }
      let written = slots.filter { unit == .count || model.slots.members(model.slots.id($0))[0] == $0 }
      return written.map(Column.count) + (unit == .count ? [] : [.figure(measure)])
    }
  }

  /// What the file says of the columns.
  var indicators: [EESTable.Indicator] { columns.map(indicator) }

  private func indicator(_ column: Column) -> EESTable.Indicator {
    let names = model.names
    switch column {
    case .count(let slot):
      return EESTable.Indicator(column: names.column(of: slot), label: label(slot), kind: .count, places: 0)
    case .figure(let measure):
      let own = model.table.measures[measure]
      return EESTable.Indicator(
        column: names.column(ofMeasure: measure), label: own.label, kind: own.unit.kind, places: places(own))
    }
  }

  private func label(_ slot: CountSlots.Slot) -> String {
    let measure = model.table.measures[slot.measure]
    switch (measure.unit, slot.role) {
    case (.count, _): return measure.label
    case (_, .numerator): return measure.label + ": number"
    case (.percentage, .denominator): return measure.label + ": out of"
    case (_, .denominator): return measure.label + ": children behind it"
    }
  }

  private func places(_ measure: FigureTable.Measure) -> Int {
    switch measure.unit {
    case .count, .yearsAndMonths: 0
    case .mean: measure.places
    case .percentage, .rate: model.policy.figurePlaces ?? measure.places
    }
  }

  /// The figures of a place and group, a symbol where there is none.
  func figures(_ area: ReleaseArea, _ year: Int, _ group: ReleaseGroup) -> [Releasable<ShownFigure>] {
    columns.compactMap { column in
      switch column {
      case .count(let slot):
        let key = AreaCounts.Key(year: year, area: area, count: model.slots.count(slot, group))
        return release.count(model.names.name(key)) ?? none(slot.measure, .count, area, year, group)
      case .figure(let measure):
        return release.figure(model.names.figure(measure, area, year, group))
          ?? none(measure, model.table.measures[measure].unit.kind, area, year, group)
      }
    }
  }

  /// `z` where a measure has no such group or nothing to divide by, `x` where its figure is missing.
  private func none(
    _ measure: Int, _ kind: ShownFigure.Kind, _ area: ReleaseArea, _ year: Int, _ group: ReleaseGroup
  ) -> Releasable<ShownFigure>? {
    var isNotApplicable = !model.table.has(measure, group.breakdown)
    if case .authority(let code) = area,
      case .notApplicable = model.table.state(measure, .init(year: year, authority: code, group: group))
    {
      isNotApplicable = true
    }
    return Disclosure.noFigure(
      isNotApplicable ? .notApplicable : .notAvailable, kind: kind, source: PublicationSource(title: release.title))
  }

  /// Why figures are missing, a line for each measure and reason.
  var reasons: [String] {
    var places: [String: [String]] = [:]
    var order: [String] = []
    for measure in model.table.measures.indices {
      for place in model.table.places(measure).sorted(by: { ($0.year, $0.authority) < ($1.year, $1.authority) }) {
        guard case .unavailable(let reason) = model.table.state(measure, place) else { continue }
        let line = "x  \(model.names.column(ofMeasure: measure)): \(reason)"
        if places[line] == nil { order.append(line) }
        places[line, default: []].append(model.names.place(.authority(place.authority), place.year))
      }
    }
    return order.map { line in
      let found = (places[line] ?? []).unique
      return "\(line) (\(found[0])\(found.count > 1 ? " and \(found.count - 1) more" : ""))"
    }
  }
}

extension ReleaseFigure.Unit {
  /// The kind of figure that is shown.
  var kind: ShownFigure.Kind {
    switch self {
    case .count: .count
    case .percentage: .percentage
    case .rate(let per): .rate(per: per)
    case .mean: .mean
    case .yearsAndMonths: .yearsAndMonths
    }
  }
}
