import KithAggregates
import KithDisclosure
import KithPlaces
import KithTables

/// The reading of an earlier pair by the columns and places of a later one.
struct EarlierReading {
  private(set) var shown: [AreaCounts.Key: KnownRange] = [:]
  private(set) var withheld: [AreaCounts.Key: ClosedRange<Int>] = [:]
  /// Columns and groups that the later release does not have.
  private(set) var unknown: Set<String> = []

  private let pair: EarlierRelease.Pair
  private let naming: ReleaseModel.Naming
  private let policy: DisclosurePolicy
  private let slotOfColumn: [String: CountSlots.Slot]
  private let measureOfColumn: [String: Int]
  private let groups: [String: ReleaseGroup]
  private let intervals: [String: EarlierRelease.Audit.Withheld]

  init(_ pair: EarlierRelease.Pair, _ naming: ReleaseModel.Naming, policy: DisclosurePolicy) {
    self.pair = pair
    self.naming = naming
    self.policy = policy
    slotOfColumn = Dictionary(
      naming.slots.slots.map { (naming.names.column(of: $0), $0) }, uniquingKeysWith: { first, _ in first })
    measureOfColumn = Dictionary(
      naming.table.measures.indices.filter { naming.table.measures[$0].unit != .count }
        .map { (naming.names.column(ofMeasure: $0), $0) }, uniquingKeysWith: { first, _ in first })
    groups = Dictionary(
      naming.table.groups.flatMap { group in
        [(group.breakdown + "|" + group.category, group), (group.breakdown + "|" + group.longCategory, group)]
      }, uniquingKeysWith: { first, _ in first })
    intervals = Dictionary(
      (pair.audit?.withheld ?? []).map { ($0.count, $0) }, uniquingKeysWith: { first, _ in first })
  }

  /// Takes every row: first the counts, then what percentages and rates say of counts that are rounded.
  mutating func readRows() {
    let columns = pair.data.header.enumerated().filter { pair.indicators.contains($0.element) }
    unknown.formUnion(
      columns.map(\.element).filter { slotOfColumn[$0] == nil && measureOfColumn[$0] == nil })
    let rows = pair.data.records.compactMap { record in place(record).map { (record, $0) } }
    for (record, place) in rows {
      for (column, name) in columns { if let slot = slotOfColumn[name] { readCount(record[column], slot, place) } }
    }
    for (record, place) in rows {
      for (column, name) in columns {
        if let measure = measureOfColumn[name] { readFigure(record[column], measure, place) }
      }
    }
  }

  private struct Place {
    let year: Int
    let area: ReleaseArea
    let group: ReleaseGroup
  }

  private mutating func place(_ record: [String]) -> Place? {
    func text(_ column: String) -> String { pair.data.column(column).map { record[$0] } ?? "" }
    guard let year = Int(text("time_period")) else { return nil }
    let area: ReleaseArea
    switch text("geographic_level") {
    case "National": area = .england
    case "Regional":
      guard let region = Region(onsCode: text("region_code")) else { return nil }
      area = .region(region)
    default: area = .authority(text("old_la_code"))
    }
    guard naming.counts.areas[year]?.contains(area) ?? false else { return nil }
    let (topic, item) = (text("breakdown_topic"), text("breakdown"))
    if item.isEmpty { return Place(year: year, area: area, group: .total) }
    guard let group = groups[topic + "|" + item] else {
      unknown.insert("\(topic): \(item)")
      return nil
    }
    return Place(year: year, area: area, group: group)
  }

  private func key(_ slot: CountSlots.Slot, _ place: Place) -> AreaCounts.Key? {
    let key = AreaCounts.Key(year: place.year, area: place.area, count: naming.slots.count(slot, place.group))
    return naming.counts[key] == nil ? nil : key
  }

  private mutating func readCount(_ text: String, _ slot: CountSlots.Slot, _ place: Place) {
    guard let key = key(slot, place) else { return }
    let cell = PublishedCell(text: text)
    if let number = cell.number {
      let base = pair.audit?.roundedTo[place.area.level.rawValue] ?? policy.base(place.area.level)
      know(key, .rounded(Int(number), toNearest: base))
    } else if cell.symbol == .confidential {
      withheld[key] = window(key)
    }
  }

  private mutating func know(_ key: AreaCounts.Key, _ range: KnownRange) {
    shown[key] = range.intersection(shown[key] ?? .anyCount)
  }

  /// How much of what could be said of a withheld count must stay sayable: as far about the truth as the policy promises.
  private func window(_ key: AreaCounts.Key) -> ClosedRange<Int> {
    let count = naming.counts[key] ?? 0
    let reach = policy.promise?.count ?? 5
    let interval = intervals[naming.names.name(key)].map { KnownRange($0.from, $0.to) } ?? .anyCount
    guard interval.contains(count) else { return max(0, count - reach)...(count + reach) }
    return max(interval.lower, count - reach)...min(interval.upper ?? .max, count + reach)
  }

  /// A percentage says more of a rounded count than the count itself, unless it was worked out from rounded counts.
  private mutating func readFigure(_ text: String, _ measure: Int, _ place: Place) {
    let isFromRounded = pair.audit.map { $0.percentagesFrom == AuditDocument.fromRounded } ?? policy.derivesFromRounded
    guard !isFromRounded else { return }
    let unit = naming.table.measures[measure].unit
    let cell = PublishedCell(text: text)
    guard let numerator = key(CountSlots.Slot(measure: measure, role: .numerator), place),
      unit == .percentage, cell.number != nil || cell.symbol == .roundsToZero,
      let denominator = key(CountSlots.Slot(measure: measure, role: .denominator), place),
      let known = shown[denominator]
    else { return }
    let parts = text.split(separator: ".")
    let places = parts.count == 2 ? parts[1].count : 0
    let figure = RoundedFigure(
      units: cell.symbol == .roundsToZero ? 0 : Int(parts.joined()) ?? 0, multiplier: 100, places: places,
      isUnderHalf: cell.symbol == .roundsToZero)
    know(numerator, .figure(figure, of: known))
  }
}

extension ReleaseGroup {
  /// The category with its breakdown, for a category that two breakdowns have.
  var longCategory: String { isTotal ? category : "\(breakdown): \(category)" }
}
