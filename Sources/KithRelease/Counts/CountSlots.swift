/// The counts of a set of figures, each once, however many measures it stands in.
///
/// A count is known by its name, where the figures name it. Else two counts that are the same number wherever both stand are taken for one:
/// if they are one, withholding one and showing the other would give it away; if they are not, an attacker who believes it is
/// only guarded against more. Two parts of one whole are never taken for one.
struct CountSlots {
  /// What a count is to a measure.
  enum Role: Hashable {
    /// What is counted.
    case numerator
    /// What it is divided by.
    case denominator
  }

  /// A count of a measure.
  struct Slot: Hashable {
    let measure: Int
    let role: Role
  }

  /// A count in a group.
  struct Count: Hashable {
    let id: Int
    let group: ReleaseGroup
  }

  private let table: FigureTable
  /// All slots, those of counts first.
  let slots: [Slot]
  private var ids: [Slot: Int] = [:]
  /// The slots of each count, and its numbers.
  private var members: [Int: [Slot]] = [:]
  private var numbers: [Int: [FigureTable.Place: Int]] = [:]
  /// Breakdowns in which every group is divided by the number of all children.
  private var dividedByAll: [Slot: Set<String>] = [:]

  /// - Parameter apart: whether two slots are never one, though their numbers agree.
  init(_ table: FigureTable, apart: (Slot, Slot) -> Bool) throws(ReleaseError) {
    self.table = table
    let all = table.measures.indices.flatMap { measure in Self.slots(of: table.measures[measure].unit, measure) }
    slots =
      all.filter { table.measures[$0.measure].unit == .count }
      + all.filter { table.measures[$0.measure].unit != .count }
    for (position, slot) in slots.enumerated() { try join(slot, position, apart) }
  }

  private static func slots(of unit: ReleaseFigure.Unit, _ measure: Int) -> [Slot] {
    switch unit {
    case .count, .rate: [Slot(measure: measure, role: .numerator)]
    case .percentage: [Slot(measure: measure, role: .numerator), Slot(measure: measure, role: .denominator)]
    case .mean, .yearsAndMonths: [Slot(measure: measure, role: .denominator)]
    }
  }

  /// The name that the figures give a slot's count.
  func name(_ slot: Slot) -> String? {
    let measure = table.measures[slot.measure]
    if slot.role == .denominator { return measure.names.denominator }
    return measure.names.numerator
  }

  private mutating func join(_ slot: Slot, _ position: Int, _ apart: (Slot, Slot) -> Bool) throws(ReleaseError) {
    let own = withoutAll(numbers(of: slot), slot)
    var id = position
    for earlier in members.keys.sorted() where try isOne(slot, own, with: earlier, apart) {
      id = earlier
      break
    }
    ids[slot] = id
    members[id, default: []].append(slot)
    numbers[id, default: [:]].merge(own) { first, _ in first }
  }

  private func isOne(
    _ slot: Slot, _ own: [FigureTable.Place: Int], with id: Int, _ apart: (Slot, Slot) -> Bool
  ) throws(ReleaseError) -> Bool {
    let (members, others) = (members[id] ?? [], numbers[id] ?? [:])
    let names = Set(members.compactMap(name))
    guard let name = name(slot), !names.isEmpty else {
      return !members.contains { apart($0, slot) } && Self.agree(own, others)
    }
    guard names.contains(name) else { return false }
    guard Self.agree(own, others) || Set(own.keys).isDisjoint(with: others.keys) else {
      throw .unreadable("the count \(name) has two numbers in one place; it is not one count.")
    }
    return true
  }

  /// Leaves out the groups of breakdowns in which each is divided by the number of all children, and notes those.
  private mutating func withoutAll(_ own: [FigureTable.Place: Int], _ slot: Slot) -> [FigureTable.Place: Int] {
    guard slot.role == .denominator else { return own }
    for breakdown in table.breakdowns where table.groups(of: breakdown).count > 1 {
      let groups = own.filter { $0.key.group.breakdown == breakdown }
      let areAll = groups.allSatisfy { place, number in
        own[FigureTable.Place(year: place.year, authority: place.authority, group: .total)] == number
      }
      if areAll, !groups.isEmpty { dividedByAll[slot, default: []].insert(breakdown) }
    }
    let left = dividedByAll[slot] ?? []
    return own.filter { !left.contains($0.key.group.breakdown) }
  }

  private func numbers(of slot: Slot) -> [FigureTable.Place: Int] {
    var numbers: [FigureTable.Place: Int] = [:]
    for place in table.places(slot.measure) {
      switch table.state(slot.measure, place) {
      case .parts(let above, let below): numbers[place] = slot.role == .numerator ? above : below
      case .notApplicable:
        if case .rate = table.measures[slot.measure].unit { continue }
        numbers[place] = 0
      case .unavailable, nil: continue
      }
    }
    return numbers
  }

  private static func agree(_ a: [FigureTable.Place: Int], _ b: [FigureTable.Place: Int]) -> Bool {
    var common = 0
    for (place, number) in a {
      guard let other = b[place] else { continue }
      if other != number { return false }
      common += 1
    }
    return common > 0
  }

  /// The count of a slot in a group.
  func count(_ slot: Slot, _ group: ReleaseGroup) -> Count {
    let isOfAll = dividedByAll[slot]?.contains(group.breakdown) ?? false
    return Count(id: ids[slot] ?? 0, group: isOfAll ? .total : group)
  }

  /// The number of a count in an authority and year; nil where there is none.
  func number(_ count: Count, authority: String, year: Int) -> Int? {
    numbers[count.id]?[FigureTable.Place(year: year, authority: authority, group: count.group)]
  }

  /// The groups of the figures.
  var groups: [ReleaseGroup] { table.groups }

  /// The counts, in order.
  var allIDs: [Int] { members.keys.sorted() }

  /// The count of a slot, whatever the group.
  func id(_ slot: Slot) -> Int { ids[slot] ?? 0 }

  /// The slots of a count, the first of which gives it its column.
  func members(_ id: Int) -> [Slot] { members[id] ?? [] }

  /// The breakdowns in which a count has numbers.
  func breakdowns(_ id: Int) -> Set<String> {
    Set((numbers[id] ?? [:]).keys.map(\.group.breakdown)).subtracting(["Total"])
  }
}
