import KithEngine
import KithReturns
import KithTables

/// The rows of a return's table laid out as they are stored, and what could not be read as its column's type.
struct TableRows: Sendable {
  let table: StoredTable
  let count: Int
  private(set) var unreadable: [Unreadable] = []
  private(set) var columns: [Values] = []
  let lines: [Int?]
  let parents: [Int?]

  /// The values of a column.
  enum Values: Sendable {
    case days([Day?])
    case whole([Int64?])
    case numbers([Double?])
    case text(TextRun)
  }

  /// A cell whose text is not of its column's type.
  struct Unreadable {
    let position: Int
    let field: String
    let text: String
  }

  init(table: StoredTable, raw: RawTable) {
    self.table = table
    count = raw.rowCount
    lines = (0..<raw.rowCount).map { raw.line(ofRow: $0) }
    parents = raw.parents.isEmpty ? Array(repeating: nil, count: count) : raw.parents.map { Int($0) }
    columns = table.columns.map { values(of: $0, raw) }
  }

  /// The columns in the order of the stored table.
  func columns(submission: Int) -> [IngestColumn] {
    let places: [IngestColumn] = [
      .integers("submission", Array(repeating: submission, count: count)), .integers("position", Array(0..<count)),
      .integers("line", lines), .integers("parent_position", parents),
    ]
    return places
      + zip(table.columns, columns).map { column, values in
        switch values {
        case .days(let days): .days(column.name, days)
        case .whole(let numbers): .integers(column.name, numbers)
        case .numbers(let numbers): .doubles(column.name, numbers)
        case .text(let texts): .text(column.name, texts)
        }
      }
  }

  private mutating func values(of column: StoredColumn, _ raw: RawTable) -> Values {
    let field = column.fields.first
    switch column.kind {
    case .day:
      let isCensus = table.collection == .inNeed
      return .days(read(field, raw) { isCensus ? Day(censusText: $0) : Day(returnText: $0) })
    case .whole: return .whole(read(field, raw) { Int64(String(decoding: $0, as: UTF8.self)) })
    case .number: return .numbers(read(field, raw) { Double(String(decoding: $0, as: UTF8.self)) })
    case .text: return .text(texts(of: field, raw))
    case .mapped: return .text(mapped(column.fields, raw))
    }
  }

  private mutating func read<Value>(
    _ field: Field?, _ raw: RawTable, _ read: (UnsafeBufferPointer<UInt8>) -> Value?
  ) -> [Value?] {
    guard let field, raw.has(field) else { return Array(repeating: nil, count: count) }
    var values: [Value?] = []
    values.reserveCapacity(count)
    raw.forEachCell(of: field) { cell in
      cell.withStoredText { text in
        let value = text.isEmpty ? nil : read(text)
        if value == nil, !text.isEmpty {
          let shown = String(decoding: text, as: UTF8.self).capitals
          unreadable.append(Unreadable(position: values.count, field: field.description, text: shown))
        }
        values.append(value)
      }
    }
    return values
  }

  private func texts(of field: Field?, _ raw: RawTable) -> TextRun {
    var run = TextRun(capacity: count)
    guard let field, raw.has(field) else {
      for _ in 0..<count { run.appendMissing() }
      return run
    }
    raw.forEachCell(of: field) { cell in
      cell.withStoredText { $0.isEmpty ? run.appendMissing() : run.append(writing: $0.writeCapitals) }
    }
    return run
  }

  /// The values that stand for the codes of the first of some fields that holds one.
  private func mapped(_ fields: [Field], _ raw: RawTable) -> TextRun {
    let runs = fields.map { mapped($0, raw) }
    guard runs.count != 1 else { return runs[0] }
    var first = TextRun(capacity: count)
    for row in 0..<count {
      if let value = runs.lazy.compactMap({ $0[row] }).first { first.append(value) } else { first.appendMissing() }
    }
    return first
  }

  private func mapped(_ field: Field, _ raw: RawTable) -> TextRun {
    let values = Harmonisation.standard.values(of: field, in: table.schema.name, table.collection)
    var run = TextRun(capacity: count)
    raw.forEachCell(of: field) { cell in
      cell.withStoredText { text in
        if text.isEmpty { return run.appendMissing() }
        guard let value = text.packed(ignoringCase: true).flatMap({ values[$0] }) else {
          return run.append(writing: text.writeCapitals)
        }
        run.append(value)
      }
    }
    return run
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Lends the text without white space around it, as the guidance compares texts.
  fileprivate func withStoredText(_ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    // Bytes of ASCII that are no white space at both ends are the rule.
    guard let first, let last, !(0x21...0x7E).contains(first) || !(0x21...0x7E).contains(last) else {
      return body(self)
    }
    var text = String(decoding: self, as: UTF8.self).trimmed
    text.withUTF8(body)
  }

  /// Writes the text, with the letters a to z as capitals.
  fileprivate func writeCapitals(to bytes: inout [UInt8]) {
    let start = bytes.count
    bytes += self
    for place in start..<bytes.count where bytes[place] &- 97 < 26 { bytes[place] -= 32 }
  }
}

extension String {
  /// The text with the letters a to z as capitals.
  var capitals: String {
    utf8.contains { $0 &- 97 < 26 } ? String(decoding: utf8.map { $0 &- 97 < 26 ? $0 - 32 : $0 }, as: UTF8.self) : self
  }
}
