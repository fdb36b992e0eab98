import KithReturns
import KithTables

/// A collection year as one who compiles its return on the last day sees it: what lies after is not yet known.
struct YearView: Sendable {
  let year: Int
  let start: Day
  let end: Day

  init(_ year: Int) {
    self.year = year
    start = Day.yearStart(year)
    end = Day.yearEnd(year)
  }

  /// A day that is known by then, else nil.
  func known(_ day: Day) -> Day? { day <= end ? day : nil }

  /// Whether the time from one day to another has a day in the year.
  func overlaps(_ from: Day, _ to: Day) -> Bool { from <= end && to >= start }

  /// Whether a day lies in the year.
  func contains(_ day: Day) -> Bool { day >= start && day <= end }

  /// The stream of chance of a child's answers in this year.
  func chance(_ career: Career) -> Chance {
    Chance(seed: UInt64(career.person.number), 7, UInt64(year))
  }
}

/// A return's rows, table by table.
struct ReturnRows {
  private var builders: [String: RawTableBuilder] = [:]

  /// Adds a row and gives its place.
  @discardableResult
  mutating func add(_ table: String, _ cells: [String?], in parent: Int? = nil) -> Int {
    let place = builders[table]?.rowCount ?? 0
    builders[table, default: RawTableBuilder()].append(cells, line: place + 2, in: parent)
    return place
  }

  /// The rows of a table.
  subscript(_ table: String) -> RawTableBuilder { builders[table] ?? RawTableBuilder() }
}
