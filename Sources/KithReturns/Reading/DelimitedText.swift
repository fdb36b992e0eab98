/// Delimited text read cell by cell, with nothing repaired in silence and no row dropped.
struct DelimitedText {
  /// The header's cells.
  var header: [String] = []
  /// The file's bytes, followed by the text of quoted cells that had doubled quotes.
  var bytes: [UInt8]
  /// The cells of the rows, each row as long as the header.
  var spans: [RawTable.Span] = []
  /// The line of each row, from 1.
  var lines: [Int32] = []
  /// What is wrong with the text.
  var problems: [Problem] = []

  /// A fault of the text and where it stands.
  struct Problem {
    let kind: ReadingProblem.Kind
    let line: Int
    /// The row's position; nil for the header and for lines that are no row.
    let row: Int?
    /// The column's position among the header's; nil when the fault is of the whole row.
    let column: Int?
  }

  var rowCount: Int { lines.count }
}

/// Reads delimited text as RFC 4180 defines it, and says where the text departs from it.
///
/// A quote that opens a cell and is never closed, or is closed in the middle of a value, is taken as a character of
/// the value: the line's other cells, and all lines after it, are read as they stand.
struct DelimitedReader {
  private let delimiter: UInt8
  private var text: DelimitedText
  private let end: Int
  private var position: Int
  private var line = 1

  private static let quote = UInt8(ascii: "\""), newline = UInt8(ascii: "\n"), carriageReturn = UInt8(ascii: "\r")

  /// The most columns that a file may have for its rows to be read.
  static let mostColumns = 200

  /// The text of these UTF-8 bytes, from an offset that leaves out a byte-order mark.
  ///
  /// Of a header with more than ``mostColumns`` cells the rows are not read: no table has so many, and a cell costs the
  /// same whether the file writes it or not.
  static func read(_ bytes: [UInt8], from offset: Int, delimiter: UInt8) -> DelimitedText {
    var reader = DelimitedReader(bytes, from: offset, delimiter: delimiter)
    reader.readHeader()
    guard reader.text.header.count <= mostColumns else { return reader.text }
    while reader.readRow() {}
    return reader.text
  }

  private init(_ bytes: [UInt8], from offset: Int, delimiter: UInt8) {
    text = DelimitedText(bytes: bytes)
    end = bytes.count
    position = offset
    self.delimiter = delimiter
  }

  private mutating func readHeader() {
    skipBlankLines(row: nil)
    _ = readRecord(width: .max)
    text.header = text.spans.map { span in
      let cell = text.bytes[Int(span.start)..<Int(span.start + span.length)]
      return cell.withUnsafeBufferPointer { String(decoding: $0.trimmed, as: UTF8.self) }
    }
    text.spans = []
  }

  private mutating func readRow() -> Bool {
    skipBlankLines(row: text.rowCount)
    guard position < end else { return false }
    let width = text.header.count
    let start = (position, line)
    let firstSpan = text.spans.count
    var record = readRecord(width: width)
    if record.spansLines, record.count != width || !record.faults.isEmpty {
      (position, line) = start
      text.spans.removeSubrange(firstSpan...)
      record = readRecord(width: width, quotesMaySpanLines: false)
    }
    note(record.faults, line: start.1)
    if record.count != width {
      note(record.count > width ? .tooManyCells : .tooFewCells, line: start.1, column: nil)
    }
    while text.spans.count < firstSpan + width { text.spans.append(.init(start: 0, length: 0)) }
    text.lines.append(Int32(clamping: start.1))
    return true
  }

  private mutating func note(_ faults: [(ReadingProblem.Kind, Int)], line: Int) {
    for (kind, column) in faults { note(kind, line: line, column: column) }
  }

  private mutating func note(_ kind: ReadingProblem.Kind, line: Int, column: Int?) {
    text.problems.append(.init(kind: kind, line: line, row: text.rowCount, column: column))
  }
}

