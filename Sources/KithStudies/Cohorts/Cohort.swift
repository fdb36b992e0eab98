public import KithStore
import KithEngine
public import KithTables

/// The children of a cohort in a store, and how many were left at each step: the numbers of a flow chart.
public struct Cohort: Sendable {
  /// One time of one child.
  public struct Member: Sendable {
    /// The child, by a number within the cohort that tells nobody who it is.
    public let child: Int
    /// The person in the store.
    let person: String
    /// The authority.
    public let authority: String
    /// The day on which time begins.
    public let day: Day
    /// The day of birth.
    public let born: Day
    /// The sex, `M`, `F` or other, where it is known.
    public let sex: String?
    /// The code of what time begins with: the need, or the reason of the end.
    public let code: String?
    /// The day of a return, where one came.
    let returned: Day?
    let died: Day?
    /// The first day that the returns say nothing of.
    public let knownUntil: Day
  }

  /// How many were left after a step.
  public struct Step: Codable, Hashable, Sendable {
    /// What the step asks.
    public let step: String
    /// How many rows were left.
    public let rows: Int
    /// Of how many children they are.
    public let children: Int
  }

  /// What the cohort is.
  public let definition: CohortDefinition
  /// The steps, from all that the store has to who is followed.
  public let steps: [Step]
  /// Who is followed.
  public let members: [Member]

  /// Makes the cohort from a store's histories.
  public init(_ definition: CohortDefinition, in store: Store) throws {
    let (from, to) = try definition.days
    var flow = CohortFlow(try CohortRow.read(definition, store))
    let origin = definition.origin
    flow.keep("\(origin.unit) that the store's returns have") { _ in true }
    flow.keep("from \(from.iso) to \(to.iso)") { $0.day >= from && $0.day <= to }
    flow.keep("of children whose day of birth is known") { $0.born != nil }
    if origin != .birth {
      flow.keep("of children born by then and under 18") { row in
        row.born.map { $0 <= row.day && row.day < $0.adding(years: 18) } ?? false
      }
    }
    if origin == .careExit {
      flow.keep("not by adoption (E11, E12) or death (E2)") { !["E11", "E12", "E2"].contains($0.code ?? "") }
    }
    if definition.clearMonths > 0 {
      let days = Int((Double(definition.clearMonths) * 30.4375).rounded())
      flow.keep("of authorities whose returns reach back \(definition.clearMonths) months") {
        $0.knownFrom <= $0.day.adding(days: -days)
      }
      flow.keep("the first in \(definition.clearMonths) months") { row in
        row.before.map { $0 < row.day.adding(days: -days) } ?? true
      }
    }
    if !definition.every, origin != .birth { flow.keepFirst("the first of each child in that time") }
    flow.keep("followed for a day or more") { $0.knownUntil > $0.day }
    self.definition = definition
    steps = flow.steps
    members = flow.members
  }
}

/// One row of what a cohort may be of.
private struct CohortRow {
  let person: String, authority: String, day: Day, code: String?, born: Day?, sex: String?
  let returned: Day?, before: Day?, died: Day?, knownFrom: Day, knownUntil: Day

  static func read(_ definition: CohortDefinition, _ store: Store) throws -> [CohortRow] {
    let origin = definition.origin
    let after: SQL = origin.returnsOnDay ? "r.day >= o.day" : "r.day > o.day"
    var authorities: SQL = "TRUE"
    if let first = definition.authorities.first {
      authorities =
        definition.authorities.dropFirst().reduce("o.authority IN (\(first)" as SQL) { $0 + ", \($1)" } + ")"
    }
    let query: SQL = """
      WITH origin AS (\(sql: origin.rows)), coming AS (\(sql: origin.returns)),
      death AS (SELECT person, min(day) AS day FROM event WHERE kind = 'died' GROUP BY person)
      SELECT o.person, o.authority, o.day, o.code, p.born, p.sex, d.day AS died,
        make_date(y.first_year - 1, 4, 1) AS known_from, make_date(y.last_year, 4, 1) AS known_until,
        (SELECT min(r.day) FROM coming AS r WHERE r.person = o.person AND \(sql: after)) AS returned,
        (SELECT max(b.day) FROM origin AS b WHERE b.person = o.person AND b.day < o.day) AS before
      FROM origin AS o
      LEFT JOIN person AS p ON p.person = o.person
      LEFT JOIN death AS d ON d.person = o.person
      JOIN year_held AS y ON y.authority = o.authority AND y.collection = o.collection
      WHERE o.day IS NOT NULL AND \(sql: authorities)
      ORDER BY o.person, o.day
      """
    let table = try store.connection.query(query)
    let (persons, places, codes) = (try table.text("person"), try table.text("authority"), try table.text("code"))
    let (sexes, days, born) = (try table.text("sex"), try table.days("day"), try table.days("born"))
    let (died, returned, before) = (try table.days("died"), try table.days("returned"), try table.days("before"))
    let (from, until) = (try table.days("known_from"), try table.days("known_until"))
    return (0..<table.rowCount).compactMap { row in
      guard let person = persons[row], let authority = places[row], let day = days[row], let knownFrom = from[row],
        let knownUntil = until[row]
      else { return nil }
      return CohortRow(
        person: person, authority: authority, day: day, code: codes[row], born: born[row], sex: sexes[row],
        returned: returned[row], before: before[row], died: died[row], knownFrom: knownFrom, knownUntil: knownUntil)
    }
  }
}

/// Rows that become fewer, step by step.
private struct CohortFlow {
  private var rows: [CohortRow]
  private(set) var steps: [Cohort.Step] = []

  init(_ rows: [CohortRow]) { self.rows = rows }

  mutating func keep(_ step: String, _ isKept: (CohortRow) -> Bool) {
    rows = rows.filter(isKept)
    steps.append(Cohort.Step(step: step, rows: rows.count, children: Set(rows.map(\.person)).count))
  }

  mutating func keepFirst(_ step: String) {
    var last: String?
    keep(step) { row in
      defer { last = row.person }
      return row.person != last
    }
  }

  var members: [Cohort.Member] {
    var numbers: [String: Int] = [:]
    return rows.compactMap { row in
      guard let born = row.born else { return nil }
      let number = numbers[row.person] ?? numbers.count
      numbers[row.person] = number
      return Cohort.Member(
        child: number, person: row.person, authority: row.authority, day: row.day, born: born, sex: row.sex,
        code: row.code, returned: row.returned, died: row.died, knownUntil: row.knownUntil)
    }
  }
}
