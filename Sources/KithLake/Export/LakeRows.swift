import KithEngine
import KithReturns
import KithStore
import KithTables

/// The rows of a batch of submissions as a lake has them.
struct LakeRows {
  let store: Store
  let recipe: LakeRecipe
  let batch: LakeBatch

  /// The table of the values of each submission that have keyed names, and that of the names.
  private static let values = "lake_values"
  private static let names = "lake_names"

  /// Prepares the keyed names of the values in these tables.
  func prepare(_ tables: [StoredTable]) throws {
    guard case .pseudonymised(_, let values, _) = recipe.kind else { return }
    try keepValues(tables)
    let found = try store.connection.query(
      """
      SELECT DISTINCT s.authority, v.kind, v.value FROM \(raw: Self.values) AS v JOIN submission AS s ON s.id = v.submission
      """)
    let (authorities, kinds, texts) = (
      try found.text("authority").values, try found.text("kind").values, try found.text("value").values
    )
    let keyed = texts.indices.map { row -> String? in
      guard let authority = authorities[row], let text = texts[row],
        let kind = kinds[row].flatMap(ColumnTreatment.KeyedKind.init)
      else { return nil }
      return kind == .postcode && recipe.places == .sector
        ? PostcodeSector.of(text) : values.keyed(text, as: kind, authority: authority)
    }
    try store.connection.keep(
      [.text("authority", authorities), .text("kind", kinds), .text("value", texts), .text("keyed", keyed)],
      as: Self.names)
  }

  private func keepValues(_ tables: [StoredTable]) throws {
    let parts: [SQL] = tables.flatMap { table in
      table.columns.compactMap { column -> SQL? in
        guard case .keyed(let kind) = treatment(of: column, in: table) else { return nil }
        return """
          SELECT submission, \(literal: kind.rawValue) AS kind, \(identifier: column.name) AS value
          FROM \(identifier: table.name) WHERE \(sql: batch.holds("submission")) AND \(identifier: column.name) IS NOT NULL
          """
      }
    }
    let none: SQL = "SELECT 0 AS submission, '' AS kind, '' AS value WHERE FALSE"
    try store.connection.keep(parts.isEmpty ? none : parts.joined(by: "\nUNION\n"), as: Self.values)
  }

  /// The rows of a table, by submission and in their order.
  func query(_ table: StoredTable) -> SQL {
    let structure: SQL = "t.submission, t.position, t.line, t.parent_position"
    var joins: SQL = ""
    let columns = table.columns.enumerated().reduce(structure) { list, item in
      let (place, column) = item
      let treatment = treatment(of: column, in: table)
      if case .keyed(let kind) = treatment {
        let names: SQL = "k\(raw: String(place))"
        joins =
          joins + """
             LEFT JOIN \(raw: Self.names) AS \(sql: names) ON \(sql: names).kind = \(literal: kind.rawValue)
            AND \(sql: names).authority = s.authority AND \(sql: names).value = t.\(identifier: column.name)
            """
      }
      return list + ", " + value(of: column, in: table, treatment, place) + " AS \(identifier: column.name)"
    }
    return """
      SELECT \(sql: columns) FROM \(identifier: table.name) AS t JOIN submission AS s ON s.id = t.submission\(sql: joins)
      WHERE \(sql: batch.holds("t.submission")) ORDER BY t.submission, t.position
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

  /// The first submission of whose cells of free form some are one of its own identifiers of six characters or more, and how
  /// many are.
  func identifiersLeft(in rows: SQL, of table: StoredTable) throws -> (submission: Int, cells: Int)? {
    let formed = table.columns.filter { column in
      if case .formed = treatment(of: column, in: table) { true } else { false }
    }
    guard !formed.isEmpty else { return nil }
    let cells = formed.map { "\(identifier: $0.name)" as SQL }.joined(by: ", ")
    let found = try store.connection.query(
      """
      SELECT f.submission, sum(f.cells) AS cells
      FROM (
        SELECT submission, value, count(*) AS cells
        FROM (SELECT submission, unnest([\(sql: cells)]) AS value FROM \(sql: rows))
        WHERE length(value) >= 6 GROUP BY ALL
      ) AS f SEMI JOIN \(raw: Self.values) AS v ON v.submission = f.submission AND v.value = f.value
      GROUP BY f.submission ORDER BY f.submission LIMIT 1
      """)
    guard let submission = try found.integers("submission").first ?? nil else { return nil }
    return (Int(submission), Int(try found.integers("cells")[0] ?? 0))
  }
}

extension [SQL] {
  /// The statements as one, with text between them.
  func joined(by separator: SQL) -> SQL {
    guard let first else { return "" }
    return dropFirst().reduce(first) { $0 + separator + $1 }
  }
}
