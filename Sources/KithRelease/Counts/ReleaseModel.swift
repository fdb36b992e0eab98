import KithDisclosure

/// Figures as one publication, in which everything that bears on a count is said.
struct ReleaseModel {
  let table: FigureTable
  let slots: CountSlots
  let counts: AreaCounts
  let names: CountNames
  let policy: DisclosurePolicy
  let publication: Publication
  let notices: [String]

  init(_ figures: [ReleaseFigure], _ request: ReleaseRequest, frame: ReleaseFrame, title: String) throws {
    let policy = request.policy
    let table = try FigureTable(figures)
    let slotLinks = SlotLinks(request.links, table)
    let slots = try CountSlots(table, apart: slotLinks.areApart)
    let counts = try AreaCounts(table, slots, frame: frame)
    let names = CountNames(table, slots, frame: frame, authorityNames: request.authorityNames)
    let relations = CountRelations(table, counts, slotLinks, names: names)
    let naming = Naming(table: table, slots: slots, counts: counts, names: names)
    let known = try request.earlier?.knowledge(naming, policy: policy) ?? EarlierKnowledge()
    func isKept(_ key: AreaCounts.Key) -> Bool {
      guard key.count.group.isTotal, policy.withheld?.contains(counts[key] ?? 0) != true else { return false }
      return slots.members(key.count.id).contains { request.kept.contains(table.measures[$0.measure].id) }
    }
    let cells = counts.keys.map { key in
      let name = names.name(key)
      return CountCell(
        name, count: counts[key] ?? 0, area: key.area.level,
        handling: known.withheld[name].map { .withheld($0) } ?? (isKept(key) ? .mustShow : .open),
        isSensitive:
          !(policy.showsUnknownCareLeavers && table.isUnknownCareLeavers(slots.members(key.count.id)[0], key.count)))
    }
    let figures = FigureCells(table, slots, counts, names, policy)
    publication = try Publication(
      title: title, cells: cells + relations.rests, relations: relations.relations, figures: figures.derived,
      averages: figures.averages, earlier: known.ranges)
    (self.table, self.slots, self.counts, self.names, self.policy) = (table, slots, counts, names, policy)
    notices = relations.notices + known.notices
  }

  /// What an earlier release is read by: the columns and places of this one.
  struct Naming {
    let table: FigureTable
    let slots: CountSlots
    let counts: AreaCounts
    let names: CountNames
  }
}

/// What is known of a release's counts before it is out, by name.
struct EarlierKnowledge {
  /// What has been shown of them.
  var ranges: [String: KnownRange] = [:]
  /// What has been withheld, and within what it has to stay unknown.
  var withheld: [String: ClosedRange<Int>] = [:]
  /// What the reader of the audit should know.
  var notices: [String] = []
}

extension FigureTable {
  /// Whether a count is of care leavers of whom nothing is known.
  fileprivate func isUnknownCareLeavers(_ slot: CountSlots.Slot, _ count: CountSlots.Count) -> Bool {
    let label = measures[slot.measure].label.lowercased()
    guard slot.role == .numerator, label.contains("care leaver") else { return false }
    let words = ["information not known", "no information"]
    let category = count.group.category.lowercased()
    return words.contains { label.contains($0) || category.contains($0) }
  }
}

/// The percentages, rates and means of a release.
private struct FigureCells {
  private(set) var derived: [DerivedFigure] = []
  private(set) var averages: [AverageFigure] = []
  private let table: FigureTable
  private let slots: CountSlots
  private let counts: AreaCounts
  private let names: CountNames

  init(
    _ table: FigureTable, _ slots: CountSlots, _ counts: AreaCounts, _ names: CountNames, _ policy: DisclosurePolicy
  ) {
    (self.table, self.slots, self.counts, self.names) = (table, slots, counts, names)
    for (year, areas) in counts.areas.sorted(by: { $0.key < $1.key }) {
      for area in areas {
        for measure in table.measures.indices {
          for group in table.groups { add(measure, area, year, group, policy) }
        }
      }
    }
    // Where there is no mean of all children, the first group's stands for it: it too is shown with the others or not at all.
    let known = Set(averages.map(\.name))
    var firsts: [AverageFigure.Breakdown: String] = [:]
    for average in averages {
      if let breakdown = average.breakdown, firsts[breakdown] == nil { firsts[breakdown] = average.name }
    }
    averages = averages.map { average in
      guard let breakdown = average.breakdown, !known.contains(breakdown.total) else { return average }
      return average.within(.init(of: firsts[breakdown] ?? average.name, by: breakdown.name))
    }
  }

  private mutating func add(
    _ measure: Int, _ area: ReleaseArea, _ year: Int, _ group: ReleaseGroup, _ policy: DisclosurePolicy
  ) {
    let own = table.measures[measure]
    let name = names.figure(measure, area, year, group)
    func key(_ role: CountSlots.Role) -> AreaCounts.Key {
      AreaCounts.Key(year: year, area: area, count: slots.count(.init(measure: measure, role: role), group))
    }
    let places = policy.figurePlaces ?? own.places
    switch own.unit {
    case .count: return
    case .percentage:
      guard counts[key(.numerator)] != nil, counts[key(.denominator)] != nil else { return }
      derived.append(
        .percentage(name, of: names.name(key(.numerator)), among: .count(names.name(key(.denominator))), places: places)
      )
    case .rate(let per):
      guard counts[key(.numerator)] != nil, let people = people(measure, area, year, group) else { return }
      derived.append(
        .rate(name, of: names.name(key(.numerator)), per: per, of: .published(people), places: places))
    case .mean, .yearsAndMonths:
      guard counts[key(.denominator)] != nil, let sum = sum(measure, area, year, group) else { return }
      averages.append(
        AverageFigure(
          name, sum: sum, over: names.name(key(.denominator)),
          form: own.unit == .mean ? .number(places: own.places) : .yearsAndMonths,
          breakdown: group.isTotal
            ? nil : .init(of: names.figure(measure, area, year, .total), by: group.breakdown),
          parts: counts.frame.parts(of: area, in: year).map { names.figure(measure, $0, year, group) }))
    }
  }

  /// The population of an area: anyone can look it up.
  private func people(_ measure: Int, _ area: ReleaseArea, _ year: Int, _ group: ReleaseGroup) -> Int? {
    summed(area, year) { code in
      guard case .parts(_, let people) = table.state(measure, .init(year: year, authority: code, group: group)) else {
        return nil
      }
      return people
    }
  }

  /// The sum of what a mean is taken of.
  private func sum(_ measure: Int, _ area: ReleaseArea, _ year: Int, _ group: ReleaseGroup) -> Int? {
    summed(area, year) { code in
      switch table.state(measure, .init(year: year, authority: code, group: group)) {
      case .parts(let sum, _): sum
      case .notApplicable: 0
      case .unavailable, nil: nil
      }
    }
  }

  private func summed(_ area: ReleaseArea, _ year: Int, _ number: (String) -> Int?) -> Int? {
    if case .authority(let code) = area { return number(code) }
    let parts = counts.frame.parts(of: area, in: year).map { summed($0, year, number) }
    return parts.reduce(0) { sum, part in sum.flatMap { sum in part.map { sum + $0 } } }
  }
}

extension AverageFigure {
  fileprivate func within(_ breakdown: Breakdown) -> AverageFigure {
    AverageFigure(name, sum: sum, over: count, form: form, breakdown: breakdown, parts: parts)
  }
}
