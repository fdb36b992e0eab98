import KithEngine

/// Some submissions of a store as they are copied: each under another number.
package struct CopiedSubmission: Hashable, Sendable {
  /// The submission's number in the store.
  package let id: Int
  /// Its number in the copy.
  package let number: Int

  /// A submission under another number.
  package init(id: Int, number: Int) {
    self.id = id
    self.number = number
  }
}

extension Store {
  /// Works on a copy, in memory, of some submissions of one authority, without some of its children; the store stays as it is.
  ///
  /// The copy has no texts that users typed, no names of files and no log. It is gone when the work is done. `work` is given the
  /// copy and how many children were left out of it.
  package func withCopy<Outcome>(
    of submissions: [CopiedSubmission], authority: String, without children: Set<String>,
    _ work: (Store, Int) throws -> Outcome
  ) throws -> Outcome {
    let home = try connection.query("SELECT current_database() AS name").text("name")[0] ?? Self.catalog
    try connection.execute("ATTACH ':memory:' AS \(identifier: Self.copy)")
    try connection.execute("USE \(identifier: Self.copy)")
    defer {
      _ = try? connection.execute("USE \(identifier: home)")
      _ = try? connection.execute("DETACH \(identifier: Self.copy)")
    }
    let copy = Store(reading: connection, path, in: Self.copy)
    try StoreSchema.makeTables(on: connection)
    for table in ["harmonisation", "authority", "authority_successor"] {
      try connection.execute(
        "INSERT INTO \(identifier: table) SELECT * FROM \(identifier: home).main.\(identifier: table)")
    }
    for submission in submissions { try fill(from: home, submission) }
    try connection.execute(
      """
      INSERT INTO person_link SELECT * FROM \(identifier: home).main.person_link WHERE authority = \(authority)
      """)
    try connection.execute(
      """
      INSERT INTO store_note SELECT * FROM \(identifier: home).main.store_note WHERE name = 'synthetic'
      """)
    return try work(copy, try copy.leaveOut(children, of: authority))
  }

  /// The name by which statements know the copy's database.
  private static let copy = "kith_copy"

  private func fill(from home: String, _ submission: CopiedSubmission) throws {
    let (id, number) = (submission.id, submission.number)
    try connection.execute(
      """
      INSERT INTO submission SELECT * REPLACE (
        CAST(\(raw: String(number)) AS BIGINT) AS id, CAST(NULL AS BIGINT) AS supersedes,
        '' AS files_sha256, CAST(NULL AS VARCHAR) AS as_of)
      FROM \(identifier: home).main.submission WHERE id = \(id)
      """)
    for table in ["submission_table", "submission_field"] + StoredTable.all.map(\.name) {
      try connection.execute(
        """
        INSERT INTO \(identifier: table) SELECT * REPLACE (CAST(\(raw: String(number)) AS BIGINT) AS submission)
        FROM \(identifier: home).main.\(identifier: table) WHERE submission = \(id)
        """)
    }
  }

  /// Takes children out of the copy; how many of them were in it.
  private func leaveOut(_ children: Set<String>, of authority: String) throws -> Int {
    let submissions = try submissions
    return try children.map(\.capitals).sorted().count { child in
      let rows = try submissions.reduce(0) { $0 + (try delete(child, from: $1)) }
      try connection.execute("DELETE FROM person_link WHERE authority = \(authority) AND child = \(child)")
      return rows > 0
    }
  }
}
