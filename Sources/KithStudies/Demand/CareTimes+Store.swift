import KithEngine
public import KithStore
import KithTables

extension CareTimes {
  /// Reads the placements of a store's children looked after, over the years that it holds of an authority; of the other
  /// authorities, of those of which it holds all these years. Short breaks are no part of it.
  public init(_ store: Store, yearsOf authority: String) throws {
    let years = try Self.years(in: store)
    guard let own = years[authority], let from = Day(1, 4, own.lowerBound - 1), let to = Day(31, 3, own.upperBound)
    else {
      throw StudyError(.unknown, "The store has no SSDA903 return of authority \(authority); load one.")
    }
    guard own.count > 1 else {
      throw StudyError(
        .tooLittle, "The store has one year of authority \(authority); a forecast learns from two or more.")
    }
    let members = years.filter { $0.value.lowerBound <= own.lowerBound && $0.value.upperBound >= own.upperBound }
    let result = try store.connection.query(
      """
      SELECT p.authority, p.child, h.born, p.started, p.ended, p.code_mapped
      FROM placement AS p
      LEFT JOIN (SELECT authority, child, min(born) AS born FROM person_record WHERE collection = 'ssda903'
        GROUP BY authority, child) AS h ON h.authority = p.authority AND h.child = p.child
      WHERE p.ended IS NULL OR p.ended > p.started
      ORDER BY p.authority, p.child, p.started
      """)
    let all = try Self.read(result, from, to)
    let kept = all.times.filter { members[$0.authority] != nil && $0.start <= to }
    self.init(kept, first: from, last: to, leftOut: all.leftOut)
  }

  /// The years of SSDA903 returns that a store holds of each authority: the last, and those before it without a gap.
  private static func years(in store: Store) throws -> [String: ClosedRange<Int>] {
    let result = try store.connection.query(
      """
      SELECT authority, year::BIGINT AS year FROM current_submission WHERE collection = 'ssda903'
      ORDER BY authority, year DESC
      """)
    let (authorities, numbers) = (try result.text("authority"), try result.integers("year"))
    var years: [String: ClosedRange<Int>] = [:]
    for row in 0..<result.rowCount {
      guard let name = authorities[row], let year = numbers[row].map(Int.init) else { continue }
      let known = years[name] ?? year...year
      if known.lowerBound - year <= 1 { years[name] = min(year, known.lowerBound)...known.upperBound }
    }
    return years
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
