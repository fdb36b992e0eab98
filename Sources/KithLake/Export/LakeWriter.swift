import Foundation
import KithEngine
import KithStore

/// Writes submissions to a lake, on a connection of its own.
struct LakeWriter {
  private let store: Store
  private let recipe: LakeRecipe
  private let files: LakeFiles

  init(_ store: Store, _ recipe: LakeRecipe, to lake: String) throws {
    self.store = store
    self.recipe = recipe
    files = try LakeFiles(lake, on: store.connection, key: recipe.key)
  }

  /// A file that was written and has no name yet.
  private struct Part {
    let path: String
    let submission: Int
    let file: LakeManifest.File
  }

  /// Writes the tables of a batch, each submission's from the source of that number.
  func write(_ batch: LakeBatch, sources: [Int: String]) throws -> [LakeManifest.Submission] {
    let folder = ".part-\(batch.range.lowerBound)"
    try files.makeEmpty(folder)
    defer { files.remove(folder) }
    let rows = LakeRows(store: store, recipe: recipe, batch: batch)
    let noted = try noted(batch)
    let tables = StoredTable.all.filter { noted[$0.name] != nil }
    try rows.prepare(tables)
    let parts = try tables.flatMap { try write($0, rows, noted[$0.name] ?? [:], in: folder) }
    for part in parts { try files.move(part.path, to: part.file.path) }
    let written = Dictionary(grouping: parts, by: \.submission)
    return batch.submissions.map { item in
      LakeManifest.Submission(
        submission: item.id, collection: item.collection, year: item.year, authority: item.authority,
        source: sources[item.id] ?? "", files: written[item.id]?.map(\.file) ?? [])
    }
  }

  private func write(
    _ table: StoredTable, _ rows: LakeRows, _ noted: [Int: RowsMark], in folder: String
  ) throws -> [Part] {
    let paths = try files.write(rows.query(table), bySubmissionIn: "\(folder)/\(table.name)")
    let marks = try prove(paths, table, rows, noted)
    return try rows.batch.submissions.compactMap { submission in
      guard let path = paths[submission.id], let mark = marks[submission.id] else { return nil }
      let hash = try files.hash(path)
      let name = "\(submission.isSynthetic ? "synthetic-" : "")submission-\(submission.id)-\(hash.prefix(8)).parquet"
      return Part(
        path: path, submission: submission.id,
        file: LakeManifest.File(
          table: table.name, path: "\(LakeManifest.folder(submission, table))/\(name)", rows: mark.count,
          rowsSha256: mark.hash, sha256: hash))
    }
  }

  /// Reads files again, and refuses them where their rows are not those that were noted or hold an identifier.
  private func prove(
    _ paths: [Int: String], _ table: StoredTable, _ rows: LakeRows, _ noted: [Int: RowsMark]
  ) throws -> [Int: RowsMark] {
    let written = files.rows(bySubmission: paths)
    let marks = paths.isEmpty ? [:] : try store.marks(of: table, from: written, in: rows.batch.range)
    for (id, wanted) in noted.sorted(by: { $0.key < $1.key }) {
      let mark = marks[id] ?? .none
      guard recipe.isPseudonymised ? mark.count == wanted.count : mark == wanted else {
        throw LakeError(
          .unfit, "Submission \(id): \(table.name) is not as it was loaded; see kith store verify.")
      }
    }
    if recipe.isPseudonymised, let (id, count) = try rows.identifiersLeft(in: written, of: table) {
      throw LakeError(
        .unfit,
        "\(count) cells of \(table.name) of submission \(id) hold an identifier in the place of a code; mend the return, or leave the field out of the agreement."
      )
    }
    return marks
  }

  /// What was noted of the rows when they were loaded, by table and submission; tables without rows are left out.
  private func noted(_ batch: LakeBatch) throws -> [String: [Int: RowsMark]] {
    let found = try store.connection.query(
      """
      SELECT submission, table_name, row_count, rows_sha256 FROM submission_table
      WHERE row_count > 0 AND \(sql: batch.holds("submission"))
      """)
    let (ids, names) = (try found.integers("submission").values, try found.text("table_name").values)
    let (counts, hashes) = (try found.integers("row_count").values, try found.text("rows_sha256").values)
    return ids.indices.reduce(into: [:]) { noted, row in
      noted[names[row] ?? "", default: [:]][Int(ids[row] ?? 0)] = RowsMark(
        count: Int(counts[row] ?? 0), hash: hashes[row] ?? "")
    }
  }
}

extension LakeManifest {
  /// The folder of a table of a submission, which says by its names what it holds.
  static func folder(_ submission: StoredSubmission, _ table: StoredTable) -> String {
    let name = table.name.dropFirst(submission.collection.count + 1)
    return "collection=\(submission.collection)/table=\(name)/year=\(submission.year)/la=\(submission.authority)"
  }
}
