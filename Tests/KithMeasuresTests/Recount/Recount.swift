import KithMeasures

/// A measure counted again in loops over children, as a reader of the guidance would count it, without any SQL.
///
/// What the guidance leaves open is read as `docs/measures.md` says.
struct Recount: Sendable {
  /// What the measure counts of an authority in a year, one by one.
  let counted: @Sendable (AuthorityYear) -> [Counted]

  /// Every measure's recount, by the measure's identifier.
  static let all: [String: Recount] = [
    referrals, assessments, factors, need, protection, lookedAfter, placements, leaving, adoption, outcomes,
    careLeavers,
  ].reduce(into: [:]) { all, theme in all.merge(theme) { first, _ in first } }
}

/// One thing that a measure counts: its child's groups, what it adds above the line, and whether it stands below.
struct Counted {
  let groups: ChildGroups
  let above: Double
  let isBelow: Bool
}

/// The groups of a child in which figures are broken down.
struct ChildGroups: Hashable {
  let sex: String
  let age: String
}

/// Something that is counted, and has its child's groups.
protocol Countable: Sendable {
  var groups: ChildGroups { get }
}

extension Recount {
  typealias Rows<Row> = @Sendable (AuthorityYear) -> [Row]
  typealias Test<Row> = @Sendable (Row) -> Bool

  /// How many rows pass a test.
  static func number<Row: Countable>(of rows: @escaping Rows<Row>, _ passes: @escaping Test<Row> = { _ in true })
    -> Recount
  {
    Recount { year in
      rows(year).filter(passes).map { Counted(groups: $0.groups, above: 1, isBelow: false) }
    }
  }

  /// How many of some rows pass a test, and how many of them there are.
  static func share<Row: Countable>(
    of rows: @escaping Rows<Row>, among isAsked: @escaping Test<Row> = { _ in true }, _ passes: @escaping Test<Row>
  ) -> Recount {
    Recount { year in
      rows(year).filter(isAsked).map { Counted(groups: $0.groups, above: passes($0) ? 1 : 0, isBelow: true) }
    }
  }

  /// The sum of a number over the rows that have it, and how many have it.
  static func mean<Row: Countable>(
    of rows: @escaping Rows<Row>, among isAsked: @escaping Test<Row> = { _ in true },
    _ number: @escaping @Sendable (Row) -> Int?
  ) -> Recount {
    Recount { year in
      rows(year).filter(isAsked).compactMap { row in
        number(row).map { Counted(groups: row.groups, above: Double($0), isBelow: true) }
      }
    }
  }
}
