import Foundation
import KithEngine
import KithReturns
import KithStore
import KithTables

/// The store's own tables as a lake has them: which submissions there are, what they hold, who the children are.
final class LakeOwnTables {
  private let store: Store
  private let recipe: LakeRecipe
  private let files: LakeFiles
  /// The links of persons that the lake had before.
  private let linksBefore: LakeManifest.File?
  private var hasLinks = false

  init(store: Store, recipe: LakeRecipe, files: LakeFiles, before: [LakeManifest.File]) throws {
    self.store = store
    self.recipe = recipe
    self.files = files
    linksBefore = before.first { $0.table == "person_link" }
    if recipe.isPseudonymised { try keepFields() }
  }

  /// Writes each table, of the submissions that were written.
  func write(of submissions: [LakeManifest.Submission]) throws -> [LakeManifest.File] {
    let shared = try ["harmonisation", "authority", "authority_successor"].map(writeWhole)
    guard case .pseudonymised(_, let values, _) = recipe.kind else {
      return try Store.restoredTables.map(writeWhole) + shared
    }
    try keepHashes(of: submissions)
    let own = try queries(of: submissions).map { try files.write(own: $0, $1) }
    return own + [try writeLinks(of: Set(submissions.map(\.authority)), values)] + shared
  }

  private func writeWhole(_ table: String) throws -> LakeManifest.File {
    try files.write(own: table, "SELECT * FROM \(identifier: table) ORDER BY ALL")
  }

  private func queries(of submissions: [LakeManifest.Submission]) -> [(table: String, query: SQL)] {
    let ids = submissions.map { String($0.submission) }.joined(separator: ", ")
    let isHeld = { (column: SQL) -> SQL in ids.isEmpty ? "FALSE" : "\(sql: column) IN (\(raw: ids))" }
    return [
      (
        "submission",
        """
        SELECT * REPLACE ('' AS files_sha256, CAST(NULL AS BIGINT) AS supersedes) FROM submission
        WHERE \(sql: isHeld("id")) ORDER BY id
        """
      ),
      (
        "submission_table",
        """
        SELECT t.* REPLACE (coalesce(h.hash, \(literal: RowsMark.none.hash)) AS rows_sha256) FROM submission_table AS t
        LEFT JOIN lake_hashes AS h ON h.submission = t.submission AND h.table_name = t.table_name
        WHERE \(sql: isHeld("t.submission")) ORDER BY ALL
        """
      ),
      (
        "submission_field",
        """
        SELECT f.* REPLACE (CASE WHEN l.field IS NULL THEN f.state ELSE 'not in the extract' END AS state)
        FROM submission_field AS f
        LEFT JOIN lake_left_out AS l ON l.table_name = f.table_name AND l.field = f.field
        WHERE \(sql: isHeld("f.submission")) ORDER BY ALL
        """
      ),
    ]
  }

  private func keepHashes(of submissions: [LakeManifest.Submission]) throws {
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
}

extension LakeOwnTables {
  /// Writes the links of the children of authorities by keyed names, unless they stand in the lake as they are to be.
  private func writeLinks(of authorities: Set<String>, _ values: KeyedValues) throws -> LakeManifest.File {
    let found = try store.connection.query(
      """
      SELECT count(*) || ' ' || sum(hash(authority, child, person, collection, after_day, until_day)) AS links FROM person_link
      """)
    let links = try found.text("links").first ?? nil
    let source = values.mark("\(recipe.text) \(authorities.sorted().joined(separator: " ")) \(links ?? "none")")
    if let linksBefore, linksBefore.source == source, files.isThere(linksBefore.path) { return linksBefore }
    if !hasLinks { try keepLinks(values) }
    hasLinks = true
    let names = authorities.sorted().map { "\(literal: $0)" as SQL }
    var file = try files.write(
      own: "person_link",
      """
      SELECT * FROM lake_links WHERE \(sql: names.isEmpty ? "FALSE" : "authority IN (\(sql: names.joined(by: ", ")))")
      ORDER BY ALL
      """)
    file.source = source
    return file
  }

  /// Makes the keyed names of all links, those of one authority in memory at a time.
  private func keepLinks(_ values: KeyedValues) throws {
    let connection = store.connection
    try connection.keep("SELECT * FROM person_link LIMIT 0", as: "lake_links")
    let found = try connection.query("SELECT DISTINCT authority FROM person_link ORDER BY authority")
    for authority in try found.text("authority").values.compactMap(\.self) {
      try keep(try connection.query("SELECT * FROM person_link WHERE authority = \(authority)"), of: authority, values)
      try connection.execute("INSERT INTO lake_links SELECT * FROM lake_links_of_one")
    }
  }

  private func keep(_ links: ResultTable, of authority: String, _ values: KeyedValues) throws {
    let children = try links.text("child").values.map { values.keyed($0 ?? "", as: .child, authority: authority) }
    try store.connection.keep(
      [
        .text("authority", Array(repeating: authority, count: links.rowCount)), .text("child", children),
        .text("person", try links.text("person").values.map { values.person($0 ?? "") }),
        .text("collection", try links.text("collection").values),
        .days("after_day", try links.days("after_day").values), .days("until_day", try links.days("until_day").values),
      ], as: "lake_links_of_one")
  }
}
