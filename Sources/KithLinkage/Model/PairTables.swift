import KithEngine

/// The pairs of records of two tables, or within one, found and compared by the engine.
///
/// A table of records has a column `id` with the numbers from 0, and the columns that the design names. All of it is in the
/// SQL that DuckDB and Spark share.
struct PairTables {
  let connection: Connection
  let design: LinkageDesign
  /// The table of records `l`.
  let left: String
  /// The table of records `r`; the same one to find pairs within it.
  let right: String
  /// The table of the shares of all records that hold the values of a record of `l`, by its `id`.
  let shares: String
  /// What the names of the tables made begin with.
  let name: String

  /// - Parameter shares: the table of shares; nil where the columns are those of `left` itself.
  init(
    _ connection: Connection, _ design: LinkageDesign, _ left: String, _ right: String, shares: String? = nil,
    name: String = "link"
  ) {
    self.connection = connection
    self.design = design
    self.left = left
    self.right = right
    self.shares = shares ?? left
    self.name = name
  }

  private var isWithin: Bool { left == right }
  private var found: String { name + "_found" }
  /// The table of pairs compared: `l`, `r` and the `pattern`.
  var compared: String { name + "_compared" }

  private var condition: SQL {
    let order: [SQL] = isWithin ? ["l.id < r.id"] : []
    return (order + (design.condition.map { [$0] } ?? [])).reduce("" as SQL) { $0 + " AND " + $1 }
  }

  private var sides: SQL { "\(identifier: left) AS l JOIN \(identifier: right) AS r" }

  /// Finds the pairs that any of the rules says.
  func find() throws {
    let parts = design.rules.map { rule in
      "SELECT l.id AS l, r.id AS r FROM \(sql: sides) ON \(sql: rule.condition)\(sql: condition)" as SQL
    }
    let union = parts.dropFirst().reduce(parts.first ?? "SELECT 0 AS l, 0 AS r WHERE FALSE") { $0 + " UNION " + $1 }
    try connection.keep(union, as: found)
  }

  /// Compares the pairs found, but for those that another table, of `l` and `r`, holds.
  func compare(without left: String? = nil) throws {
    let pairs: SQL =
      left.map { dropped in
        """
        (SELECT f.l, f.r FROM \(identifier: found) AS f LEFT JOIN \(identifier: dropped) AS d ON d.l = f.l AND d.r = f.r
        WHERE d.l IS NULL)
        """
      } ?? "\(identifier: found)"
    try connection.keep(patterns(of: pairs), as: compared)
  }

  /// Each of some pairs with its pattern; -1 where what must hold of a pair does not.
  private func patterns(of pairs: SQL, when condition: SQL? = nil) -> SQL {
    let shown = condition.map { "CASE WHEN \(sql: $0) THEN \(sql: pattern) ELSE -1 END" as SQL } ?? pattern
    return """
      SELECT p.l, p.r, \(sql: shown) AS pattern FROM \(sql: pairs) AS p
      JOIN \(identifier: left) AS l ON l.id = p.l JOIN \(identifier: right) AS r ON r.id = p.r
      """
  }

  private var pattern: SQL {
    let space = design.space
    let parts = design.comparisons.enumerated().map { "(\(sql: $1.number)) * \(raw: String(space.steps[$0]))" as SQL }
    return parts.dropFirst().reduce(parts[0]) { $0 + " + " + $1 }
  }

  /// How many pairs compared show each pattern, in the order of patterns.
  func counts() throws -> [(pattern: Int, count: Int)] {
    try counts(of: "SELECT pattern FROM \(identifier: compared)")
  }

  /// How many of some patterns there are of each, in the order of patterns.
  func counts(of patterns: SQL) throws -> [(pattern: Int, count: Int)] {
    let result = try connection.query(
      "SELECT pattern, count(*) AS n FROM (\(sql: patterns)) AS c GROUP BY pattern ORDER BY pattern")
    return zip(try result.integers("pattern").values, try result.integers("n").values).map {
      (Int($0 ?? 0), Int($1 ?? 0))
    }
  }

  /// How many of some pairs drawn at random show each pattern.
  func randomCounts(_ pairs: Int, seed: UInt64) throws -> [(pattern: Int, count: Int)] {
    let (l, r) = (try rowCount(left), try rowCount(right))
    guard l > 0, r > 0 else { return [] }
    var chance = SeededPairs(seed: seed)
    // What is no pair is left out here and by its pattern: asked for it in a join, an engine may join all with all first.
    let drawn = chance.draw(pairs, left: l, right: r).filter { !isWithin || $0 != $1 }
    let sample = name + "_sample"
    try connection.keep([.integers("l", drawn.map(\.0)), .integers("r", drawn.map(\.1))], as: sample)
    return try counts(of: patterns(of: "\(identifier: sample)", when: design.condition)).filter { $0.pattern >= 0 }
  }

  func rowCount(_ table: String) throws -> Int {
    Int(try connection.query("SELECT count(*) AS n FROM \(identifier: table)").integers("n")[0] ?? 0)
  }
}
