package import KithEngine

extension Store {
  /// What does not agree with what was noted when it was loaded, a sentence each; empty when all is as it was.
  public func verify() throws -> [String] {
    try tableFaults() + fileFaults() + logFaults() + strayFaults() + rewritingFaults()
  }

  /// The number of rows and their hash, in the order of their places, of each of these submissions that has rows in a table.
  func marks(of table: StoredTable, in submissions: ClosedRange<Int>) throws -> [Int: RowsMark] {
    try marks(of: table, from: "\(identifier: table.name)", in: submissions)
  }

  /// The same of rows that stand elsewhere, in a table's columns.
  package func marks(
    of table: StoredTable, from rows: SQL, in submissions: ClosedRange<Int>
  ) throws -> [Int: RowsMark] {
    let cells = table.columnNames.map { "coalesce('=' || CAST(\"\($0)\" AS VARCHAR), '~')" }
    let found = try connection.query(
      """
      SELECT submission, count(*) AS n, sha256(string_agg(line_hash, '' ORDER BY position)) AS h
      FROM (
        SELECT submission, position, sha256(concat_ws(chr(31), \(raw: cells.joined(separator: ", ")))) AS line_hash
        FROM \(sql: rows)
        WHERE submission BETWEEN \(submissions.lowerBound) AND \(submissions.upperBound)
      ) AS hashed GROUP BY submission
      """)
    let (ids, counts, hashes) = (
      try found.integers("submission"), try found.integers("n"), try found.text("h")
    )
    let pairs = (0..<found.rowCount).map { row in
      (Int(ids[row] ?? 0), RowsMark(count: Int(counts[row] ?? 0), hash: hashes[row] ?? ""))
    }
    return Dictionary(uniqueKeysWithValues: pairs)
  }

  /// A part of the submissions at a time, so that the hashes of a national store's rows need not all be held at once.
  private static let part = 100

  private func tableFaults() throws -> [String] {
    let ids = try connection.query("SELECT id FROM submission ORDER BY id").integers("id").values.map { Int($0 ?? 0) }
    return try stride(from: 0, to: ids.count, by: Self.part).flatMap { first in
      try faults(in: ids[first]...ids[min(first + Self.part, ids.count) - 1])
    }
  }

  private func faults(in submissions: ClosedRange<Int>) throws -> [String] {
    let noted = try connection.query(
      """
      SELECT t.submission, t.table_name, t.row_count, t.rows_sha256
      FROM submission_table AS t JOIN submission AS s ON s.id = t.submission
      WHERE s.state IN ('current', 'superseded')
        AND s.id BETWEEN \(submissions.lowerBound) AND \(submissions.upperBound)
      ORDER BY t.submission, t.table_name
      """)
    let marks = try Dictionary(
      uniqueKeysWithValues: StoredTable.all.map { ($0.name, try self.marks(of: $0, in: submissions)) })
    let (ids, names) = (try noted.integers("submission"), try noted.text("table_name"))
    let (counts, hashes) = (try noted.integers("row_count"), try noted.text("rows_sha256"))
    return (0..<noted.rowCount).compactMap { row in
      guard let name = names[row], let table = marks[name], let id = ids[row].map(Int.init) else {
        return "The store's list of tables names one that no return has."
      }
      let mark = table[id] ?? .none
      if mark.count != counts[row].map(Int.init) {
        return "Submission \(id): \(name) does not have the number of rows that it was loaded with."
      }
      return mark.hash == hashes[row] ? nil : "Submission \(id): a row of \(name) is not as it was loaded."
    }
  }

  private func fileFaults() throws -> [String] {
    let found = try connection.query(
      """
      SELECT s.id FROM submission AS s
      LEFT JOIN (SELECT submission, sum(row_count) AS n FROM submission_table GROUP BY submission) AS t
        ON t.submission = s.id
      WHERE s.state IN ('current', 'superseded') AND (t.n IS NULL OR t.n <> s.row_count) ORDER BY s.id
      """)
    return try found.integers("id").values.map {
      "Submission \($0 ?? 0): the number of its rows is not the sum of its tables'."
    }
  }

  private func logFaults() throws -> [String] {
    var previous = ""
    for (place, entry) in try accessLog.enumerated() {
      guard entry.number == place + 1, entry.previousHash == previous, entry.hash == entry.rightHash else {
        return ["The log is not as it was written, from line \(place + 1)."]
      }
      previous = entry.hash
    }
    return []
  }

  private func rewritingFaults() throws -> [String] {
    guard try isRewritingDue else { return [] }
    return ["Rows were deleted, and their bytes are still in the file; the next command that writes mends it."]
  }

  /// Rows of no submission that is in the store, as a load that ended half-way would leave.
  private func strayFaults() throws -> [String] {
    try StoredTable.all.compactMap { table in
      let found = try connection.query(
        """
        SELECT count(*) AS n FROM \(identifier: table.name) AS r
        LEFT JOIN submission AS s ON s.id = r.submission AND s.state IN ('current', 'superseded')
        WHERE s.id IS NULL
        """)
      guard let count = try found.integers("n")[0], count > 0 else { return nil }
      return "\(table.name) holds \(count) rows of no submission."
    }
  }
}

/// How many rows there are, and their hash.
package struct RowsMark: Equatable {
  package let count: Int
  package let hash: String

  package init(count: Int, hash: String) {
    self.count = count
    self.hash = hash
  }

  /// No rows: the SHA-256 of nothing.
  package static let none = RowsMark(count: 0, hash: "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
}
