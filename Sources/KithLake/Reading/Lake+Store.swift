import Foundation
public import KithEngine
import KithReturns
public import KithStore

extension Lake {
  /// The lake's tables and the histories made of them, on an engine that reads the files where they lie; nothing is copied.
  ///
  /// `place` is where the engine finds the lake, if that is not where Kith does.
  public func store(on connection: Connection, place: String? = nil) throws -> Store {
    let root = place ?? URL(filePath: path).standardizedFileURL.path(percentEncoded: false).trimmedSlash
    switch connection.dialect.keptRows {
    case .temporaryTable: try defineByFiles(on: connection)
    case .scratchTable: try defineByFolders(on: connection, root: root)
    }
    try connection.define(
      "store_note",
      as: """
        SELECT 'synthetic' AS name, \(literal: String(manifest.isSynthetic)) AS value
        UNION ALL SELECT 'schema' AS name, \(literal: String(manifest.storeSchema)) AS value
        """)
    return try Store(on: connection, named: path)
  }

  /// Each table as the list of its files.
  private func defineByFiles(on connection: Connection) throws {
    let files = try files(on: connection)
    for table in LakeTable.all(of: manifest) {
      guard !table.files.isEmpty else { try connection.define(table.name, as: table.empty); continue }
      let list = table.files.map { SQL("SELECT * FROM ") + files.rows($0) }.joined(by: " UNION ALL ")
      try connection.define(table.name, as: list)
    }
  }

  /// Each table as a folder or file, of which the engine is told the columns.
  private func defineByFolders(on connection: Connection, root: String) throws {
    guard manifest.isPseudonymised else {
      throw LakeError(.notAllowed, "An identified lake is read on this machine only; export a pseudonymised one.")
    }
    if let stray = LakeFiles.strays(in: path, manifest).first {
      throw LakeError(.damaged, "\(stray) is of no whole export; kith lake export takes it away.")
    }
    for table in LakeTable.all(of: manifest) {
      guard let place = table.place else { try connection.define(table.name, as: table.empty); continue }
      let columns = table.columns.map { "`\($0.name)` \($0.type)" }.joined(separator: ", ")
      try connection.execute(
        """
        CREATE OR REPLACE TEMPORARY VIEW \(identifier: table.name) (\(raw: columns))
        USING parquet OPTIONS (path \(literal: root + "/" + place), recursiveFileLookup 'true')
        """)
    }
  }
}

/// A table of a lake: its columns, and where its rows are.
struct LakeTable {
  let name: String
  let columns: [(name: String, type: String)]
  let files: [String]
  /// The folder of a return's table, or the file of one of the store's own; nil where there are no rows.
  let place: String?

  /// Every table that a store has, those included of which the lake has no rows.
  static func all(of manifest: LakeManifest) -> [LakeTable] {
    let returned = StoredTable.all.map { table in
      let files = manifest.submissions.flatMap(\.files).filter { $0.table == table.name }.map(\.path)
      let structure = ["submission", "position", "line", "parent_position"].map { ($0, "BIGINT") }
      return LakeTable(
        name: table.name, columns: structure + table.columns.map { ($0.name, $0.kind.type.inBoth) }, files: files,
        place: files.first.map { $0.split(separator: "/").prefix(2).joined(separator: "/") })
    }
    let shared = ["harmonisation", "authority", "authority_successor"]
    let own = (Store.restoredTables + shared).map { name in
      let file = manifest.tables.first { $0.table == name }?.path
      return LakeTable(
        name: name, columns: StoreSchema.columns(of: name).map { ($0.name, $0.type.inBoth) },
        files: file.map { [$0] } ?? [], place: file)
    }
    return returned + own
  }

  /// The table without rows.
  var empty: SQL {
    let list = columns.map { "CAST(NULL AS \($0.type)) AS \($0.name)" }.joined(separator: ", ")
    return "SELECT \(raw: list) WHERE 1 = 0"
  }
}

extension String {
  /// The name of a type that DuckDB and Spark both know.
  fileprivate var inBoth: String { self == "VARCHAR" ? "STRING" : self }

  fileprivate var trimmedSlash: String { count > 1 && hasSuffix("/") ? String(dropLast()) : self }
}
