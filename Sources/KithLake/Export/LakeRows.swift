import KithEngine
import KithReturns
import KithStore
import KithTables

/// The rows of a submission as a lake has them.
struct LakeRows {
  let store: Store
  let recipe: LakeRecipe
  let submission: StoredSubmission

  /// The table of keyed names of one submission.
  private static let names = "lake_names"

  /// Prepares the keyed names of the values in these tables.
  func prepare(_ tables: [StoredTable]) throws {
    guard case .pseudonymised(_, let values, _) = recipe.kind else { return }
    let parts: [SQL] = tables.flatMap { table in
      table.columns.compactMap { column -> SQL? in
        guard case .keyed(let kind) = treatment(of: column, in: table) else { return nil }
        return """
          SELECT \(literal: kind.rawValue) AS kind, \(identifier: column.name) AS value FROM \(identifier: table.name)
          WHERE submission = \(raw: String(submission.id)) AND \(identifier: column.name) IS NOT NULL
          """
      }
    }
    guard let first = parts.first else { return try keep([], [], []) }
    let found = try store.connection.query(parts.dropFirst().reduce(first) { $0 + "\nUNION\n" + $1 })
    let kinds = try found.text("kind").values.map { $0 ?? "" }
    let texts = try found.text("value").values.map { $0 ?? "" }
    let keyed = zip(kinds, texts).map { kind, text in
      ColumnTreatment.KeyedKind(rawValue: kind).flatMap {
        $0 == .postcode && recipe.places == .sector
          ? PostcodeSector.of(text) : values.keyed(text, as: $0, authority: submission.authority)
      }
    }
    try keep(kinds, texts, keyed)
  }

  private func keep(_ kinds: [String], _ texts: [String], _ keyed: [String?]) throws {
    try store.connection.keep(
      [.text("kind", kinds), .text("value", texts), .text("keyed", keyed)], as: Self.names)
  }

  /// The rows of a table, in their order.
  func query(_ table: StoredTable) -> SQL {
    let structure: SQL = "t.submission, t.position, t.line, t.parent_position"
    var joins: SQL = ""
    let columns = table.columns.enumerated().reduce(structure) { list, item in
      let (place, column) = item
      let treatment = treatment(of: column, in: table)
      if case .keyed(let kind) = treatment {
        joins =
          joins + """
             LEFT JOIN \(raw: Self.names) AS k\(raw: String(place))
            ON k\(raw: String(place)).kind = \(literal: kind.rawValue)
            AND k\(raw: String(place)).value = t.\(identifier: column.name)
            """
      }
      return list + ", " + value(of: column, in: table, treatment, place) + " AS \(identifier: column.name)"
    }
    return """
      SELECT \(sql: columns) FROM \(identifier: table.name) AS t\(sql: joins)
      WHERE t.submission = \(raw: String(submission.id)) ORDER BY t.position
      """
  }

  /// The treatment of a column; of an identified lake's, that it stays.
  func treatment(of column: StoredColumn, in table: StoredTable) -> ColumnTreatment? {
    guard recipe.isPseudonymised else { return nil }
    return ColumnTreatment.of(column, in: table, recipe)
  }

  private func value(
    of column: StoredColumn, in table: StoredTable, _ treatment: ColumnTreatment?, _ place: Int
  ) -> SQL {
    let name: SQL = "t.\(identifier: column.name)"
    return switch treatment {
    case nil, .number: name
    case .day: recipe.keepsDay(of: column.name) ? name : "CAST(date_trunc('month', \(sql: name)) AS DATE)"
    case .keyed: "k\(raw: String(place)).keyed"
    case .leftOut: "CAST(NULL AS \(raw: column.kind.type))"
    case .listed, .formed: "CASE WHEN \(sql: isFit(column.name, treatment)) THEN \(sql: name) END"
    case .mapped(let sources):
      "CASE WHEN \(sql: sources.map { fit($0, in: table) }.joined(by: " AND ")) THEN \(sql: name) END"
    }
  }

  private func fit(_ source: String, in table: StoredTable) -> SQL {
    "(t.\(identifier: source) IS NULL OR \(sql: isFit(source, .ofText(source))))"
  }

  private func isFit(_ column: String, _ treatment: ColumnTreatment?) -> SQL {
    switch treatment {
    case .listed(let codes):
      "t.\(identifier: column) IN (\(sql: codes.map { "\(literal: $0)" as SQL }.joined(by: ", ")))"
    case .formed(let form): "regexp_full_match(t.\(identifier: column), \(literal: form))"
    default: "FALSE"
    }
  }

  /// How many cells of free form are one of the submission's own identifiers of six characters or more.
  func identifiersLeft(in rows: SQL, of table: StoredTable) throws -> Int {
    let formed = table.columns.filter { column in
      if case .formed = treatment(of: column, in: table) { true } else { false }
    }
    guard !formed.isEmpty else { return 0 }
    let counts: [SQL] = formed.map {
      """
      count(CASE WHEN length(\(identifier: $0.name)) >= 6
        AND \(identifier: $0.name) IN (SELECT value FROM \(raw: Self.names)) THEN 1 END)
      """
    }
    let found = try store.connection.query("SELECT \(sql: counts.joined(by: " + ")) AS n FROM \(sql: rows)")
    return Int(try found.integers("n")[0] ?? 0)
  }
}

extension [SQL] {
  /// The statements as one, with text between them.
  func joined(by separator: SQL) -> SQL {
    guard let first else { return "" }
    return dropFirst().reduce(first) { $0 + separator + $1 }
  }
}
