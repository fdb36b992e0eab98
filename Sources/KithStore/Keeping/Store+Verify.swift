import KithEngine

extension Store {
  /// What does not agree with what was noted when it was loaded, a sentence each; empty when all is as it was.
  public func verify() throws -> [String] {
    try tableFaults() + fileFaults() + logFaults() + strayFaults() + rewritingFaults()
  }

  /// The hash of a submission's rows in a table, in the order of their places; that of nothing when there are none.
  func rowsHash(of table: StoredTable, submission id: Int) throws -> String {
    let cells = table.columnNames.map { "coalesce('=' || CAST(\"\($0)\" AS VARCHAR), '~')" }
    let found = try connection.query(
      """
      SELECT sha256(coalesce(string_agg(line_hash, '' ORDER BY position), '')) AS h
      FROM (
        SELECT position, sha256(\(raw: cells.joined(separator: " || chr(31) || "))) AS line_hash
        FROM \(identifier: table.name) WHERE submission = \(id)
      ) AS hashed
      """)
    return try found.text("h").first.flatMap { $0 } ?? ""
  }

  private func tableFaults() throws -> [String] {
    let noted = try connection.query(
      """
      SELECT t.submission, t.table_name, t.row_count, t.rows_sha256
      FROM submission_table AS t JOIN submission AS s ON s.id = t.submission
      WHERE s.state IN ('current', 'superseded') ORDER BY t.submission, t.table_name
      """)
    let tables = Dictionary(uniqueKeysWithValues: StoredTable.all.map { ($0.name, $0) })
    let (ids, names) = (try noted.integers("submission"), try noted.text("table_name"))
    let (counts, hashes) = (try noted.integers("row_count"), try noted.text("rows_sha256"))
    var faults: [String] = []
    for row in 0..<noted.rowCount {
      guard let name = names[row], let table = tables[name], let id = ids[row].map(Int.init) else {
        faults.append("The store's list of tables names one that no return has.")
        continue
      }
      if try rowCount(of: table, submission: id) != counts[row] {
        faults.append("Submission \(id): \(name) does not have the number of rows that it was loaded with.")
      } else if try rowsHash(of: table, submission: id) != hashes[row] {
        faults.append("Submission \(id): a row of \(name) is not as it was loaded.")
      }
    }
    return faults
  }

  private func rowCount(of table: StoredTable, submission id: Int) throws -> Int64? {
    try connection.query("SELECT count(*) AS n FROM \(identifier: table.name) WHERE submission = \(id)")
      .integers("n")[0]
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
