import KithReturns

/// The views that make what the steps read of the tables that are given: typed columns, codes brought together across years, and
/// the submissions.
struct RawViews {
  let tables: [ScriptTable]

  var views: [String] {
    tables.map(typed) + [submissions] + (tables.contains { $0.name == "ssda903_header" } ? [stated] : [])
  }

  private func typed(_ table: ScriptTable) -> String {
    let columns =
      [Self.submission(table) + " AS submission"] + table.columns.map(value)
      + table.mapped.map { mapped(table, $0) }
    let words =
      "The table \(table.name) with typed columns" + (table.mapped.isEmpty ? "." : ", and codes of all years as one.")
    return """
      -- \(words)
      CREATE OR REPLACE TEMPORARY VIEW \(table.name) AS
      SELECT
        \(columns.joined(separator: ",\n  "))
      FROM raw_\(table.name);
      """
  }

  private static func submission(_ table: ScriptTable) -> String {
    "'\(table.collection.rawValue)-' || CAST(year AS STRING) || '-' || trim(CAST(authority AS STRING))"
  }

  private func value(_ column: ScriptTable.Column) -> String { "\(Self.typed(column)) AS \(column.name)" }

  private static func typed(_ column: ScriptTable.Column) -> String {
    switch column.kind {
    case .text: text(column.name)
    case .day: "CAST(\(column.name) AS DATE)"
    case .number: "CAST(\(column.name) AS \(column.name == "pl_distance" ? "DOUBLE" : "BIGINT"))"
    }
  }

  private static func text(_ column: String) -> String { "nullif(upper(trim(CAST(\(column) AS STRING))), '')" }

  private func mapped(_ table: ScriptTable, _ stem: String) -> String {
    let values = table.mappings(of: stem).map { column, codes in
      let value = Self.text(column)
      let cases = codes.map { " WHEN '\($0.code)' THEN '\($0.mapped)'" }.joined()
      return cases.isEmpty ? value : "CASE \(value)\(cases) ELSE \(value) END"
    }
    let value = values.count == 1 ? values[0] : "coalesce(\(values.joined(separator: ", ")))"
    return "\(value) AS \(stem)_mapped"
  }

  private var submissions: String {
    let collections = Dictionary(grouping: tables, by: \.collection.rawValue).sorted { $0.key < $1.key }
    let parts = collections.map { collection, tables in
      let rows = tables.map {
        "  SELECT CAST(year AS BIGINT) AS year, trim(CAST(authority AS STRING)) AS authority FROM raw_\($0.name)"
      }
      return """
        SELECT
          '\(collection)-' || CAST(year AS STRING) || '-' || authority AS id, '\(collection)' AS collection, authority, year
        FROM (
        \(rows.joined(separator: "\n  UNION\n"))
        ) AS r
        """
    }
    return """
      -- The returns that there are, by collection, authority and year.
      CREATE OR REPLACE TEMPORARY VIEW current_submission AS
      \(parts.joined(separator: "\nUNION ALL\n"));
      """
  }

  /// A return states in its header who is unaccompanied where any row does.
  private var stated: String {
    """
    -- The fields that returns may have or not and on which a step depends: whether the header says who is unaccompanied.
    CREATE OR REPLACE TEMPORARY VIEW submission_field AS
    SELECT DISTINCT submission, 'ssda903_header' AS table_name, 'UASC' AS field, 'submitted' AS state
    FROM ssda903_header WHERE uasc IS NOT NULL;
    """
  }
}
