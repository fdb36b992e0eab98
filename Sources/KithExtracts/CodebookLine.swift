import KithEngine
import KithStore
import KithTables

/// A column of an extract as its codebook has it: what it is, what is missing and why, and where its series breaks.
public struct CodebookLine: Sendable {
  /// The table.
  public let table: String
  /// The column.
  public let column: ExtractColumn
  /// How many rows there are.
  public let rows: Int
  /// How many of them have no value.
  public let missing: Int
  /// The collection years, among the store's, in which the field was not collected.
  public let notCollected: [Int]
  /// What changed in the field's codes from year to year.
  public let breaks: [String]

  static func lines(of table: ExtractTable, _ store: Store) throws -> [CodebookLine] {
    try table.columns.map { column in
      let found = try store.connection.query(
        """
        SELECT count(*) AS n, count(*) - count(\(identifier: column.name)) AS missing
        FROM \(identifier: ResearchExtract.kept(table))
        """)
      return CodebookLine(
        table: table.name, column: column, rows: Int(try found.integers("n")[0] ?? 0),
        missing: Int(try found.integers("missing")[0] ?? 0), notCollected: try notCollected(column, store),
        breaks: try breaks(column, store))
    }
  }

  private static func notCollected(_ column: ExtractColumn, _ store: Store) throws -> [Int] {
    guard let source = column.source else { return [] }
    let found = try store.connection.query(
      """
      SELECT DISTINCT s.year FROM submission_field AS f JOIN current_submission AS s ON s.id = f.submission
      WHERE f.table_name = \(literal: source.table) AND lower(f.field) = lower(\(literal: source.field))
        AND f.state = 'not collected' ORDER BY s.year
      """)
    return try found.integers("year").values.compactMap { $0.map(Int.init) }
  }

  private static func breaks(_ column: ExtractColumn, _ store: Store) throws -> [String] {
    guard let source = column.source else { return [] }
    let found = try store.connection.query(
      """
      SELECT DISTINCT why FROM harmonisation
      WHERE lower(collection || '_' || table_name) = \(literal: source.table)
        AND lower(field) = lower(\(literal: source.field)) ORDER BY why
      """)
    return try found.text("why").values.compactMap { $0 }
  }

  /// The codebook as comma-separated text.
  public static func text(_ lines: [CodebookLine]) -> String {
    lines.reduce(into: "table,column,meaning,field,treatment,values,rows,missing,not_collected_in,breaks\n") {
      text, line in
      let values = if case .code(let set) = line.column.treatment { "value_labels.csv: \(set.name)" } else { "" }
      text +=
        [
          line.table, line.column.name, line.column.meaning, line.column.fields.joined(separator: " "),
          line.column.treatmentWords, values, "\(line.rows)", "\(line.missing)",
          line.notCollected.map(String.init).joined(separator: " "), line.breaks.joined(separator: "; "),
        ].map(\.quotedCell).joined(separator: ",") + "\n"
    }
  }

  /// The words of the codes that the columns hold, as comma-separated text.
  public static func labels(_ lines: [CodebookLine]) -> String {
    var seen: Set<String> = []
    return lines.reduce(into: "set,code,words\n") { text, line in
      guard case .code(let set) = line.column.treatment, seen.insert(set.name).inserted else { return }
      for label in set.labels {
        text += "\(set.name),\(label.code.quotedCell),\(label.words.quotedCell)\n"
      }
    }
  }
}
