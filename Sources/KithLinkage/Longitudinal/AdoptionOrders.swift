import KithEngine
import KithTables

/// Which children's records an adoption order parts, so that no link crosses it.
///
/// An adopted child has a new name, a new pupil number and a new record, and the links to the former ones are to be taken away.
/// So an order (SSDA903's REC E11 or E12, the CIN Census's reason for closure RC1) counts not only for the records that tell of
/// it, but for all that any sure identifier leads to from them: the authority's identifier, the pupil number, a former one.
/// Of a pair of which an order counts for either, both must be seen up to it only, or after it only.
struct AdoptionOrders {
  let connection: Connection

  /// The table of orders: `child_id`, `ordered`.
  static let table = "link_barrier"

  /// Prepares the table; the orders that count for each child, by number.
  func prepare() throws -> [Int: [Day]] {
    try connection.keep(Self.keys, as: "link_key")
    let orders = try ordersByGroup()
    let children = orders.keys.sorted()
    let rows = children.flatMap { child in (orders[child] ?? []).map { (child, $0) } }
    try connection.keep(
      [.integers("child_id", rows.map { Optional(Int64($0.0)) }), .days("ordered", rows.map { Optional($0.1) })],
      as: Self.table)
    return orders
  }

  private func ordersByGroup() throws -> [Int: [Day]] {
    let own = try connection.query(
      "SELECT child_id, ordered FROM link_child WHERE ordered IS NOT NULL ORDER BY child_id")
    guard own.rowCount > 0 else { return [:] }
    var sets = DisjointSets<Int>()
    let joined = try connection.query(
      """
      SELECT DISTINCT child_id, first_id FROM (
        SELECT child_id, min(child_id) OVER (PARTITION BY name) AS first_id FROM link_key
      ) AS k WHERE child_id <> first_id ORDER BY child_id, first_id
      """)
    let pairs = zip(try joined.integers("child_id").values, try joined.integers("first_id").values)
    for case (let child?, let first?) in pairs { sets.join(Int(first), Int(child)) }
    var days: [Int: Set<Day>] = [:]
    var members: [Int: Set<Int>] = [:]
    for case (let child?, let day?) in zip(try own.integers("child_id").values, try own.days("ordered").values) {
      days[sets.group(of: Int(child)), default: []].insert(day)
      members[sets.group(of: Int(child)), default: []].insert(Int(child))
    }
    for case (let child?, let first?) in zip(
      try joined.integers("child_id").values, try joined.integers("first_id").values)
    {
      members[sets.group(of: Int(child)), default: []].formUnion([Int(child), Int(first)])
    }
    return days.reduce(into: [:]) { orders, group in
      for child in members[group.key] ?? [] { orders[child] = group.value.sorted() }
    }
  }

  /// Every sure identifier of each child, whatever part of the child's rows tells of it.
  private static let keys: SQL = """
    SELECT child_id, 'child ' || authority || ' ' || child AS name FROM link_child
    UNION SELECT child_id, \(raw: birthName("authority")) FROM link_child WHERE born IS NOT NULL
    UNION SELECT child_id, \(raw: birthName("first_successor")) FROM link_child
      WHERE born IS NOT NULL AND first_successor IS NOT NULL
    UNION SELECT child_id, \(raw: birthName("last_successor")) FROM link_child
      WHERE born IS NOT NULL AND last_successor IS NOT NULL
    UNION SELECT c.child_id, 'number ' || r.upn FROM link_record AS r JOIN link_child AS c
      ON c.collection = r.collection AND c.authority = r.authority AND c.child = r.child WHERE r.upn IS NOT NULL
    UNION SELECT c.child_id, 'number ' || r.former_upn FROM link_record AS r JOIN link_child AS c
      ON c.collection = r.collection AND c.authority = r.authority AND c.child = r.child WHERE r.former_upn IS NOT NULL
    """

  private static func birthName(_ authority: String) -> String {
    "'born ' || \(authority) || ' ' || child || ' ' || CAST(born AS VARCHAR(10))"
  }

  /// The pairs of a table of pairs of children that an order stands between; `left` and `right` are the columns of the pair's
  /// tables that give their numbers.
  static func crossing(_ pairs: String, _ left: String, _ right: String) -> SQL {
    let side = { (end: String) -> SQL in
      """
      SELECT f.l, f.r FROM \(raw: pairs) AS f
      JOIN \(raw: left) AS l ON l.id = f.l JOIN \(raw: right) AS r ON r.id = f.r
      JOIN link_barrier AS b ON b.child_id = \(raw: end).child_id
      WHERE NOT (l.seen_until <= b.ordered AND r.seen_until <= b.ordered
        OR l.seen_from > b.ordered AND r.seen_from > b.ordered)
      """
    }
    return side("l") + " UNION " + side("r")
  }
}
