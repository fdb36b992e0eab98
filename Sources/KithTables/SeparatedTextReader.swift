/// A position in comma-separated bytes, which gives one record after another.
struct SeparatedTextReader {
  private let bytes: [UInt8]
  private var position: Int
  private var line = 1

  private static let quote = UInt8(ascii: "\"")
  private static let comma = UInt8(ascii: ",")
  private static let newline = UInt8(ascii: "\n")
  private static let carriageReturn = UInt8(ascii: "\r")

  init(bytes: [UInt8]) {
    self.bytes = bytes
    position = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  }

  /// The next record that is not a blank line, with the line on which it starts; nil at the end.
  mutating func nextRecord() throws(SeparatedText.Problem) -> (values: [String], line: Int)? {
    while position < bytes.count {
      let start = line
      let values = try readValues()
      if values != [""] { return (values, start) }
    }
    return nil
  }

  private mutating func readValues() throws(SeparatedText.Problem) -> [String] {
    var values: [String] = []
    while true {
      let isQuoted = position < bytes.count && bytes[position] == Self.quote
      values.append(isQuoted ? try readQuoted() : readPlain())
      guard position < bytes.count, bytes[position] == Self.comma else { break }
      position += 1
    }
    skipLineEnd()
    return values
  }

  private mutating func readPlain() -> String {
    let start = position
    while position < bytes.count, !isSeparator(bytes[position]) { position += 1 }
    return String(decoding: bytes[start..<position], as: UTF8.self)
  }

  private mutating func readQuoted() throws(SeparatedText.Problem) -> String {
    let openedOn = line
    var value: [UInt8] = []
    position += 1
    while position < bytes.count {
      let byte = bytes[position]
      if byte == Self.quote {
        position += 1
        guard position < bytes.count, bytes[position] == Self.quote else {
          return String(decoding: value, as: UTF8.self) + readPlain()
        }
      }
      if byte == Self.newline { line += 1 }
      value.append(byte)
      position += 1
    }
    throw .openQuote(line: openedOn)
  }

  private func isSeparator(_ byte: UInt8) -> Bool {
    byte == Self.comma || byte == Self.newline || byte == Self.carriageReturn
  }

  private mutating func skipLineEnd() {
    while position < bytes.count, bytes[position] == Self.carriageReturn { position += 1 }
    if position < bytes.count, bytes[position] == Self.newline { position += 1 }
    line += 1
  }
}