extension DelimitedReader {
  /// What one record was; its cells are among the text's.
  private struct Record {
    /// How many cells it has, those not kept included.
    var count = 0
    var spansLines = false
    var faults: [(ReadingProblem.Kind, Int)] = []
  }

  /// Reads a record, of which at most `width` cells are kept.
  private mutating func readRecord(width: Int, quotesMaySpanLines: Bool = true) -> Record {
    var record = Record()
    while true {
      let cell = readCell(into: &record, quotesMaySpanLines: quotesMaySpanLines)
      if record.count < width { text.spans.append(cell) }
      record.count += 1
      // A row that reads on into the next lines and is too long is read again, so it is not read to its end.
      if position >= end || record.spansLines && record.count > width { return record }
      let byte = text.bytes[position]
      position += 1
      if byte != delimiter {
        if byte == Self.carriageReturn, position < end, text.bytes[position] == Self.newline { position += 1 }
        line += 1
        return record
      }
    }
  }

  private mutating func readCell(into record: inout Record, quotesMaySpanLines: Bool) -> RawTable.Span {
    if position < end, text.bytes[position] == Self.quote {
      let before = (position, line)
      if let cell = readQuoted(record: &record, maySpanLines: quotesMaySpanLines) { return cell }
      (position, line) = before
      record.faults.append((.openQuote, record.count))
    }
    let start = position
    while position < end, !isBreak(text.bytes[position]) { position += 1 }
    return .init(start: UInt32(start), length: UInt32(position - start))
  }

  /// A quoted cell; nil when its quote is not closed before a delimiter, an end of line or the end of the text.
  private mutating func readQuoted(record: inout Record, maySpanLines: Bool) -> RawTable.Span? {
    position += 1
    let start = position
    var hasDoubledQuote = false
    var newlines = 0
    while position < end {
      let byte = text.bytes[position]
      if byte == Self.quote {
        if position + 1 < end, text.bytes[position + 1] == Self.quote {
          hasDoubledQuote = true
          position += 2
          continue
        }
        let close = position
        position += 1
        guard position == end || isBreak(text.bytes[position]) else { return nil }
        line += newlines
        if newlines > 0 { record.spansLines = true }
        return hasDoubledQuote
          ? unescaped(start..<close) : .init(start: UInt32(start), length: UInt32(close - start))
      }
      if byte == Self.newline {
        newlines += 1
        if !maySpanLines { return nil }
      }
      position += 1
    }
    return nil
  }

  private mutating func unescaped(_ range: Range<Int>) -> RawTable.Span {
    let start = text.bytes.count
    var i = range.lowerBound
    while i < range.upperBound {
      let byte = text.bytes[i]
      text.bytes.append(byte)
      i += byte == Self.quote ? 2 : 1
    }
    return .init(start: UInt32(start), length: UInt32(text.bytes.count - start))
  }

  private func isBreak(_ byte: UInt8) -> Bool {
    byte == delimiter || byte == Self.newline || byte == Self.carriageReturn
  }

  /// Passes over blank lines; those with a row after them are noted.
  private mutating func skipBlankLines(row: Int?) {
    let first = line
    while position < end, text.bytes[position] == Self.newline || text.bytes[position] == Self.carriageReturn {
      if text.bytes[position] == Self.carriageReturn, position + 1 < end, text.bytes[position + 1] == Self.newline {
        position += 1
      }
      position += 1
      line += 1
    }
    guard position < end else { return }
    for blank in first..<line {
      text.problems.append(.init(kind: .blankLine, line: blank, row: nil, column: nil))
    }
  }
}

extension DelimitedReader {
  /// The delimiter that the first line holds most of: comma, semicolon or tab.
  static func delimiter(of bytes: [UInt8], from offset: Int) -> UInt8 {
    let line = bytes[offset...].prefix { $0 != UInt8(ascii: "\n") }
    let candidates = [UInt8(ascii: ","), UInt8(ascii: ";"), UInt8(ascii: "\t")]
    let counts = candidates.map { candidate in line.count { $0 == candidate } }
    return zip(candidates, counts).max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil } ?? candidates[0]
  }
}
