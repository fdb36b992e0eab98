/// Which of a file's columns are the table's fields.
struct TableHeader {
  /// The place of each field among the file's columns.
  private(set) var columns: [Field: Int] = [:]
  /// The columns that the table does not have.
  private(set) var extra: [String] = []
  /// The fields that the file should have and has not.
  let missing: [Field]
  /// The fields that the file has twice.
  private(set) var doubled: [Field] = []

  init(_ header: [String], of schema: TableSchema) {
    let known = schema.fieldsByHeading
    for (place, name) in header.enumerated() {
      guard let field = known[name.uppercased()] else {
        extra.append(name)
        continue
      }
      if columns[field] == nil {
        columns[field] = place
      } else {
        doubled.append(field)
      }
    }
    let columns = columns
    missing = schema.lastingFields.filter { columns[$0] == nil }
  }
}

extension RawTable {
  /// The faults of the table's text, in the order of its lines, then those of its columns.
  func problems(_ text: DelimitedText, _ header: TableHeader, isLastYear: Bool) -> [ReadingProblem] {
    let fieldAt = Dictionary(uniqueKeysWithValues: columns.map { ($1, $0) })
    func problem(_ kind: ReadingProblem.Kind, line: Int?, row: Int?, _ field: Field?) -> ReadingProblem {
      ReadingProblem(
        kind: kind, table: name, isLastYear: isLastYear, file: file, line: line, row: row, field: field)
    }
    let lines = text.problems.map { fault in
      problem(fault.kind, line: fault.line, row: fault.row, fault.column.flatMap { fieldAt[$0] })
    }
    let spaces = firstRowWithWhiteSpace.sorted { $0.key < $1.key }.compactMap { column, row in
      fieldAt[column].map { problem(.whiteSpace, line: Int(self.lines[row]), row: row, $0) }
    }
    return lines + spaces + header.missing.map { problem(.missingColumn, line: nil, row: nil, $0) }
      + header.doubled.map { problem(.doubledColumn, line: nil, row: nil, $0) }
  }

  /// The first row, by column, whose value has white space around it.
  private var firstRowWithWhiteSpace: [Int: Int] {
    var first: [Int: Int] = [:]
    bytes.withUnsafeBufferPointer { bytes in
      for (place, span) in spans.enumerated() where span.length > 0 {
        let start = Int(span.start)
        guard isSpace(bytes[start]) || isSpace(bytes[start + Int(span.length) - 1]) else { continue }
        let column = place % width
        if first[column] == nil { first[column] = place / width }
      }
    }
    return first
  }

  private func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 }
}
