import KithEngine
import KithTables

extension PublishedFile {
  /// A sheet of a workbook as a table of text, read by DuckDB's `excel` extension.
  /// - Parameters:
  ///   - name: The sheet's name.
  ///   - row: The 1-based row that holds the columns' names.
  func sheet(_ name: String, from row: Int) throws(AggregatesError) -> SeparatedText {
    guard try bytes(upTo: 2) == Array("PK".utf8) else {
      throw AggregatesError(file: path, "this is not an Excel workbook; download it again.")
    }
    do {
      let connection = try Engine(.duckDB()).connect()
      try connection.load(.excel)
      let range = "A\(row):AZ1000"
      let result = try connection.query(
        """
        SELECT * FROM read_xlsx(\(literal: path), sheet = \(literal: name), range = \(literal: range), header = false, \
        all_varchar = true, stop_at_empty = false)
        """)
      let columns = try result.columnNames.map { column throws(EngineError) in try result.text(column).values }
      let rows = (0..<result.rowCount).map { row in columns.map { $0[row] ?? "" } }
      return SeparatedText(header: rows.first ?? [], records: Array(rows.dropFirst()))
    } catch {
      throw AggregatesError(
        file: path,
        "the sheet \"\(name)\" cannot be read; save it as CSV UTF-8 in the same folder. DuckDB says: "
          + (error.message.split(separator: "\n").first ?? ""))
    }
  }
}
