import KithEngine
public import KithStore
import KithTables

extension Cohort {
  /// The states of a child's months, from the lowest to the highest level of intervention.
  public static let levels = ["none", "in need", "protection plan", "looked after"]

  /// The highest level of intervention on the last day of each month after the beginning, of those who can be followed so long; and
  /// how many that is. A month is 30.4375 days.
  public func sequences(months: Int, in store: Store) throws -> StateSequences {
    guard months > 0, months <= 250 else { throw StudyError(.column, "Ask for 1 to 250 months.") }
    let spells = try levelSpells(store)
    var sequences: [[UInt8]] = []
    for member in members {
      let last = member.day.adding(days: Self.days(months))
      guard last < member.knownUntil, last < member.born.adding(years: 18), member.died.map({ $0 > last }) ?? true
      else { continue }
      let own = spells[member.person] ?? []
      sequences.append(
        (1...months).map { month in
          let day = member.day.adding(days: Self.days(month))
          return own.reduce(0) { level, spell in
            spell.start <= day && spell.end.map { day < $0 } ?? true ? max(level, spell.level) : level
          }
        })
    }
    guard !sequences.isEmpty else {
      throw StudyError(
        .tooLittle, "No child of the cohort can be followed for \(months) months before 18 and within the returns.")
    }
    return try StateSequences(states: Self.levels, sequences)
  }

  private static func days(_ months: Int) -> Int { Int((Double(months) * 30.4375).rounded()) }

  private typealias LevelSpell = (level: UInt8, start: Day, end: Day?)

  private func levelSpells(_ store: Store) throws -> [String: [LevelSpell]] {
    let wanted = Set(members.map(\.person))
    let table = try store.connection.query(
      """
      SELECT person, started, ended,
        CASE kind WHEN 'looked after' THEN 3 WHEN 'child protection plan' THEN 2 ELSE 1 END AS level
      FROM spell WHERE kind IN ('looked after', 'child protection plan', 'in need') AND started IS NOT NULL
      """)
    let (persons, levels) = (try table.text("person"), try table.integers("level"))
    let (starts, ends) = (try table.days("started"), try table.days("ended"))
    var spells: [String: [LevelSpell]] = [:]
    for row in 0..<table.rowCount {
      guard let person = persons[row], wanted.contains(person), let start = starts[row], let level = levels[row]
      else { continue }
      spells[person, default: []].append((UInt8(level), start, ends[row]))
    }
    return spells
  }
}
