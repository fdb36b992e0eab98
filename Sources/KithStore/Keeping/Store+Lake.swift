package import KithEngine

extension Store {
  /// The store's own tables that a lake may hold, in order; those that the schema fills of itself are not restored.
  package static let restoredTables = StoreSchema.ownTables.filter {
    !["store_note", "harmonisation", "authority", "authority_successor"].contains($0)
  }

  /// Fills an empty store with rows that stand in files of tables of the same columns, in one transaction, and notes it in
  /// the log. Each table may stand in several files.
  package func restore(_ files: [(table: String, rows: SQL)], isSynthetic: Bool, detail: String, asOf: String?) throws {
    guard try submissions.isEmpty, try accessLog.isEmpty else {
      throw StoreError(.unfit, "\(path) holds submissions already; restore into a store that is not there yet.")
    }
    try connection.transaction {
      for file in files {
        try connection.execute("INSERT INTO \(identifier: file.table) BY NAME \(sql: file.rows)")
      }
      try connection.execute("INSERT INTO store_note VALUES ('synthetic', \(String(isSynthetic)))")
      try log("import", detail: detail, asOf: asOf)
      let faults = try verify()
      guard faults.isEmpty else {
        throw StoreError(.unfit, "What was restored is not as it was noted, so nothing was kept. \(faults[0])")
      }
    }
  }

  /// The paths of the lakes that were written from this store.
  package var lakes: [String] {
    get throws {
      try connection.query("SELECT DISTINCT value FROM store_note WHERE name = 'lake' ORDER BY value").text("value")
        .values.compactMap { $0 }
    }
  }

  /// Notes that a lake is written from this store, in the log too.
  package func note(lake path: String, detail: String, asOf: String?) throws {
    try connection.transaction {
      if try !lakes.contains(path) { try connection.execute("INSERT INTO store_note VALUES ('lake', \(path))") }
      try log("lake", detail: detail, asOf: asOf)
    }
  }
}

extension StoreSchema {
  /// A column of one of the store's own tables.
  package struct OwnColumn: Sendable {
    /// The column's name.
    package let name: String
    /// Its type, as DuckDB names it.
    package let type: String

    /// Its type, as a Frictionless table schema names it.
    package var frictionless: String {
      ["BIGINT": "integer", "DOUBLE": "number", "BOOLEAN": "boolean", "DATE": "date"][type] ?? "string"
    }
  }

  /// The columns of one of the store's own tables, in order.
  package static func columns(of table: String) -> [OwnColumn] {
    guard let statement = ownCreations.first(where: { $0.text.hasPrefix("CREATE TABLE \(table) (") }) else { return [] }
    let list = statement.text.drop { $0 != "(" }.dropFirst().prefix { $0 != ")" }
    return list.split(separator: ",").map { column in
      let words = column.split(whereSeparator: \.isWhitespace)
      return OwnColumn(name: String(words[0]), type: String(words[1]))
    }
  }
}

extension Store {
  /// The number of rows of each table that has some, by submission.
  package var rowCounts: [Int: [String: Int]] {
    get throws {
      let found = try connection.query(
        "SELECT submission, table_name, row_count FROM submission_table WHERE row_count > 0")
      let (ids, names) = (try found.integers("submission").values, try found.text("table_name").values)
      let counts = try found.integers("row_count").values
      var all: [Int: [String: Int]] = [:]
      for row in 0..<found.rowCount { all[Int(ids[row] ?? 0), default: [:]][names[row] ?? ""] = Int(counts[row] ?? 0) }
      return all
    }
  }
}
