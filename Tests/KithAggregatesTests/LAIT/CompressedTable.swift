import KithEngine

/// A compressed table of text, read by DuckDB.
struct CompressedTable {
  let rows: [ExpectedRow]

  init(_ path: String) throws {
    let connection = try Engine(.duckDB()).connect()
    let result = try connection.query(
      "SELECT * FROM read_csv(\(literal: path), header = true, all_varchar = true, nullstr = '')")
    let columns = try result.columnNames.map { try result.text($0).values }
    let places = Dictionary(uniqueKeysWithValues: result.columnNames.enumerated().map { ($1, $0) })
    rows = (0..<result.rowCount).map { row in
      ExpectedRow(record: columns.map { $0[row] ?? "" }, columns: places)
    }
  }
}
