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
    try connection.keep(Self.suspects, as: "link_suspect")
    return orders
  }

  /// Pairs whom a former number joins, and who may be an adopted child before and after the order: either authority knows an
  /// adopted child of the birth date, without a number that would tell who it is, whose order stands between the two.
  private static let suspects: SQL = ["l", "r"].reduce("SELECT 0 AS l, 0 AS r WHERE FALSE") { text, end in
    text + """
       UNION
      SELECT least(l.child_id, r.child_id) AS l, greatest(l.child_id, r.child_id) AS r
      FROM link_upn AS a JOIN link_upn AS b ON b.upn = a.upn AND b.child_id <> a.child_id
      JOIN link_child AS l ON l.child_id = a.child_id JOIN link_child AS r ON r.child_id = b.child_id
      JOIN link_child AS o ON o.born = \(raw: end).born
      WHERE a.kind = 'current' AND b.kind = 'former' AND o.ordered IS NOT NULL AND o.upn IS NULL
      AND (o.authority = l.authority OR o.authority = r.authority)
      AND coalesce(o.sex = \(raw: end).sex, TRUE) AND \(raw: standsBetween("o"))
      """
  }

  /// Those pairs, by the numbers of the children, after ``prepare()``.
  func suspectedPairs() throws -> Set<[Int]> {
    let found = try connection.query("SELECT l, r FROM link_suspect")
    return Set(
      zip(try found.integers("l").values, try found.integers("r").values).map { [Int($0 ?? 0), Int($1 ?? 0)] })
  }

  /// Whether the order of a table's row parts `l` from `r`: they are not both seen up to it only, or both after it only.
  private static func standsBetween(_ order: String) -> String {
    """
    NOT (l.seen_until <= \(order).ordered AND r.seen_until <= \(order).ordered
      OR l.seen_from > \(order).ordered AND r.seen_from > \(order).ordered)
    """
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
    for case (let child?, let first?) in pairs {
      members[sets.group(of: Int(child)), default: []].formUnion([Int(child), Int(first)])
    }
    return days.reduce(into: [:]) { orders, group in
      for child in members[group.key] ?? [] { orders[child] = group.value.sorted() }
    }
  }

  /// Every sure identifier of each child, whatever part of the child's rows tells of it.
  private static let keys: SQL = """
    SELECT child_id, 'child ' || authority || ' ' || plain_child AS name FROM link_child
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

  /// The orders, counted also for all whom links lead to from a child of whom one counts: who is taken for the adopted child
  /// is to be kept apart as the adopted child is.
  static func reached(from orders: [Int: [Day]], by links: [CandidateLink]) -> [Int: [Day]] {
    guard !orders.isEmpty else { return orders }
    var sets = DisjointSets<Int>()
    for link in links { sets.join(link.first, link.second) }
    var days: [Int: Set<Day>] = [:]
    for (child, own) in orders { days[sets.group(of: child), default: []].formUnion(own) }
    let named = Set(links.flatMap { [$0.first, $0.second] }).union(orders.keys)
    return named.reduce(into: [:]) { reached, child in
      if let own = days[sets.group(of: child)] { reached[child] = own.sorted() }
    }
  }

  /// The pairs of a table of pairs of children that an order stands between; `left` and `right` are the columns of the pair's
  /// tables that give their numbers.
  static func crossing(_ pairs: String, _ left: String, _ right: String) -> SQL {
    let side = { (end: String) -> SQL in
      """
      SELECT f.l, f.r FROM \(raw: pairs) AS f
      JOIN \(raw: left) AS l ON l.id = f.l JOIN \(raw: right) AS r ON r.id = f.r
      JOIN link_barrier AS b ON b.child_id = \(raw: end).child_id
      WHERE \(raw: standsBetween("b"))
      """
    }
    let suspected: SQL = """
      SELECT f.l, f.r FROM \(raw: pairs) AS f
      JOIN \(raw: left) AS l ON l.id = f.l JOIN \(raw: right) AS r ON r.id = f.r
      JOIN link_suspect AS s ON s.l = least(l.child_id, r.child_id) AND s.r = greatest(l.child_id, r.child_id)
      """
    return side("l") + " UNION " + side("r") + " UNION " + suspected
  }
}
