import KithEngine
import KithReturns
import KithTables

/// The rows of a return's table as columns to be stored, and what could not be read as its column's type.
struct TableRows {
  let table: StoredTable
  let raw: RawTable

  /// A cell whose text is not of its column's type.
  struct Unreadable {
    let position: Int
    let field: String
    let text: String
  }

  /// The number of rows.
  var count: Int { raw.rowCount }

  /// The columns in the order of the stored table, and the cells that could not be read.
  func columns(submission: Int) -> ([IngestColumn], [Unreadable]) {
    var unreadable: [Unreadable] = []
    let own = table.columns.map { column(for: $0, &unreadable) }
    let places: [IngestColumn] = [
      .integers("submission", Array(repeating: submission, count: count)), .integers("position", Array(0..<count)),
      .integers("line", (0..<count).map { raw.line(ofRow: $0) }),
      .integers("parent_position", (0..<count).map { raw.parents.isEmpty ? nil : Int(raw.parents[$0]) }),
    ]
    return (places + own, unreadable)
  }

  private func column(for column: StoredColumn, _ unreadable: inout [Unreadable]) -> IngestColumn {
    guard let field = column.fields.first else { return .text(column.name, Array(repeating: nil, count: count)) }
    switch column.kind {
    case .day: return .days(column.name, values(field, &unreadable, read: day))
    case .whole: return .integers(column.name, values(field, &unreadable) { Int64($0) })
    case .number: return .doubles(column.name, values(field, &unreadable) { Double($0) })
    case .text: return .text(column.name, texts(field))
    case .mapped: return .text(column.name, mapped(column.fields))
    }
  }

  private func texts(_ field: Field) -> [String?] { (0..<count).map { text(field, $0) } }

  private func values<Value>(
    _ field: Field, _ unreadable: inout [Unreadable], read: (String) -> Value?
  ) -> [Value?] {
    (0..<count).map { row in
      guard let text = text(field, row) else { return nil }
      let value = read(text)
      if value == nil { unreadable.append(Unreadable(position: row, field: field.description, text: text)) }
      return value
    }
  }

  private func mapped(_ fields: [Field]) -> [String?] {
    (0..<count).map { row in
      fields.lazy.compactMap { field in
        text(field, row).map { Harmonisation.standard.value($0, of: field, in: table.schema.name, table.collection) }
      }.first
    }
  }

  private func day(_ text: String) -> Day? {
    table.collection == .inNeed ? Day(censusText: text) : Day(returnText: text)
  }

  /// A cell's text without spaces around it and in capitals, as the guidance compares texts; nil when it is blank.
  private func text(_ field: Field, _ row: Int) -> String? {
    guard let text = raw.text(field, row: row)?.trimmed, !text.isEmpty else { return nil }
    return text.capitals
  }
}

extension String {
  /// The text with the letters a to z as capitals.
  var capitals: String {
    utf8.contains { $0 &- 97 < 26 } ? String(decoding: utf8.map { $0 &- 97 < 26 ? $0 - 32 : $0 }, as: UTF8.self) : self
  }
}
