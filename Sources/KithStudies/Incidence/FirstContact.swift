public import KithDisclosure
import KithEngine
public import KithStore
import KithTables

/// First referrals, plans and starts of care of a year by age, over all children of an area: what share of children would have had
/// one by each age, if the year's first events were those of a life.
///
/// The share by an age is the sum of first events at each age over the children of that age, as M. A. Jay and others (2025) take events that
/// are first in a window over the population. The area's children are taken to be as many at each age.
/// Who had one before the returns begin is seen as new, so the shares are too high where they reach beyond the ages that the returns have
/// from birth on; ``certain`` counts those alone who were born since.
public struct FirstContact: Sendable {
  /// What is first.
  public enum Event: String, Hashable, Sendable, CaseIterable {
    /// A referral, whatever it led to.
    case referral
    /// A child protection plan.
    case plan
    /// A start of being looked after.
    case care

    /// What it is called.
    public var title: String {
      switch self {
      case .referral: "Referred"
      case .plan: "Child protection plan"
      case .care: "Looked after"
      }
    }

    var collection: String { self == .care ? "ssda903" : "cin" }

    fileprivate var table: String {
      switch self {
      case .referral: "need_episode"
      case .plan: "protection_plan"
      case .care: "period_of_care"
      }
    }
  }

  /// The ages, in years, by which shares are told.
  public static let ages = [1, 5, 10, 16, 18]

  /// The year, by the calendar year in which it ends.
  public let year: Int
  /// Children of a single year of age in the area.
  public let childrenOfAnAge: Int
  /// First events in the year, by event and then by the band of age that ends at each of ``ages``.
  public let counts: [Event: [Int]]
  /// Those of children born since the returns begin.
  public let certain: [Event: [Int]]
  /// The first collection year that the returns of each event have.
  public let firstYears: [Event: Int]

  /// Counts first events, each by the child's age in whole years and whether the child was born since the returns begin.
  init(year: Int, children: Int, firstYears: [Event: Int], firsts: [Event: [(age: Int, isCertain: Bool)]])
    throws(StudyError)
  {
    self.year = year
    self.firstYears = firstYears
    childrenOfAnAge = Int((Double(children) / 18).rounded())
    func bands(_ firsts: [(age: Int, isCertain: Bool)]) -> [Int] {
      Self.ages.indices.map { place in
        firsts.count { $0.age < Self.ages[place] && (place == 0 || $0.age >= Self.ages[place - 1]) }
      }
    }
    counts = firsts.mapValues { bands($0) }
    certain = firsts.mapValues { bands($0.filter(\.isCertain)) }
    let most = counts.values.map { $0.reduce(0, +) }.max() ?? 0
    guard childrenOfAnAge > 0, most <= childrenOfAnAge else {
      throw StudyError(
        .unknown,
        "The children of the area are fewer than the store's first events make likely; check the file of the population."
      )
    }
  }

  /// The events of which there are counts, in order.
  public var events: [Event] { Event.allCases.filter { counts[$0] != nil } }

  /// First events by each of ``ages``, those at earlier ages among them.
  public func cumulative(_ event: Event) -> [Int] { Self.sums(counts[event] ?? []) }

  static func sums(_ counts: [Int]) -> [Int] {
    var sum = 0
    return counts.map { count in
      sum += count
      return sum
    }
  }
}

extension FirstContact {
  /// First events of an authority in a year, as its returns of that year and of those before show them; two years or more are needed.
  public init(_ store: Store, of authority: String, year: Int, children: Int) throws {
    guard let first = Day(1, 4, year - 1), let last = Day(31, 3, year) else {
      throw StudyError(.unknown, "\(year) is no collection year.")
    }
    var firsts: [Event: [(age: Int, isCertain: Bool)]] = [:]
    var years: [Event: Int] = [:]
    for event in Event.allCases {
      guard let from = try Self.firstYear(event, store, authority, year), from < year else { continue }
      years[event] = from
      firsts[event] = try Self.firsts(event, store, authority, first...last, since: Day(1, 4, from - 1) ?? first)
    }
    guard !firsts.isEmpty else {
      throw StudyError(
        .tooLittle,
        "First events by age need the returns of two years or more without a gap up to \(year) of authority \(authority)."
      )
    }
    try self.init(year: year, children: children, firstYears: years, firsts: firsts)
  }

