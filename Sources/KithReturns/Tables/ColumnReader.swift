public import KithTables

/// Reads a table's text into typed columns; white space around a value is left out.
struct ColumnReader {
  private let raw: RawTable
  private let writing: DayWriting

  /// How a table writes days.
  enum DayWriting {
    /// `dd/mm/yyyy`.
    case slashed
    /// `yyyy-mm-dd`.
    case iso
    /// Either, as a spreadsheet may turn the second into the first.
    case either
  }

  init(_ raw: RawTable, days writing: DayWriting = .slashed) {
    self.raw = raw
    self.writing = writing
  }

  /// The days of a field.
  func days(_ field: Field) -> DayColumn {
    DayColumn(cells(field, absent: .missing) { text in day(text).map { Cell($0) } ?? .unreadable })
  }

  private func day(_ text: UnsafeBufferPointer<UInt8>) -> Day? {
    switch writing {
    case .slashed: Day(returnText: text)
    case .iso: Day(isoText: text)
    case .either: Day(isoText: text) ?? Day(returnText: text)
    }
  }

  /// The codes of a field; capitals and small letters are alike in the SSDA903 return, and not in the CIN Census.
  func codes<Codes: CodeSet>(_ field: Field, _ texts: inout TextDictionary) -> CodeColumn<Codes> {
    let ignoresCase = writing == .slashed || Codes.ignoresCase
    return CodeColumn(
      cells(field, absent: .missing) { text in
        Coded(key: text.packed(ignoringCase: ignoresCase), textID: texts.intern(text))
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

  /// The whole numbers of a field.
  func wholeNumbers(_ field: Field) -> NumberColumn {
    NumberColumn(
      cells(field, absent: .missing) { text in
        Int32(String(decoding: text, as: UTF8.self)).map { Cell(Double($0)) } ?? .unreadable
      })
  }

  private func cells<T>(_ field: Field, absent: T, _ read: (UnsafeBufferPointer<UInt8>) -> T) -> [T] {
    guard raw.has(field) else { return Array(repeating: absent, count: raw.rowCount) }
    var cells: [T] = []
    cells.reserveCapacity(raw.rowCount)
    raw.forEachCell(of: field) { cell in
      let text = cell.trimmed
      cells.append(text.isEmpty ? absent : read(text))
    }
    return cells
  }
}

extension RawTable {
  /// Gives the bytes of each row's cell of a field in UTF-8; none for a blank, nor where the table has no such column.
  package func forEachCell(of field: Field, _ body: (UnsafeBufferPointer<UInt8>) -> Void) {
    guard let column = columns[field] else {
      for _ in 0..<rowCount { body(UnsafeBufferPointer(start: nil, count: 0)) }
      return
    }
    bytes.withUnsafeBufferPointer { bytes in
      for row in 0..<rowCount {
        let span = spans[row * width + column]
        body(UnsafeBufferPointer(rebasing: bytes[Int(span.start)..<Int(span.start) + Int(span.length)]))
      }
    }
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

  /// The bytes, upper-cased where case is ignored, as one number, the first byte highest; nil when there are more than
  /// eight, or a zero first, which the number would not show.
  package func packed(ignoringCase: Bool) -> UInt64? {
    guard count <= 8, first != 0 else { return nil }
    return reduce(0) { $0 << 8 | UInt64(ignoringCase && $1 &- 97 < 26 ? $1 - 32 : $1) }
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
  package init?(returnText text: UnsafeBufferPointer<UInt8>) {
    var rest = text[...]
    guard let day = rest.takeNumber(digits: 1...2, before: UInt8(ascii: "/")),
      let month = rest.takeNumber(digits: 1...2, before: UInt8(ascii: "/")),
      let year = rest.takeNumber(digits: 4...4, before: nil), (1677...2262).contains(year)
    else { return nil }
    self.init(day, month, year)
  }
}

extension Slice<UnsafeBufferPointer<UInt8>> {
  /// Takes a number of some digits off the front, and the byte that must follow it; nil when it is not so.
  fileprivate mutating func takeNumber(digits: ClosedRange<Int>, before next: UInt8?) -> Int? {
    var number = 0
    var count = 0
    while let byte = first, byte &- 48 < 10, count <= digits.upperBound {
      number = number * 10 + Int(byte - 48)
      count += 1
      removeFirst()
    }
    guard digits.contains(count), first == next else { return nil }
    if next != nil { removeFirst() }
    return number
  }
}

extension Day {
  /// Reads a day as the CIN Census writes it, `yyyy-mm-dd`, or as a spreadsheet may have rewritten it, `dd/mm/yyyy`; nil
  /// for any other text.
  public init?(censusText text: String) {
    let day = Array(text.utf8).withUnsafeBufferPointer { Day(censusText: $0) }
    guard let day else { return nil }
    self = day
  }

  /// The same from bytes.
  package init?(censusText text: UnsafeBufferPointer<UInt8>) {
    guard let day = Day(isoText: text) ?? Day(returnText: text) else { return nil }
    self = day
  }

  /// Reads a day as XML writes it, `yyyy-mm-dd`; a zone after it, as `Z` or `+01:00`, changes nothing.
  init?(isoText text: UnsafeBufferPointer<UInt8>) {
    guard text.count == 10 || text.isZoned, text[4] == UInt8(ascii: "-"), text[7] == UInt8(ascii: "-"),
      let year = text.number(0..<4), let month = text.number(5..<7), let day = text.number(8..<10),
      (1677...2262).contains(year)
    else { return nil }
    self.init(day, month, year)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether what follows a day's ten bytes is a zone.
  fileprivate var isZoned: Bool {
    if count == 11 { return self[10] == UInt8(ascii: "Z") }
    return count == 16 && [UInt8(ascii: "+"), UInt8(ascii: "-")].contains(self[10]) && self[13] == UInt8(ascii: ":")
      && number(11..<13) != nil && number(14..<16) != nil
  }

  /// The number that the digits at these places write; nil when one is no digit.
  fileprivate func number(_ places: Range<Int>) -> Int? {
    var number = 0
    for place in places {
      guard self[place] &- 48 < 10 else { return nil }
      number = number * 10 + Int(self[place] - 48)
    }
    return number
  }
}
