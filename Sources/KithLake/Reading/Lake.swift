import Foundation
import KithEngine
public import KithStore

/// A lake that was written: Parquet files and the manifest that says which of them count.
public struct Lake {
  /// The folder.
  public let path: String
  /// What it holds.
  public let manifest: LakeManifest
  let key: StoreKey?

  /// A lake at a path; an encrypted one asks for its key.
  public init(_ path: String, key: StoreKey? = nil) throws(LakeError) {
    self.path = path
    manifest = try LakeManifest(of: path)
    self.key = manifest.isPseudonymised ? nil : key
    guard !manifest.isPseudonymised else { return }
    guard let key else {
      throw LakeError(.key, "The lake at \(path) is encrypted; give its key by --key-file or KITH_STORE_KEY.")
    }
    guard key.fingerprint == manifest.fingerprint else {
      throw LakeError(.key, "The key does not open the lake at \(path); give the key with which it was written.")
    }
  }

  func files(on connection: Connection) throws -> LakeFiles { try LakeFiles(path, on: connection, key: key) }

  /// What is not as it was written, a sentence each; empty when all is.
  public func faults() throws -> [String] {
    let connection = try Engine(.duckDB()).connect()
    let files = try files(on: connection)
    let bytes = manifest.files.compactMap { file -> String? in
      guard let hash = try? files.hash(file.path) else { return "\(file.path) is not there, or cannot be read." }
      return hash == file.sha256 ? nil : "\(file.path) is not as it was written."
    }
    guard bytes.isEmpty else { return bytes }
    let strays = LakeFiles.strays(in: path, manifest).map {
      "\($0) is of no whole export; kith lake export takes it away."
    }
    return try rowFaults(files) + strays
  }

  /// Files whose bytes are right and whose rows are not those that were noted: only a manifest that was changed has such.
  private func rowFaults(_ files: LakeFiles) throws -> [String] {
    try manifest.files.compactMap { file in
      let found = try? files.connection.query("SELECT count(*) AS n FROM \(sql: files.rows(file.path))")
      guard let found else { return "\(file.path) cannot be read as Parquet." }
      return try found.integers("n")[0].map(Int.init) == file.rows
        ? nil : "\(file.path) does not have the number of rows that the manifest says."
    }
  }

  /// Fills a new store with the lake's tables, and proves by the hashes of the rows that they are the same.
  public func restore(to store: Store, asOf: String?) throws {
    let files = try files(on: store.connection)
    guard manifest.storeSchema == StoreSchema.version else {
      throw LakeError(
        .unfit, "The lake is of a store of schema \(manifest.storeSchema), and \(StoreSchema.version) is read.")
    }
    for file in manifest.files {
      guard (try? files.hash(file.path)) == file.sha256 else {
        throw LakeError(
          .damaged, "\(file.path) is not as it was written, so nothing was restored; export the lake anew.")
      }
    }
    let own = manifest.tables.filter { Store.restoredTables.contains($0.table) }
    let rows = (own + manifest.submissions.flatMap(\.files)).map { ($0.table, "SELECT * FROM " + files.rows($0.path)) }
    try store.restore(
      rows, isSynthetic: manifest.isSynthetic,
      detail: "\(manifest.submissions.count) submissions restored from a lake"
        + (manifest.agreement.map { " under \($0.id), pseudonymised" } ?? ""), asOf: asOf)
  }
}
