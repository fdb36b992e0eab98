import CArchive
import KithEngine

/// An Excel workbook of lists, whose cells DuckDB's `excel` extension reads as text.
struct Workbook {
  let path: String

  /// The cells of every sheet that has any, sheet by sheet; a number of days stands for a date.
  func sheets() throws(ReferenceError) -> [[[String]]] {
    let names = try sheetNames()
    do {
      let connection = try Engine(.duckDB()).connect()
      try connection.load(.excel)
      var sheets: [[[String]]] = []
      for name in names { sheets.append(try cells(of: name, connection)) }
      return sheets
    } catch {
      throw ReferenceError(path, reading: "an Excel workbook", error)
    }
  }

  /// A sheet is as wide as its first row, so one that begins with a title is read again as wide as any list is.
  private func cells(of sheet: String, _ connection: Connection) throws(EngineError) -> [[String]] {
    let cells = try cells(of: sheet, "", connection)
    guard let first = cells.first, first.filter({ !$0.isEmpty }).count < 2, cells.count > 1 else { return cells }
    return try self.cells(of: sheet, ", range = 'A1:AZ60000'", connection)
  }

  private func cells(of sheet: String, _ range: String, _ connection: Connection) throws(EngineError) -> [[String]] {
    let result = try connection.query(
      """
      SELECT * FROM read_xlsx(\(literal: path), sheet = \(literal: sheet), header = false, all_varchar = true,
        stop_at_empty = false\(raw: range))
      """)
    var columns: [[String?]] = []
    for name in result.columnNames { columns.append(try result.text(name).values) }
    let rows = (0..<result.rowCount).map { row in columns.map { $0[row] ?? "" } }
    return rows.filter { $0.contains { !$0.isEmpty } }
  }
}

extension Workbook {
  /// The names of the sheets, in their order.
  private func sheetNames() throws(ReferenceError) -> [String] {
    let text = String(decoding: try part("xl/workbook.xml"), as: UTF8.self)
    let names = text.split(separator: "<").filter { $0.hasPrefix("sheet ") }.compactMap { element in
      element.split(separator: " name=\"", maxSplits: 1).dropFirst().first?.split(separator: "\"").first
    }
    guard !names.isEmpty else { throw ReferenceError(path, "it has no sheets; save it again as an Excel workbook.") }
    return names.map { Self.plain($0) }
  }

  private static func plain(_ text: Substring) -> String {
    [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&apos;", "'"), ("&amp;", "&")]
      .reduce(String(text)) { $0.replacing($1.0, with: $1.1) }
  }

  /// The bytes of one part of the workbook, which is a zip archive.
  private func part(_ name: String) throws(ReferenceError) -> [UInt8] {
    let damaged = ReferenceError(path, "it is not a whole Excel workbook (.xlsx); save it again as one.")
    guard let archive = archive_read_new() else { throw damaged }
    defer { archive_read_free(archive) }
    archive_read_support_format_zip(archive)
    guard archive_read_open_filename(archive, path, 65_536) == ARCHIVE_OK else { throw damaged }
    var entry: OpaquePointer?
    while archive_read_next_header(archive, &entry) == ARCHIVE_OK {
      guard archive_entry_pathname(entry).map({ String(cString: $0) }) == name else { continue }
      var contents = [UInt8](repeating: 0, count: 1 << 20)
      let count = contents.withUnsafeMutableBytes { archive_read_data(archive, $0.baseAddress, $0.count) }
      guard count > 0, count < 1 << 20 else { throw damaged }
      return Array(contents[0..<count])
    }
    throw damaged
  }
}
