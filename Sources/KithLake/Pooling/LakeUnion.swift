import Crypto
import Foundation
import KithEngine
public import KithStore
import KithTables

/// One pseudonymised lake made of several: their files taken over as they are, and who is who as whoever joins them says.
///
/// The lakes' submissions have numbers that differ from lake to lake. The manifest comes last, so a run that is killed leaves
/// the lake that was there.
public struct LakeUnion {
  /// A lake that is taken over, and which of its submissions.
  public struct Part {
    /// The lake.
    public let lake: Lake
    /// The numbers of the submissions that are taken.
    public let submissions: Set<Int>

    /// Submissions of a lake.
    public init(_ lake: Lake, submissions: Set<Int>) {
      self.lake = lake
      self.submissions = submissions
    }

    var taken: [LakeManifest.Submission] { lake.manifest.submissions.filter { submissions.contains($0.submission) } }
  }

  private let parts: [Part]
  private let persons: [PersonLink]

  /// A union of lakes, with who is who in all of them.
  public init(of parts: [Part], persons: [PersonLink]) {
    self.parts = parts
    self.persons = persons
  }

  /// Writes the union to a folder, in the place of what an earlier union wrote there.
  public func write(to path: String, program: String) throws -> LakeManifest {
    do { try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true) } catch {
      throw LakeFiles.unwritable(path)
    }
    let store = try Store.inMemory()
    let files = try LakeFiles(path, on: store.connection, key: nil)
    let held = parts.flatMap(\.taken).sorted { $0.submission < $1.submission }
    for part in parts {
      for file in part.taken.flatMap(\.files) { try files.adopt(part.lake.path + "/" + file.path, as: file.path) }
    }
    try keepPersons(held, files)
    let tables = try queries(files).map { table, query in try files.write(own: table, query) }
    let manifest = try manifest(program, tables, held)
    try files.put(LakeDescriptor(manifest, nil).text, as: LakeDescriptor.name)
    try files.put(manifest.text, as: LakeManifest.name)
    LakeFiles.sweep(path, manifest)
    return manifest
  }

  /// Takes away what a run that was killed left in a folder, beside the lake that its manifest names.
  public static func sweep(_ path: String) {
    if let manifest = try? LakeManifest(of: path) { LakeFiles.sweep(path, manifest) }
  }

  private func manifest(
    _ program: String, _ tables: [LakeManifest.File], _ held: [LakeManifest.Submission]
  ) throws -> LakeManifest {
    let manifests = parts.map(\.lake.manifest)
    guard let first = manifests.first, manifests.allSatisfy({ $0.isLike(first) }),
      Set(held.map(\.submission)).count == held.count
    else {
      throw LakeError(
        .unfit, "The lakes were not made in one way under one agreement, or have submissions of one number.")
    }
    let names = manifests.map(\.fingerprint).sorted().joined(separator: " ")
    return LakeManifest(
      program: program, isPseudonymised: true, isSynthetic: first.isSynthetic, storeSchema: first.storeSchema,
      agreement: first.agreement, fingerprint: String(SHA256.hash(data: Array(names.utf8)).hexadecimal.prefix(16)),
      dates: first.dates, tables: tables, submissions: held)
  }
}

extension LakeUnion {
  /// Each of the store's own tables and its rows.
  private func queries(_ files: LakeFiles) throws -> [(String, SQL)] {
    let ofSubmissions = [("submission", "id"), ("submission_table", "submission"), ("submission_field", "submission")]
    let united = ofSubmissions.map { table, column in
      (table, parts.map { rows(of: table, by: column, in: $0) }.joined(by: " UNION ALL ") + " ORDER BY ALL")
    }
    let shared: [(String, SQL)] = ["harmonisation", "authority", "authority_successor"].map {
      ($0, "SELECT * FROM \(identifier: $0) ORDER BY ALL")
    }
    return united + [("person_link", "SELECT * FROM lake_persons ORDER BY ALL")] + shared
  }

  private func rows(of table: String, by column: String, in part: Part) -> SQL {
    let ids = part.submissions.sorted().map(String.init).joined(separator: ", ")
    let columns = StoreSchema.columns(of: table).map(\.name).joined(separator: ", ")
    guard let path = part.lake.manifest.tables.first(where: { $0.table == table })?.path, !ids.isEmpty else {
      return "SELECT \(raw: columns) FROM \(identifier: table) WHERE FALSE"
    }
    return """
      SELECT \(raw: columns) FROM read_parquet(\(literal: part.lake.path + "/" + path), hive_partitioning = false)
      WHERE \(raw: column) IN (\(raw: ids))
      """
  }

  /// Keeps who is who, of the children whom a file still names.
  private func keepPersons(_ held: [LakeManifest.Submission], _ files: LakeFiles) throws {
    try files.connection.keep(
      [
        .text("authority", persons.map(\.authority)), .text("child", persons.map(\.child)),
        .text("person", persons.map(\.person)), .text("collection", persons.map(\.collection)),
        .days("after_day", persons.map(\.after)), .days("until_day", persons.map(\.until)),
      ], as: "lake_all_persons")
    let named: [SQL] = held.flatMap { submission in
      submission.files.compactMap { file -> SQL? in
        guard let column = StoredTable.childColumn(of: file.table) else { return nil }
        return """
          SELECT \(literal: submission.authority) AS authority, \(identifier: column) AS child
          FROM \(sql: files.rows(file.path))
          """
      }
    }
    let children: SQL =
      named.isEmpty ? "SELECT '' AS authority, '' AS child WHERE FALSE" : named.joined(by: " UNION ALL ")
    try files.connection.keep(
      """
      SELECT p.* FROM lake_all_persons AS p
      SEMI JOIN (\(sql: children)) AS c ON c.authority = p.authority AND c.child = p.child
      """, as: "lake_persons")
  }
}

extension LakeManifest {
  /// Whether another lake was made in the same way under the same agreement.
  fileprivate func isLike(_ other: LakeManifest) -> Bool {
    isPseudonymised && other.isPseudonymised && agreement == other.agreement && storeSchema == other.storeSchema
      && dates == other.dates && isSynthetic == other.isSynthetic
  }
}
