import KithEngine
public import KithStore
import KithTables

/// Every return of each child, not the first alone: spells from one to the next, with whose each is and which in order.
public struct RecurrentReturns: Sendable {
  /// The spells: from the beginning or a return to the next return (1), or to the end of what is known (0).
  public let spells: Spells
  /// Whose each is.
  public let children: [Int]
  /// Which of the child's spells each is, from 1.
  public let order: [Int]

  /// The spells of a file, put in order for each child.
  public init(_ spells: Spells, children: [Int]) throws(StudyError) {
    guard spells.starts != nil else {
      throw StudyError(
        .column, "Recurrent events need a column of starts (--start) and of whose spells they are (--cluster).")
    }
    guard children.count == spells.count else { throw StudyError(.column, "Each spell needs the child whose it is.") }
    self.spells = spells.only(1)
    self.children = children
    var order = [Int](repeating: 1, count: spells.count)
    for (_, own) in Dictionary(grouping: children.indices, by: { children[$0] }) {
      let sorted = own.sorted {
        (spells.starts?[$0] ?? 0, spells.stops[$0]) < (spells.starts?[$1] ?? 0, spells.stops[$1])
      }
      for (place, spell) in sorted.enumerated() { order[spell] = place + 1 }
    }
    self.order = order
  }

  private init(_ spells: Spells, _ children: [Int], _ order: [Int]) {
    self.spells = spells
    self.children = children
    self.order = order
  }

  /// A share, a number and the like of each child's spells: those of the child at each spell.
  public func repeated(_ columns: [[Double]]) -> [[Double]] {
    columns.map { column in children.map { column[$0] } }
  }

  /// The number of events that a child followed from the beginning has had by some times, on average.
  ///
  /// Death and the 18th birthday end observation; the mean is of what would be seen of children who go on (Lawless and Nadeau 1995).
  public func means(at times: [Double]) throws(StudyError) -> [MeanPoint] {
    let function = try MeanCumulativeFunction(spells, children: children)
    let last = spells.stops.max() ?? 0
    return times.sorted().map { time in
      let followed = spells.stops.indices.count { spell in
        (spells.starts?[spell] ?? 0) < time && spells.stops[spell] >= time
      }
      let known = time <= last
      return MeanPoint(
        time: time, followed: followed,
        events: spells.stops.indices.count { spells.outcomes[$0] == 1 && spells.stops[$0] <= time },
        mean: known ? function.mean(at: time) : nil, standardError: known ? function.standardError(at: time) : nil)
    }
  }

  /// The mean number of events by a time.
  public struct MeanPoint: Codable, Hashable, Sendable {
    /// The time.
    public let time: Double
    /// How many were still followed at it.
    public let followed: Int
    /// How many events there had been.
    public let events: Int
    /// The mean number for each child; none where nobody was followed so long.
    public let mean: Double?
    /// Its robust standard error.
    public let standardError: Double?
  }

  /// From which spell of a child on all are of one stratum: later ones are too few each.
  static let lastStratum = 5

  /// Fits a model of every event, with errors that are robust to one child's being several spells.
  public func model(
    _ kind: ReturnModel.Kind, names: [String], columns: [[Double]], ties: Ties, checks: Bool
  ) async throws(StudyError) -> ReturnModel {
    let strata = kind == .andersenGill ? nil : order.map { min($0, Self.lastStratum) - 1 }
    let times =
      kind == .prenticeGap
      ? try Spells(
        stops: spells.stops.indices.map { spells.stops[$0] - (spells.starts?[$0] ?? 0) }, outcomes: spells.outcomes)
      : spells
    return try await ReturnModel(
      times, names: names, columns: columns, strata: strata, clusters: children, ties: ties, checks: checks, kind: kind)
  }
}

extension RecurrentReturns {
  /// Every return of a cohort's members, of each in time since its beginning.
  ///
  /// Two returns of one day are one. A cohort of each time (`every`) would count a return twice, and is refused.
  public init(_ cohort: Cohort, in store: Store) throws {
    guard !cohort.definition.every else {
      throw StudyError(.column, "Recurrent events follow each child from one beginning; leave --every out.")
    }
    let days = try Self.returns(cohort.definition.origin.returns, store)
    let onDay = cohort.definition.origin.returnsOnDay
    var (starts, stops, outcomes) = ([Double](), [Double](), [UInt8]())
    var (children, order) = ([Int](), [Int]())
    for (place, member) in cohort.members.enumerated() {
      let adult = member.born.adding(years: 18)
      let end = min(member.knownUntil, min(adult, member.died.map { max($0, member.day) } ?? adult))
      let own = (days[member.person] ?? []).filter { (onDay ? $0 >= member.day : $0 > member.day) && $0 < end }
      let marks = Set(own).map { Double($0.days(since: member.day)) }.sorted()
      let last = Double(end.days(since: member.day))
      for (number, stop) in (marks + [last]).enumerated() {
        starts.append(number == 0 ? 0 : marks[number - 1])
        stops.append(stop)
        outcomes.append(number < marks.count ? 1 : 0)
        children.append(place)
        order.append(number + 1)
      }
    }
    self.init(try Spells(starts: starts, stops: stops, outcomes: outcomes), children, order)
  }

  private static func returns(_ rows: SQL, _ store: Store) throws -> [String: [Day]] {
    let found = try store.connection.query(
      "SELECT person, day FROM (\(sql: rows)) AS r WHERE day IS NOT NULL ORDER BY person, day")
    let (persons, days) = (try found.text("person"), try found.days("day"))
    var all: [String: [Day]] = [:]
    for row in 0..<found.rowCount {
      if let person = persons[row], let day = days[row] { all[person, default: []].append(day) }
    }
    return all
  }
}