  /// The first of the years without a gap up to a year that the store has; nil where it lacks that year.
  private static func firstYear(_ event: Event, _ store: Store, _ authority: String, _ year: Int) throws -> Int? {
    let result = try store.connection.query(
      """
      SELECT DISTINCT year::BIGINT AS year FROM current_submission
      WHERE collection = \(literal: event.collection) AND authority = \(authority)
      """)
    let years = Set(try result.integers("year").values.compactMap { $0.map(Int.init) })
    guard years.contains(year) else { return nil }
    return (0...).lazy.map { year - $0 }.first { !years.contains($0 - 1) }
  }

  private static func firsts(
    _ event: Event, _ store: Store, _ authority: String, _ days: ClosedRange<Day>, since: Day
  ) throws -> [(age: Int, isCertain: Bool)] {
    let result = try store.connection.query(
      """
      SELECT f.day, p.born FROM (
        SELECT person, min(started) AS day FROM \(raw: event.table) WHERE authority = \(authority) GROUP BY person) AS f
      LEFT JOIN person AS p ON p.person = f.person
      WHERE f.day BETWEEN \(days.lowerBound) AND \(days.upperBound)
      """)
    let (first, born) = (try result.days("day"), try result.days("born"))
    return (0..<result.rowCount).compactMap { row in
      guard let day = first[row], let born = born[row] else { return nil }
      let age = born > day ? 0 : born.age(on: day)
      guard age < 18 else { return nil }
      return (age: age, isCertain: born >= since)
    }
  }
}

extension FirstContact {
  /// The name of a count or share: `referral|by 5|all`, `referral|by 5|certain`; shares end with `%`.
  public static func name(_ event: Event, by age: Int, isCertain: Bool = false) -> String {
    "\(event.rawValue)|by \(age)|\(isCertain ? "certain" : "all")"
  }

  /// The counts by each age and their shares, as they may be shown.
  public func release(under policy: DisclosurePolicy) throws(DisclosureError) -> Release {
    var (cells, relations, figures) = ([CountCell](), [Relation](), [DerivedFigure]())
    for event in events {
      let sure = certain[event] ?? []
      let all = counts[event] ?? []
      let unsure = zip(all, sure).map { $0 - $1 }
      for (counts, part) in [(all, "all"), (sure, "certain"), (unsure, "unsure")] {
        for (place, sum) in Self.sums(counts).enumerated() {
          let (name, age) = ("\(event.rawValue)|by \(Self.ages[place])|\(part)", Self.ages[place])
          cells.append(CountCell(name, count: sum, handling: part == "unsure" ? .notPublished : .open))
          guard place > 0 else { continue }
          // What lies between two ages is a count too, and anyone can take one sum from the other.
          let between = "\(event.rawValue)|at \(age)|\(part)"
          cells.append(CountCell(between, count: counts[place], handling: .notPublished))
          let before = "\(event.rawValue)|by \(Self.ages[place - 1])|\(part)"
          relations.append(Relation(total: name, parts: [before, between]))
        }
      }
      for age in Self.ages {
        let name = { (part: String) in "\(event.rawValue)|by \(age)|\(part)" }
        relations.append(Relation(total: name("all"), parts: [name("certain"), name("unsure")]))
        figures += ["all", "certain"].map {
          .percentage(name($0) + "%", of: name($0), among: .published(childrenOfAnAge), places: 1)
        }
      }
    }
    let publication = try Publication(
      title: "First events by age", cells: cells, relations: relations, figures: figures)
    return try Disclosure.release(publication, under: policy)
  }
}
