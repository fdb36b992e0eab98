import KithEngine
public import KithStore
import KithTables

extension CareTimes {
  /// Reads the placements of a store's children looked after. Short breaks are no part of it.
  public init(_ store: Store) throws {
    let held = try store.connection.query(
      """
      SELECT max(first_year)::BIGINT AS first_year, min(last_year)::BIGINT AS last_year
      FROM year_held WHERE collection = 'ssda903'
      """)
    guard let first = try held.integers("first_year")[0], let last = try held.integers("last_year")[0],
      let from = Day(1, 4, Int(first) - 1), let to = Day(31, 3, Int(last)), from < to
    else { throw StudyError(.tooLittle, "The store has no year of SSDA903 returns of all its authorities; load them.") }
    let result = try store.connection.query(
      """
      SELECT p.authority, p.child, h.born, p.started, p.ended, p.code_mapped
      FROM placement AS p
      LEFT JOIN (SELECT authority, child, min(born) AS born FROM person_record WHERE collection = 'ssda903'
        GROUP BY authority, child) AS h ON h.authority = p.authority AND h.child = p.child
      WHERE p.ended IS NULL OR p.ended > p.started
      ORDER BY p.authority, p.child, p.started
      """)
    self = try Self.read(result, from, to)
  }

  private static func read(_ result: ResultTable, _ from: Day, _ to: Day) throws -> CareTimes {
    let (authorities, children) = (try result.text("authority"), try result.text("child"))
    let (born, starts, ends) = (try result.days("born"), try result.days("started"), try result.days("ended"))
    let codes = try result.text("code_mapped")
    var times: [CareTime] = []
    var leftOut = 0
    var child: [(born: Day, group: PlacementGroup, start: Day, end: Day?)] = []
    for row in 0..<result.rowCount {
      if let day = born[row], let start = starts[row] {
        child.append((day, PlacementGroup(code: codes[row] ?? ""), start, ends[row]))
      } else {
        leftOut += 1
      }
      let isLast =
        row + 1 == result.rowCount || children[row + 1] != children[row] || authorities[row + 1] != authorities[row]
      if isLast {
        times += joined(child, authorities[row] ?? "")
        child = []
      }
    }
    return CareTimes(times, first: from, last: to, leftOut: leftOut)
  }

  /// One child's placements, those that follow each other in the same kind made one.
  private static func joined(
    _ child: [(born: Day, group: PlacementGroup, start: Day, end: Day?)], _ authority: String
  ) -> [CareTime] {
    var runs: [(born: Day, group: PlacementGroup, start: Day, end: Day?)] = []
    for time in child {
      if let last = runs.last, last.group == time.group, last.end == time.start {
        runs[runs.count - 1].end = time.end
      } else {
        runs.append(time)
      }
    }
    return runs.indices.map { place in
      let run = runs[place]
      let follows = place + 1 < runs.count && runs[place + 1].start == run.end
      let isEntry = place == 0 || runs[place - 1].end != run.start
      return CareTime(
        authority: authority, born: run.born, group: run.group, start: run.start, end: run.end,
        next: follows ? runs[place + 1].group : nil, isEntry: isEntry)
    }
  }
}
