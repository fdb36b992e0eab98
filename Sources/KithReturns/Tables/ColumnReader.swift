public import KithTables

/// Reads a table's text into typed columns; white space around a value is left out.
struct ColumnReader {
  private let raw: RawTable

  init(_ raw: RawTable) { self.raw = raw }

  /// The days of a field.
  func days(_ field: Field) -> DayColumn {
    DayColumn(cells(field, absent: .missing) { text in Day(returnText: text).map { Cell($0) } ?? .unreadable })
  }

  /// The codes of a field.
  func codes<Codes: CodeSet>(_ field: Field, _ texts: inout TextDictionary) -> CodeColumn<Codes> {
    CodeColumn(
      cells(field, absent: .missing) { text in
        Coded(key: text.packed, textID: texts.intern(text))
      })
  }

  /// The texts of a field.
  func labels(_ field: Field, _ texts: inout TextDictionary) -> LabelColumn {
    LabelColumn(ids: cells(field, absent: 0) { text in texts.intern(text) })
  }

  /// The numbers of a field.
  func numbers(_ field: Field) -> NumberColumn {
    NumberColumn(
      cells(field, absent: .missing) { text in
        Double(String(decoding: text, as: UTF8.self)).flatMap { $0.isFinite ? Cell($0) : nil } ?? .unreadable
      })
  }

  private func cells<T>(_ field: Field, absent: T, _ read: (UnsafeBufferPointer<UInt8>) -> T) -> [T] {
    guard let column = raw.columns[field] else { return Array(repeating: absent, count: raw.rowCount) }
    var cells: [T] = []
    cells.reserveCapacity(raw.rowCount)
    raw.bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<raw.rowCount {
        let span = raw.spans[row * raw.width + column]
        let all = UnsafeBufferPointer(rebasing: bytes[Int(span.start)..<Int(span.start) + Int(span.length)])
        let text = all.trimmed
        cells.append(text.isEmpty ? absent : read(text))
      }
    }
    return cells
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The bytes without the spaces, tabs and no-break spaces at either end.
  var trimmed: UnsafeBufferPointer<UInt8> {
    var start = 0
    var end = count
    while start < end, self[start] == 0x20 || self[start] == 0x09 { start += 1 }
    while end > start, self[end - 1] == 0x20 || self[end - 1] == 0x09 { end -= 1 }
    return start == 0 && end == count ? self : UnsafeBufferPointer(rebasing: self[start..<end])
  }

  /// The upper-cased bytes as one number, the first byte highest; nil when there are more than eight, or a zero first,
  /// which the number would not show.
  var packed: UInt64? {
    guard count <= 8, first != 0 else { return nil }
    return reduce(0) { $0 << 8 | UInt64($1 &- 97 < 26 ? $1 - 32 : $1) }
  }
}

extension Day {
  /// Reads a day as the returns write it, `dd/mm/yyyy`; nil for any other text.
  public init?(returnText text: String) {
    let day = Array(text.utf8).withUnsafeBufferPointer { Day(returnText: $0) }
    guard let day else { return nil }
    self = day
  }

  /// Reads a day as the returns write it, `dd/mm/yyyy`; a day or month below 10 may have one digit.
  ///
  /// Years outside 1677 to 2262 are refused, as the validator in use refuses them.
  init?(returnText text: UnsafeBufferPointer<UInt8>) {
    var parts = [0, 0, 0]
    var digits = [0, 0, 0]
    var part = 0
    for byte in text {
      if byte == UInt8(ascii: "/") {
        part += 1
        if part > 2 { return nil }
      } else if byte &- 48 < 10, digits[part] < 4 {
        parts[part] = parts[part] * 10 + Int(byte - 48)
        digits[part] += 1
      } else {
        return nil
      }
    }
    guard part == 2, (1...2).contains(digits[0]), (1...2).contains(digits[1]), digits[2] == 4,
      (1677...2262).contains(parts[2])
    else { return nil }
    self.init(parts[0], parts[1], parts[2])
  }
}
