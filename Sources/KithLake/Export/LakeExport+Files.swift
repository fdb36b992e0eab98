import Foundation
import KithEngine
import KithRegister
import KithReturns
import KithStore
import KithTables

extension LakeExport {
  /// Writes a submission's tables, all of them before any gets its name.
  func write(_ submission: StoredSubmission, source: String) throws -> LakeManifest.Submission {
    let rows = LakeRows(store: store, recipe: recipe, submission: submission)
    let marks = try noted(submission.id)
    let tables = StoredTable.all.filter { marks[$0.name]?.count ?? 0 > 0 }
    try rows.prepare(tables)
    var parts: [(part: String, file: LakeManifest.File)] = []
    do {
      for table in tables {
        parts.append(try write(table, rows, noted: marks[table.name] ?? .none))
      }
      for item in parts { try files.move(item.part, to: item.file.path) }
    } catch {
      for item in parts { try? FileManager.default.removeItem(atPath: files.lake + "/" + item.part) }
      throw error
    }
    return LakeManifest.Submission(
      submission: submission.id, collection: submission.collection, year: submission.year,
      authority: submission.authority, source: source, files: parts.map(\.file))
  }

  private func write(
    _ table: StoredTable, _ rows: LakeRows, noted: RowsMark
  ) throws -> (part: String, file: LakeManifest.File) {
    let submission = rows.submission
    let (part, hash) = try files.write(rows.query(table), as: "\(submission.id)-\(table.name).parquet")
    let written = files.rows(part)
    let rowsMark = try store.marks(of: table, from: written, in: submission.id...submission.id)[submission.id] ?? .none
    let isWhole = recipe.isPseudonymised ? rowsMark.count == noted.count : rowsMark == noted
    let left = recipe.isPseudonymised ? try rows.identifiersLeft(in: written, of: table) : 0
    guard isWhole, left == 0 else {
      try? FileManager.default.removeItem(atPath: files.lake + "/" + part)
      throw LakeError(
        .unfit,
        isWhole
          ? "\(left) cells of \(table.name) of submission \(submission.id) hold an identifier in the place of a code; mend the return, or leave the field out of the agreement."
          : "Submission \(submission.id): \(table.name) is not as it was loaded; see kith store verify.")
    }
    let folder = LakeManifest.folder(submission, table)
    let mark = submission.isSynthetic ? "synthetic-" : ""
    let path = "\(folder)/\(mark)submission-\(submission.id)-\(hash.prefix(8)).parquet"
    return (
      part,
      LakeManifest.File(table: table.name, path: path, rows: rowsMark.count, rowsSha256: rowsMark.hash, sha256: hash)
    )
  }

  private func noted(_ id: Int) throws -> [String: RowsMark] {
    let found = try store.connection.query(
      "SELECT table_name, row_count, rows_sha256 FROM submission_table WHERE submission = \(id)")
    let (names, counts, hashes) = (
      try found.text("table_name").values, try found.integers("row_count").values, try found.text("rows_sha256").values
    )
    return Dictionary(
      uniqueKeysWithValues: names.indices.map {
        (names[$0] ?? "", RowsMark(count: Int(counts[$0] ?? 0), hash: hashes[$0] ?? ""))
      })
  }

  /// Writes the store's own tables, the descriptor and, last, the manifest; then takes away what is in no manifest.
  func publish(_ held: [LakeManifest.Submission]) throws -> LakeManifest {
    let held = held.sorted { $0.submission < $1.submission }
    let own = LakeOwnTables(store: store, recipe: recipe, submissions: held)
    let tables = try own.queries().map { table, query in
      let (part, hash) = try files.write(query, as: "\(table).parquet")
      let path = "store/\(table)-\(hash.prefix(8)).parquet"
      let counted = try store.connection.query("SELECT count(*) AS n FROM \(sql: files.rows(part))")
      try files.move(part, to: path)
      return LakeManifest.File(
        table: table, path: path, rows: Int(try counted.integers("n")[0] ?? 0), rowsSha256: nil, sha256: hash)
    }
    let manifest = LakeManifest(
      program: program, isPseudonymised: recipe.isPseudonymised, isSynthetic: try store.isSynthetic == true,
      storeSchema: StoreSchema.version,
      agreement: recipe.permission.map {
        .init(id: $0.agreement.id, sha256: $0.hash, destroyBy: $0.agreement.destroyBy.iso)
      }, fingerprint: recipe.fingerprint, dates: recipe.dates, tables: tables, submissions: held)
    try files.put(LakeDescriptor(manifest, recipe).text, as: LakeDescriptor.name)
    try files.put(manifest.text, as: LakeManifest.name)
    LakeFiles.sweep(files.lake, manifest)
    return manifest
  }
}

extension LakeManifest {
  /// The folder of a table of a submission, which says by its names what it holds.
  static func folder(_ submission: StoredSubmission, _ table: StoredTable) -> String {
    let name = table.name.dropFirst(submission.collection.count + 1)
    return "collection=\(submission.collection)/table=\(name)/year=\(submission.year)/la=\(submission.authority)"
  }
}
