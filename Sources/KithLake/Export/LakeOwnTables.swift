import KithEngine
import KithReturns
import KithStore
import KithTables

/// The store's own tables as a lake has them: which submissions there are, what they hold, who the children are.
struct LakeOwnTables {
  let store: Store
  let recipe: LakeRecipe
  /// What was written of the submissions.
  let submissions: [LakeManifest.Submission]

  /// Each table's name and rows.
  func queries() throws -> [(table: String, query: SQL)] {
    let ids = submissions.map { String($0.submission) }.joined(separator: ", ")
    let isHeld: SQL = ids.isEmpty ? "FALSE" : "IN (\(raw: ids))"
    let shared: [(String, SQL)] = ["harmonisation", "authority", "authority_successor"].map {
      ($0, "SELECT * FROM \(identifier: $0) ORDER BY ALL")
    }
    guard recipe.isPseudonymised else {
      return Store.restoredTables.map { ($0, "SELECT * FROM \(identifier: $0) ORDER BY ALL") } + shared
    }
    try keepHashes()
    try keepFields()
    try keepLinks()
    let held = ids.isEmpty ? isHeld : "submission " + isHeld
    return [
      (
        "submission",
        """
        SELECT * REPLACE ('' AS files_sha256, CAST(NULL AS BIGINT) AS supersedes) FROM submission
        WHERE \(sql: ids.isEmpty ? isHeld : "id " + isHeld) ORDER BY id
        """
      ),
      (
        "submission_table",
        """
        SELECT t.* REPLACE (coalesce(h.hash, \(literal: RowsMark.none.hash)) AS rows_sha256) FROM submission_table AS t
        LEFT JOIN lake_hashes AS h ON h.submission = t.submission AND h.table_name = t.table_name
        WHERE t.\(sql: held) ORDER BY ALL
        """
      ),
      (
        "submission_field",
        """
        SELECT f.* REPLACE (CASE WHEN l.field IS NULL THEN f.state ELSE 'not in the extract' END AS state)
        FROM submission_field AS f
        LEFT JOIN lake_left_out AS l ON l.table_name = f.table_name AND l.field = f.field
        WHERE f.\(sql: held) ORDER BY ALL
        """
      ),
      ("person_link", "SELECT * FROM lake_links ORDER BY ALL"),
    ] + shared
  }

  private func keepHashes() throws {
    let files = submissions.flatMap { item in item.files.map { (item.submission, $0) } }
    try store.connection.keep(
      [
        .integers("submission", files.map(\.0)), .text("table_name", files.map(\.1.table)),
        .text("hash", files.map(\.1.rowsSha256)),
      ], as: "lake_hashes")
  }

  private func keepFields() throws {
    let fields = StoredTable.all.flatMap { table in
      (table.schema.fields + table.schema.derived).filter { !recipe.covers([$0.description]) }.map {
        (table.name, $0.description)
      }
    }
    try store.connection.keep(
      [.text("table_name", fields.map(\.0)), .text("field", fields.map(\.1))], as: "lake_left_out")
  }

  /// The links of the children of authorities that the lake has, by keyed names.
  private func keepLinks() throws {
    guard case .pseudonymised(_, let values, _) = recipe.kind else { return }
    let found = try store.connection.query("SELECT * FROM person_link")
    let authorities = try found.text("authority").values.map { $0 ?? "" }
    let held = Set(submissions.map(\.authority))
    let rows = authorities.indices.filter { held.contains(authorities[$0]) }
    let (children, persons) = (try found.text("child").values, try found.text("person").values)
    let (kinds, after, until) = (
      try found.text("collection").values, try found.days("after_day").values, try found.days("until_day").values
    )
    try store.connection.keep(
      [
        .text("authority", rows.map { authorities[$0] }),
        .text(
          "child", rows.map { values.keyed(children[$0] ?? "", as: .child, authority: authorities[$0]) }),
        .text("person", rows.map { values.person(persons[$0] ?? "") }), .text("collection", rows.map { kinds[$0] }),
        .days("after_day", rows.map { after[$0] }), .days("until_day", rows.map { until[$0] }),
      ], as: "lake_links")
  }
}
