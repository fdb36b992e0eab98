import CXLSXWriter

/// Why a workbook could not be written.
public struct WorkbookError: Error, CustomStringConvertible, Sendable {
  /// The path and what to do.
  public let description: String
}

/// An Excel workbook in the making: sheets with a frozen header, filters, identifiers as text and days as days.
///
/// Rows are written as they come and not kept, so a large report does not need a large memory.
struct Workbook {
  private let book: UnsafeMutablePointer<lxw_workbook>
  private let path: String
  private let heading: UnsafeMutablePointer<lxw_format>?
  private let dayFormat: UnsafeMutablePointer<lxw_format>?
  private let fault: UnsafeMutablePointer<lxw_format>?
  private let faultDay: UnsafeMutablePointer<lxw_format>?

  /// A cell.
  enum Value {
    /// Text, never taken for a number or a formula.
    case text(String)
    /// A number.
    case number(Double)
    /// A day.
    case day(day: Int, month: Int, year: Int)
  }

  /// A cell and whether it is at fault.
  struct CellContent {
    var value: Value
    var isFault = false

    static func text(_ text: String) -> CellContent { CellContent(value: .text(text)) }
    static func number(_ number: Int) -> CellContent { CellContent(value: .number(Double(number))) }
  }

  /// The workbook that will stand at a path.
  ///
  /// It states that it was made at the end of a day, so that the same report is the same file.
  init(_ path: String, madeOn day: Int) throws {
    var options = lxw_workbook_options()
    options.constant_memory = 1
    guard let book = workbook_new_opt(path, &options) else {
      throw WorkbookError(description: "\(path) cannot be written to; give a folder that may be.")
    }
    self.book = book
    self.path = path
    var stamp = lxw_doc_properties()
    stamp.created = (day + 1) * 86_400
    workbook_set_properties(book, &stamp)
    heading = workbook_add_format(book)
    dayFormat = workbook_add_format(book)
    fault = workbook_add_format(book)
    faultDay = workbook_add_format(book)
    format_set_bold(heading)
    format_set_text_wrap(heading)
    for format in [dayFormat, faultDay] { format_set_num_format(format, "dd/mm/yyyy") }
    for format in [fault, faultDay] { format_set_bg_color(format, 0xFFF3BF) }
  }

  /// Adds a sheet with these columns, each of a width in characters, and rows.
  func sheet(_ name: String, _ columns: [(heading: String, width: Double)], rows: some Sequence<[CellContent]>) {
    guard let sheet = workbook_add_worksheet(book, name) else { return }
    for (column, item) in columns.enumerated() {
      worksheet_set_column(sheet, UInt16(column), UInt16(column), item.width, nil)
      worksheet_write_string(sheet, 0, UInt16(column), item.heading, heading)
    }
    var place: UInt32 = 0
    for row in rows where place < 1_048_574 {
      place += 1
      for (column, cell) in row.enumerated() { write(cell, sheet, place, UInt16(column)) }
    }
    worksheet_freeze_panes(sheet, 1, 0)
    if !columns.isEmpty { worksheet_autofilter(sheet, 0, 0, max(place, 1), UInt16(columns.count - 1)) }
  }

  private func write(_ cell: CellContent, _ sheet: UnsafeMutablePointer<lxw_worksheet>, _ row: UInt32, _ column: UInt16)
  {
    switch cell.value {
    case .text(""): if cell.isFault { worksheet_write_blank(sheet, row, column, fault) }
    case .text(let text):
      worksheet_write_string(sheet, row, column, String(text.prefix(32_000)), cell.isFault ? fault : nil)
    case .number(let number): worksheet_write_number(sheet, row, column, number, cell.isFault ? fault : nil)
    case .day(let day, let month, let year):
      var moment = lxw_datetime(year: Int32(year), month: Int32(month), day: Int32(day), hour: 0, min: 0, sec: 0)
      worksheet_write_datetime(sheet, row, column, &moment, cell.isFault ? faultDay : dayFormat)
    }
  }

  /// Writes the file.
  func close() throws {
    guard workbook_close(book) == LXW_NO_ERROR else {
      throw WorkbookError(description: "\(path) could not be written; is there room, and is it open in Excel?")
    }
  }
}
