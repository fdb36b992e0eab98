import KithEngine
import KithReturns

/// What is taken out of a store for good.
public enum Erasure: Hashable, Sendable {
  /// A submission.
  case submission(Int)
  /// A child of an authority, from every submission of it.
  case child(String, authority: String)
}

extension Store {
  /// Takes a submission or a child out for good, and writes the file anew so that no bytes of it stay behind. Returns the
  /// number of rows taken out.
  ///
  /// What remains is that something was erased, why, and how many rows; never who. The submissions that held a child
  /// keep their place, with the counts and hashes of what is left of them.
  public func erase(_ erasure: Erasure, reason: String, asOf: String? = nil) throws -> Int {
    let rows = try connection.transaction {
      try noteRewritingIsDue()
      return switch erasure {
      case .submission(let id): try eraseSubmission(id, reason, asOf)
      case .child(let child, let authority): try eraseChild(child.capitals, authority, reason, asOf)
      }
    }
    try rewrite()
    return rows
  }

  /// Takes out superseded submissions, but for the newest of each collection, year and authority up to the number to be
  /// kept. Returns the submissions taken out.
  public func retain(superseded kept: Int, asOf: String? = nil) throws -> [Int] {
    let found = try connection.query(
      """
      SELECT id FROM (
        SELECT id, row_number() OVER (PARTITION BY collection, year, authority ORDER BY version DESC) AS place
        FROM submission WHERE state = 'superseded'
      ) AS ranked WHERE place > \(kept) ORDER BY id
      """)
    let ids = try found.integers("id").values.compactMap { $0.map(Int.init) }
    guard !ids.isEmpty else { return [] }
    try connection.transaction {
      try noteRewritingIsDue()
      for id in ids {
        let rows = try deleteRows(of: id, state: "removed")
        try log("retain", detail: "submission \(id) taken out, \(rows) rows", asOf: asOf)
      }
    }
    try rewrite()
    return ids
  }

  private func eraseSubmission(_ id: Int, _ reason: String, _ asOf: String?) throws -> Int {
    guard try submissions.contains(where: { $0.id == id && ["current", "superseded"].contains($0.state) }) else {
      throw StoreError(.unknown, "The store holds no submission \(id); kith store log lists them.")
    }
    let rows = try deleteRows(of: id, state: "erased")
    try eraseStrayLinks()
    try note(erased: "submission", submission: id, reason, rows: rows, asOf)
    return rows
  }

  private func deleteRows(of id: Int, state: String) throws -> Int {
    var rows = 0
    for table in StoredTable.all {
      rows += try connection.execute("DELETE FROM \(identifier: table.name) WHERE submission = \(id)") ?? 0
    }
    for table in ["submission_table", "submission_field", "submission_rule", "unreadable", "file"] {
      try connection.execute("DELETE FROM \(identifier: table) WHERE submission = \(id)")
    }
    try connection.execute("UPDATE submission SET state = \(state) WHERE id = \(id)")
    return rows
  }

  private func eraseChild(_ child: String, _ authority: String, _ reason: String, _ asOf: String?) throws -> Int {
    var total = 0
    for submission in try submissions
    where submission.authority == authority && ["current", "superseded"].contains(submission.state) {
      let rows = try delete(child, from: submission)
      guard rows > 0 else { continue }
      try note(erased: "child", submission: submission.id, reason, rows: rows, asOf)
      total += rows
    }
    guard total > 0 else {
      throw StoreError(
        .unknown, "No submission of that authority names that child; check the identifier and the number.")
    }
    try connection.execute("DELETE FROM person_link WHERE authority = \(authority) AND child = \(child)")
    try eraseLinks(of: child, authority)
    return total
  }

  /// Deletes a child's rows of a submission, and notes the counts and hashes of what is left; how many rows they were.
  func delete(_ child: String, from submission: StoredSubmission) throws -> Int {
    var total = 0
    // Tables that stand in others go first, while the rows in which theirs stand are still there.
    for table in StoredTable.all.reversed() where table.collection.rawValue == submission.collection {
      guard let isTheirs = table.rows(of: child, in: submission.id) else { continue }
      try connection.execute(
        """
        DELETE FROM unreadable WHERE submission = \(submission.id) AND table_name = \(table.name)
        AND position IN (SELECT position FROM \(identifier: table.name) WHERE \(sql: isTheirs))
        """)
      let rows = try connection.execute("DELETE FROM \(identifier: table.name) WHERE \(sql: isTheirs)") ?? 0
      guard rows > 0 else { continue }
      total += rows
      let mark = try marks(of: table, in: submission.id...submission.id)[submission.id] ?? .none
      try connection.execute(
        """
        UPDATE submission_table SET row_count = \(mark.count), rows_sha256 = \(mark.hash)
        WHERE submission = \(submission.id) AND table_name = \(table.name)
        """)
    }
    try connection.execute("UPDATE submission SET row_count = row_count - \(total) WHERE id = \(submission.id)")
    return total
  }

  private func note(
    erased kind: String, submission id: Int, _ reason: String, rows: Int, _ asOf: String?
  ) throws {
    let found = try connection.query("SELECT coalesce(max(number), 0) + 1 AS n FROM erasure")
    let number = Int(try found.integers("n")[0] ?? 1)
    try connection.execute(
      "INSERT INTO erasure VALUES (\(number), \(id), \(kind), \(reason), \(rows), \(asOf))")
    try log("erase", detail: "\(kind) erased from submission \(id), \(rows) rows", asOf: asOf)
  }
}

extension StoredTable {
  /// The column that holds the authority's identifier of the child; nil for a table that is of no child.
  var childColumn: String? {
    ["child", "lachildid"].first { name in columns.contains { $0.name == name } }
  }

  /// The column of a table, by its name, that holds the authority's identifier of the child; nil for a table of no child.
  package static func childColumn(of table: String) -> String? { all.first { $0.name == table }?.childColumn }

  /// The condition that a row is a child's: it names the child, or stands in a row that is; nil for a table of no child.
  func rows(of child: String, in submission: Int) -> SQL? {
    guard let column = childColumn else { return nil }
    let named: SQL = "submission = \(submission) AND \(identifier: column) = \(child)"
    guard let parent = schema.nesting?.parent,
      let above = StoredTable.tables(of: collection).first(where: { $0.schema.name == parent }),
      let theirs = above.rows(of: child, in: submission)
    else { return named }
    return """
      (\(sql: named) OR submission = \(submission) AND parent_position IN (
        SELECT position FROM \(identifier: above.name) WHERE \(sql: theirs)))
      """
  }
}
