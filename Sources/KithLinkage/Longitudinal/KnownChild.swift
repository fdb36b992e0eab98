import KithEngine
import KithStore
import KithTables

/// A child of an authority in a collection, or the part of the child's rows on one side of an adoption order.
struct KnownChild: Sendable {
  /// The child.
  let key: CollectedChild
  /// 0 for what is seen up to an adoption order, or with none; 1 for what is seen after it.
  let part: Int
  /// The day of the order that parts the child's rows.
  let ordered: Day?
  /// The first day on which the child is seen.
  let seenFrom: Day
  /// The last day on which the child is seen.
  let seenUntil: Day
  /// The day of birth.
  let born: Day?
  /// Whether a pupil number is known.
  let hasPupilNumber: Bool
  /// Whether the birth was still expected in the last return.
  let isUnborn: Bool
  /// Whether a return says that the child came alone to seek asylum.
  let isUnaccompanied: Bool
  /// The first year in which a return names the child.
  let firstYear: Int
  /// The numbers of the returns in which the child stands.
  var returns: Set<Int> = []

  /// All children, by number.
  static func all(on connection: Connection) throws -> [KnownChild] {
    let found = try connection.query(
      """
      SELECT c.*, CASE WHEN c.upn IS NULL THEN 0 ELSE 1 END AS has_upn, coalesce(y.first_year, 0) AS first_year
      FROM link_child AS c LEFT JOIN (
        SELECT collection, authority, child, min(year) AS first_year FROM link_record
        GROUP BY collection, authority, child
      ) AS y ON y.collection = c.collection AND y.authority = c.authority AND y.child = c.child
      ORDER BY c.child_id
      """)
    let texts = try ["collection", "authority", "child"].map { try found.text($0).values }
    let days = try ["ordered", "seen_from", "seen_until", "born", "expected"].map { try found.days($0).values }
    let numbers = try ["part", "has_upn", "first_year", "is_unaccompanied"].map { try found.integers($0).values }
    var children = (0..<found.rowCount).map { row in
      let t = texts.map { $0[row] ?? "" }
      let d = days.map { $0[row] }
      return KnownChild(
        key: CollectedChild(collection: t[0], authority: t[1], child: t[2]), part: Int(numbers[0][row] ?? 0),
        ordered: d[0], seenFrom: d[1] ?? Day(number: 0), seenUntil: d[2] ?? Day(number: 0), born: d[3],
        hasPupilNumber: numbers[1][row] == 1, isUnborn: d[3] == nil && d[4] != nil,
        isUnaccompanied: numbers[3][row] == 1, firstYear: Int(numbers[2][row] ?? 0))
    }
    let returns = try connection.query("SELECT child_id, number FROM link_return ORDER BY child_id, number")
    for case (let child?, let number?) in zip(
      try returns.integers("child_id").values, try returns.integers("number").values)
    {
      children[Int(child)].returns.insert(Int(number))
    }
    return children
  }

  /// What persons are named by: the authority and its identifier, with a mark for what lies after an order.
  var personName: String { "\(key.authority)-\(key.child)" + (part == 1 ? "/after" : "") }

  /// Whether the child is seen up to a day only (true), after it only (false), or on both sides of it (nil).
  func isBefore(_ day: Day) -> Bool? {
    if seenUntil <= day { return true }
    return seenFrom > day ? false : nil
  }
}
