import KithDisclosure

/// What a reader of a release may assume of its counts: areas, groups, measures and shares.
struct CountRelations {
  private let counts: AreaCounts
  private let names: CountNames
  private(set) var relations: [Relation] = []
  /// What is left of a total, which no table shows and anyone can work out.
  private(set) var rests: [CountCell] = []
  /// Links that the figures do not bear out.
  private(set) var notices: [String] = []
  private var seen: Set<Relation> = []
  private var restNames: Set<String> = []
  /// Parts that stand beside others in a sum, each with its total: what is left of the total is then those others.
  private var inSums: Set<Pair> = []

  private struct Pair: Hashable {
    let total: AreaCounts.Key
    let part: AreaCounts.Key
  }

  /// A total and its parts in one area and year.
  private struct Instance {
    let total: AreaCounts.Key
    let parts: [AreaCounts.Key]
    let isWhole: Bool
  }

  init(_ table: FigureTable, _ counts: AreaCounts, _ links: SlotLinks, names: CountNames) {
    self.counts = counts
    self.names = names
    addAreas()
    for id in counts.slots.allIDs {
      for breakdown in table.breakdowns where counts.slots.breakdowns(id).contains(breakdown) {
        let groups = table.groups(of: breakdown).map { CountSlots.Count(id: id, group: $0) }
        add(instances(CountSlots.Count(id: id, group: .total), groups), as: .all, named: nil)
      }
    }
    for link in links.links { add(link, table) }
    for measure in table.measures.indices where table.measures[measure].unit == .percentage {
      addShares(measure, table)
    }
  }

  private mutating func addAreas() {
    for key in counts.keys {
      let parts = counts.parts(of: key)
      if !parts.isEmpty { insert(Relation(total: names.name(key), parts: parts.map(names.name))) }
    }
  }

  private mutating func add(_ link: SlotLinks.Link, _ table: FigureTable) {
    for group in table.groups {
      let total = counts.slots.count(link.total, group)
      guard total.group == group else { continue }
      let parts = link.parts.map { counts.slots.count($0, group) }.filter { $0.group == group }
      add(instances(total, parts), as: link.kind, named: table.measures[link.total.measure].id)
    }
  }

  /// A share's numerator is some of its denominator, so that what is left of it is a count too.
  private mutating func addShares(_ measure: Int, _ table: FigureTable) {
    for group in table.groups {
      let total = counts.slots.count(.init(measure: measure, role: .denominator), group)
      let part = counts.slots.count(.init(measure: measure, role: .numerator), group)
      add(
        instances(total, [part]).filter { !inSums.contains(Pair(total: $0.total, part: $0.parts[0])) }, as: .each,
        named: nil)
    }
  }

  /// Each area and year in which there are the total and some of the parts.
  private func instances(_ total: CountSlots.Count, _ parts: [CountSlots.Count]) -> [Instance] {
    counts.areas.sorted { $0.key < $1.key }.flatMap { year, areas in
      areas.compactMap { area -> Instance? in
        let whole = AreaCounts.Key(year: year, area: area, count: total)
        let found = parts.filter { $0 != total }.unique.map { AreaCounts.Key(year: year, area: area, count: $0) }
          .filter { counts[$0] != nil }
        guard counts[whole] != nil, !found.isEmpty else { return nil }
        return Instance(total: whole, parts: found, isWhole: found.count == parts.unique.count)
      }
    }
  }

  /// Adds what the numbers bear out everywhere, of what is said or less.
  private mutating func add(_ instances: [Instance], as said: CountLinks.Kind, named name: String?) {
    guard !instances.isEmpty else { return }
    let kinds: [CountLinks.Kind] = said == .all ? [.all, .some, .each] : said == .some ? [.some, .each] : [.each]
    let kind = kinds.first { kind in instances.allSatisfy { holds(kind, $0) } }
    if kind != said, let name, kind != .some {
      notices.append(
        "The parts of \(name) are not \(said == .all ? "all" : "some") of it in these figures; they are not held to be."
      )
    }
    guard let kind else { return }
    for instance in instances { add(instance, as: kind == .all && !instance.isWhole ? .some : kind) }
  }

  private func holds(_ kind: CountLinks.Kind, _ instance: Instance) -> Bool {
    let total = counts[instance.total] ?? 0
    let parts = instance.parts.map { counts[$0] ?? 0 }
    switch kind {
    case .all: return instance.isWhole ? parts.reduce(0, +) == total : parts.reduce(0, +) <= total
    case .some: return parts.reduce(0, +) <= total
    case .each: return parts.allSatisfy { $0 <= total }
    }
  }

  private mutating func add(_ instance: Instance, as kind: CountLinks.Kind) {
    if kind == .each {
      for part in instance.parts { add(Instance(total: instance.total, parts: [part], isWhole: false), as: .some) }
      return
    }
    var parts = instance.parts.map(names.name)
    if kind == .some { parts.append(rest(of: instance)) }
    for part in instance.parts { inSums.insert(Pair(total: instance.total, part: part)) }
    insert(Relation(total: names.name(instance.total), parts: parts))
  }

  /// The count of those who are in none of the parts, which is added where it is new.
  private mutating func rest(of instance: Instance) -> String {
    let name =
      names.name(instance.total) + ", without " + instance.parts.map { names.short($0.count) }.joined(separator: ", ")
    if restNames.insert(name).inserted {
      let left = instance.parts.reduce(counts[instance.total] ?? 0) { $0 - (counts[$1] ?? 0) }
      rests.append(CountCell(name, count: left, area: instance.total.area.level, handling: .notPublished))
    }
    return name
  }

  private mutating func insert(_ relation: Relation) {
    if seen.insert(relation).inserted { relations.append(relation) }
  }
}

extension ReleaseArea {
  /// The kind of area, by which disclosure control rounds.
  var level: AreaLevel {
    switch self {
    case .england: .national
    case .region: .region
    case .authority: .authority
    }
  }
}
