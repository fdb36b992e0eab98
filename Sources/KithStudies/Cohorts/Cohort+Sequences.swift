import KithEngine
public import KithStore
import KithTables

/// The unit in which a way is told.
public enum PathwayUnit: String, Sendable, CaseIterable {
  /// 30.4375 days.
  case month
  /// Seven days.
  case week
  /// One day.
  case day

  /// How many days so many units are.
  func days(_ count: Int) -> Int {
    switch self {
    case .month: Int((Double(count) * 30.4375).rounded())
    case .week: 7 * count
    case .day: count
    }
  }

  /// The most units that may be asked for: about twenty years, or two in days.
  var most: Int { self == .month ? 250 : self == .week ? 520 : 731 }
}

/// What a way is through.
public enum PathwayStates: String, Sendable, CaseIterable {
  /// Levels of intervention: none, in need, protection plan, looked after.
  case levels
  /// Kinds of placement, and time not looked after: a placement career.
  case placements

  /// The states, from the lowest; the highest of those that hold on a day counts.
  public var names: [String] {
    switch self {
    case .levels: Cohort.levels
    case .placements: ["not looked after"] + PlacementGroup.allCases.map(\.title)
    }
  }
}

/// The ways of a cohort, and whose each is.
public struct CohortPathways: Sendable {
  /// The sequences of those who can be followed so long.
  public let sequences: StateSequences
  /// The members whose they are, by place among the cohort's.
  public let members: [Int]
  /// For how many days each is followed.
  public let days: Int
}

extension Cohort {
  /// The states of a child's units of time, from the lowest to the highest level of intervention.
  public static let levels = ["none", "in need", "protection plan", "looked after"]

  /// The state on the last day of each unit of time after the beginning, of those who can be followed so long.
  public func pathways(
    _ count: Int, _ unit: PathwayUnit = .month, through states: PathwayStates = .levels, in store: Store
  ) throws -> CohortPathways {
    guard count > 0, count <= unit.most else {
      throw StudyError(.column, "Ask for 1 to \(unit.most) \(unit.rawValue)s.")
    }
    let spells = try states == .levels ? levelSpells(store) : placementSpells(store)
    var (sequences, followed) = ([[UInt8]](), [Int]())
    for (place, member) in members.enumerated() {
      let last = member.day.adding(days: unit.days(count))
      guard last < member.knownUntil, last < member.born.adding(years: 18), member.died.map({ $0 > last }) ?? true
      else { continue }
      let own = spells[member.person] ?? []
      followed.append(place)
      sequences.append(
        (1...count).map { number in
          let day = member.day.adding(days: unit.days(number))
          return own.reduce(0) { level, spell in
            spell.start <= day && spell.end.map { day < $0 } ?? true ? max(level, spell.level) : level
          }
        })
    }
    guard !sequences.isEmpty else {
      throw StudyError(
        .tooLittle,
        "No child of the cohort can be followed for \(count) \(unit.rawValue)s before 18 and within the returns.")
    }
    return CohortPathways(
      sequences: try StateSequences(states: states.names, sequences), members: followed, days: unit.days(count))
  }

  typealias LevelSpell = (level: UInt8, start: Day, end: Day?)

  func levelSpells(_ store: Store) throws -> [String: [LevelSpell]] {
    try spells(
      store,
      """
      SELECT person, started, ended,
        CASE kind WHEN 'looked after' THEN 3 WHEN 'child protection plan' THEN 2 ELSE 1 END AS level, '' AS code
      FROM spell WHERE kind IN ('looked after', 'child protection plan', 'in need') AND started IS NOT NULL
      """)
  }

  private func placementSpells(_ store: Store) throws -> [String: [LevelSpell]] {
    try spells(
      store,
      """
      SELECT person, started, ended, 0 AS level, coalesce(code, '') AS code FROM spell
      WHERE kind = 'placement' AND started IS NOT NULL
      """)
  }

  /// Spells by person; the level of a placement is that of its group.
  private func spells(_ store: Store, _ query: SQL) throws -> [String: [LevelSpell]] {
    let wanted = Set(members.map(\.person))
    let table = try store.connection.query(query)
    let (persons, levels) = (try table.text("person"), try table.integers("level"))
    let (starts, ends, codes) = (try table.days("started"), try table.days("ended"), try table.text("code"))
    var spells: [String: [LevelSpell]] = [:]
    for row in 0..<table.rowCount {
      guard let person = persons[row], wanted.contains(person), let start = starts[row], let level = levels[row]
      else { continue }
      let number = level == 0 ? UInt8(PlacementGroup(code: codes[row] ?? "").rawValue + 1) : UInt8(level)
      spells[person, default: []].append((number, start, ends[row]))
    }
    return spells
  }
}

extension Cohort {
  /// The highest level of intervention on the last day of each month after the beginning, of those who can be followed so long.
  public func sequences(months: Int, in store: Store) throws -> StateSequences {
    try pathways(months, in: store).sequences
  }
}
