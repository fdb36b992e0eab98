import KithEngine
import KithReturns

/// The tables of a return in DuckDB, for SQL to say what rules say.
///
/// A table has the guidance's name in lower case, `_last` after it for last year's, and a column for each field: dates
/// as dates, other values as upper-cased text, blanks as NULL. `n` is the row; `turn` numbers a child's rows in order
/// from 1, and `previous_x` and `next_x` are the neighbours' `x`; `x_text` is the text of a date.
struct TypedDatabase {
  let connection: Connection

  init(_ edited: EditableReturn) throws {
    connection = try Engine(.duckDB(options: ["threads": "2"])).connect()
    try connection.execute(
      """
      CREATE MACRO day(t) AS CASE
        WHEN regexp_full_match(t, '\\d{1,2}/\\d{1,2}/\\d{4}') AND right(t, 4)::INT BETWEEN 1677 AND 2262
        THEN try_strptime(t, '%d/%m/%Y')::DATE END
      """)
    try connection.execute("CREATE MACRO year_start() AS make_date(\(raw: String(edited.year - 1)), 4, 1)")
    try connection.execute("CREATE MACRO year_end() AS make_date(\(raw: String(edited.year)), 3, 31)")
    for schema in LookedAfterSchema.tables {
      for isLastYear in [false, true] {
        let place = TablePlace(table: schema.name, isLastYear: isLastYear)
        try store(edited[place] ?? EditableTable(schema.name, schema.fields), as: place, schema)
      }
    }
    try connection.execute(
      """
      CREATE VIEW open_last_year AS SELECT * FROM episodes_last WHERE decom IS NOT NULL
      QUALIFY turn = max(turn) OVER (PARTITION BY child) AND dec IS NULL
      """)
  }

  /// The rows that a query names in its column `n`.
  func rows(_ query: String) throws -> [Int] {
    try connection.query("\(raw: query)").integers("n").values.compactMap { $0.map { Int($0) } }
  }

  private func store(_ table: EditableTable, as place: TablePlace, _ schema: TableSchema) throws {
    let name = place.description.lowercased()
    var columns: [IngestColumn] = [.integers("n", Array(table.rows.indices))]
    for field in schema.fields {
      let values = table.rows.indices.map { table[field, $0].flatMap { $0.isEmpty ? nil : $0 } }
      columns.append(.text(field.description, values))
    }
    try connection.ingest(columns, into: name + "_text", mode: .create)
    let names = schema.fields.map { $0.description.lowercased() }
    let days = Set(schema.days.map { $0.description.lowercased() })
    let typed = names.map { field in
      let text = "nullif(trim(upper(\(field)), ' ' || chr(9)), '')"
      return days.contains(field) ? "day(\(text)) AS \(field), \(text) AS \(field)_text" : "\(text) AS \(field)"
    }
    let order =
      Self.order(schema.name).map { "\($0) NULLS LAST" }
      + table.fields.filter(schema.fields.contains).map { $0.description.lowercased() }.sorted()
      .map { "coalesce(raw.\($0), '')" }
    let neighbours = names.map { field in
      "lag(\(field)) OVER kin AS previous_\(field), lead(\(field)) OVER kin AS next_\(field)"
    }
    try connection.execute(
      """
      CREATE TABLE \(raw: name) AS
      WITH typed AS (SELECT n, \(raw: typed.joined(separator: ", ")) FROM \(raw: name)_text),
      placed AS (
        SELECT typed.*, CASE WHEN typed.child IS NOT NULL THEN row_number() OVER (
          PARTITION BY coalesce(typed.child, 'row ' || typed.n)
          ORDER BY \(raw: order.joined(separator: ", ")), typed.n) END AS turn
        FROM typed JOIN \(raw: name)_text AS raw USING (n))
      SELECT *, \(raw: neighbours.joined(separator: ", ")) FROM placed
      WINDOW kin AS (PARTITION BY coalesce(child, 'row ' || n) ORDER BY turn)
      """)
  }

  private static func order(_ table: TableName) -> [String] {
    switch table {
    case .episodes: ["typed.decom", "typed.dec"]
    case .reviews: ["typed.review"]
    case .placedForAdoption: ["typed.date_placed", "typed.date_placed_ceased"]
    case .absences: ["typed.mis_start", "typed.mis_end"]
    case .socialWorkers: ["typed.sw_decom", "typed.sw_dec"]
    case .deprivationsOfLiberty: ["typed.dolo_start", "typed.dolo_end"]
    default: []
    }
  }
}
