/// A table of comma-separated text (RFC 4180), every value kept as the text that was written.
///
/// It serves published tables and our own data files. A blank line is passed over; a record shorter than the header
/// is filled with empty text, and a longer one keeps its extra values, which ``raggedLines`` names.
public struct SeparatedText: Sendable {
  /// The names in the first record.
  public let header: [String]
  /// The records after the header, each at least as long as it.
  public let records: [[String]]
  /// The 1-based line on which each record starts.
  public let lines: [Int]
  /// The lines whose records had more or fewer values than the header.
  public let raggedLines: [Int]

  /// Why bytes are not a table of comma-separated text.
  public enum Problem: Error, Hashable, Sendable {
    /// There is nothing in the file.
    case empty
    /// The bytes are UTF-16, as a spreadsheet's "Unicode text" is.
    case utf16
    /// A quote opened on this line and was never closed.
    case openQuote(line: Int)
  }

  /// A table that another reader has read, such as a sheet of a workbook.
  public init(header: [String], records: [[String]]) {
    self.header = header
    self.records = records
    lines = records.indices.map { $0 + 2 }
    raggedLines = []
  }

  /// Reads UTF-8 bytes, with or without a byte-order mark, with LF or CRLF line ends.
  public init(_ bytes: [UInt8]) throws(Problem) {
    if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) { throw .utf16 }
    var reader = SeparatedTextReader(bytes: bytes)
    guard let header = try reader.nextRecord() else { throw .empty }
    self.header = header.values
    var records: [[String]] = []
    var lines: [Int] = []
    var ragged: [Int] = []
    while let record = try reader.nextRecord() {
      if record.values.count != header.values.count { ragged.append(record.line) }
      let missing = max(0, header.values.count - record.values.count)
      records.append(record.values + Array(repeating: "", count: missing))
      lines.append(record.line)
    }
    self.records = records
    self.lines = lines
    self.raggedLines = ragged
  }

  /// The position of a column by its name, whatever the case and surrounding spaces; nil when there is none.
  public func column(_ name: String) -> Int? {
    header.firstIndex(of: name) ?? header.firstIndex { $0.trimmed.lowercased() == name.lowercased() }
  }
}

extension StringProtocol {
  /// The text without spaces, tabs and line ends around it.
  public var trimmed: String {
    // Most texts have none, and ASCII at their ends tells it at once.
    if let first = unicodeScalars.first?.value, let last = unicodeScalars.last?.value,
      (0x21...0x7E).contains(first), (0x21...0x7E).contains(last)
    {
      return String(self)
    }
    let isSpace = { (scalar: Unicode.Scalar) in scalar.properties.isWhitespace }
    let scalars = unicodeScalars
    guard let first = scalars.firstIndex(where: { !isSpace($0) }),
      let last = scalars.lastIndex(where: { !isSpace($0) })
    else { return "" }
    return String(self[first...last])
  }
}
