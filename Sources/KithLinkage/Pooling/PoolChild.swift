import KithEngine
import KithTables

/// A child of an authority in a collection, as matching tokens are made of it.
struct PoolChild {
  /// The child's number among the known records.
  let number: Int
  let collection: String
  let child: String
  let born: Day?
  let hasMoved: Bool
  /// Whether an adoption order is known, so that no token is given.
  let isBarred: Bool

  /// The children of an authority whom a return since a year names. A child with two parts, before and after an order, is there
  /// twice; both are barred.
  static func all(of authority: String, since year: Int, on connection: Connection) throws -> [PoolChild] {
    let found = try connection.query(
      """
      SELECT c.child_id, c.collection, c.child, c.born,
        CASE WHEN c.handed_over_day IS NULL THEN 0 ELSE 1 END AS moved,
        CASE WHEN b.child_id IS NULL THEN 0 ELSE 1 END AS barred
      FROM link_child AS c LEFT JOIN link_barred AS b ON b.child_id = c.child_id
      WHERE c.authority = \(authority) AND EXISTS (
        SELECT 1 FROM link_record AS r
        WHERE r.collection = c.collection AND r.authority = c.authority AND r.child = c.child AND r.year >= \(year))
      ORDER BY c.child_id
      """)
    let (ids, moved, barred) = (
      try found.integers("child_id").values, try found.integers("moved").values, try found.integers("barred").values
    )
    let (collections, children) = (try found.text("collection").values, try found.text("child").values)
    let born = try found.days("born").values
    return ids.indices.map { row in
      PoolChild(
        number: Int(ids[row] ?? 0), collection: collections[row] ?? "", child: children[row] ?? "", born: born[row],
        hasMoved: moved[row] == 1, isBarred: barred[row] == 1)
    }
  }
}

/// The pupil numbers of children, as linkage uses them.
enum PoolNumbers {
  struct Number: Hashable {
    let text: String
    let isFormer: Bool
    /// Whether two children of one return have it.
    let isShared: Bool
  }

  /// The numbers of an authority's children, by the children's numbers.
  static func all(of authority: String, on connection: Connection) throws -> [Int: [Number]] {
    let found = try connection.query(
      """
      SELECT u.child_id, u.upn, max(u.kind) AS kind, CASE WHEN s.upn IS NULL THEN 0 ELSE 1 END AS shared
      FROM link_upn AS u JOIN link_child AS c ON c.child_id = u.child_id
      LEFT JOIN link_shared_upn AS s ON s.upn = u.upn
      WHERE c.authority = \(authority) GROUP BY u.child_id, u.upn, s.upn ORDER BY u.child_id, u.upn
      """)
    let (ids, shared) = (try found.integers("child_id").values, try found.integers("shared").values)
    let (texts, kinds) = (try found.text("upn").values, try found.text("kind").values)
    var numbers: [Int: [Number]] = [:]
    for row in ids.indices {
      numbers[Int(ids[row] ?? 0), default: []].append(
        Number(text: texts[row] ?? "", isFormer: kinds[row] == "former", isShared: shared[row] == 1))
    }
    return numbers
  }

  /// Every number, current or former, of the children of whom an adoption order is known.
  static func barred(on connection: Connection) throws -> [String] {
    let found = try connection.query(
      """
      SELECT r.upn AS upn, r.former_upn AS former FROM link_record AS r
      JOIN link_child AS c ON c.collection = r.collection AND c.authority = r.authority AND c.child = r.child
      JOIN link_barred AS b ON b.child_id = c.child_id
      """)
    return (try found.text("upn").values + found.text("former").values).compactMap { $0 }
  }
}
