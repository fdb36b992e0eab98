public import KithReturns

/// Encodings as they stand in a file: comma-separated text of a label, an encoding in base64 and blocking tokens in
/// hexadecimal.
public struct EncodedFile: Sendable {
  /// The records' labels, which are no identifiers: the number of the encoding in its file.
  public let labels: [String]
  /// The encodings and tokens.
  public let records: BlockedRecords

  /// Encodings that are known by their numbers.
  public init(_ records: BlockedRecords) {
    self.records = records
    labels = (0..<records.encodings.count).map { String($0 + 1) }
  }

  private init(_ records: BlockedRecords, labels: [String]) {
    self.records = records
    self.labels = labels
  }

  static let header = ["record", "encoding"]

  /// The text of the file.
  public var text: [UInt8] {
    let rules = records.tokens.indices
    var text = Array((Self.header + rules.map { "block\($0 + 1)" }).joined(separator: ",").utf8) + [0x0A]
    text.reserveCapacity(records.encodings.count * (16 + records.encodings.length / 6 + 17 * rules.count))
    for row in labels.indices {
      text.append(contentsOf: labels[row].utf8)
      text.append(0x2C)
      text.append(contentsOf: records.encodings.base64Data(row))
      for rule in rules {
        text.append(0x2C)
        let token = records.tokens[rule][row]
        if token != 0 { Hexadecimal.append(token, to: &text) }
      }
      text.append(0x0A)
    }
    return text
  }
}

/// Numbers of 64 bits in sixteen digits.
private enum Hexadecimal {
  private static let digits = Array("0123456789abcdef".utf8)

  static func append(_ number: UInt64, to text: inout [UInt8]) {
    for shift in stride(from: 60, through: 0, by: -4) { text.append(digits[Int(number >> UInt64(shift) & 15)]) }
  }

  static func number(_ text: ArraySlice<UInt8>) -> UInt64? {
    guard text.count == 16 else { return nil }
    var number: UInt64 = 0
    for letter in text {
      guard let digit = digits.firstIndex(of: letter) else { return nil }
      number = number << 4 | UInt64(digit)
    }
    return number
  }
}

extension EncodedFile {
  /// Reads the records of a file of encodings.
  ///
  /// - Parameters:
  ///   - length: How many bits an encoding has, where that is known; else the first record's length.
  ///   - name: The file's name, for a fault.
  public init(_ text: RecordText, length: Int? = nil, name: String) throws(LinkageError) {
    guard text.faultyLines.isEmpty, text.header.starts(with: Self.header) else {
      throw LinkageError(
        .encodings, "\(name) is not a file of encodings: its first line is to be record,encoding and rules.")
    }
    let rules = text.header.count - 2
    let bits = length ?? (text.count > 0 ? Self.bits(text, 0) : 0)
    guard bits >= 8 || text.count == 0 else {
      throw LinkageError(.encodings, "\(name): the first encoding is not base64.")
    }
    var encodings = Encodings(length: bits, count: text.count)
    var tokens = Array(repeating: Array(repeating: UInt64(0), count: text.count), count: rules)
    var labels: [String] = []
    for row in 0..<text.count {
      let line = "\(name), line \(text.lines[row]):"
      guard let bytes = Base64.bytes(text.text[text.place(row: row, column: 1)]), encodings.set(row, to: bytes) else {
        throw LinkageError(.encodings, "\(line) the encoding is not \(bits) bits in base64, as the others are.")
      }
      for rule in 0..<rules {
        let cell = text.text[text.place(row: row, column: rule + 2)]
        guard let token = cell.isEmpty ? 0 : Hexadecimal.number(cell) else {
          throw LinkageError(.encodings, "\(line) a blocking token is not sixteen hexadecimal digits.")
        }
        tokens[rule][row] = token
      }
      labels.append(text.text(row: row, column: 0))
    }
    self.init(BlockedRecords(encodings, tokens: tokens), labels: labels)
    try checkLabels(name, text)
  }

  private static func bits(_ text: RecordText, _ row: Int) -> Int {
    (Base64.bytes(text.text[text.place(row: row, column: 1)])?.count ?? 0) * 8
  }

  private func checkLabels(_ name: String, _ text: RecordText) throws(LinkageError) {
    var seen: Set<String> = []
    for (row, label) in labels.enumerated() where label.isEmpty || !seen.insert(label).inserted {
      let what = label.isEmpty ? "has no label" : "has the label of an earlier record"
      throw LinkageError(.encodings, "\(name), line \(text.lines[row]): the record \(what).")
    }
  }

  /// Encodings as anonlink's client writes them: JSON of `clks`, each a text in base64.
  public init(clks json: [UInt8], name: String) throws(LinkageError) {
    guard let value = try? JSONValue(parsing: json), case .array(let items)? = value["clks"] else {
      throw LinkageError(.encodings, "\(name) is not a file of encodings; it is to be JSON with clks.")
    }
    var serial: [[UInt8]] = []
    for (place, item) in items.enumerated() {
      guard case .string(let text) = item, let bytes = Base64.bytes(text.utf8),
        bytes.count == serial.first?.count ?? bytes.count
      else {
        throw LinkageError(.encodings, "\(name): encoding \(place + 1) is not base64 of as many bits as the others.")
      }
      serial.append(bytes)
    }
    guard serial.first?.isEmpty != true else { throw LinkageError(.encodings, "\(name): an encoding has no bits.") }
    guard let encodings = Encodings(length: (serial.first?.count ?? 0) * 8, serial: serial) else {
      throw LinkageError(.encodings, "\(name): the encodings have different lengths.")
    }
    self.init(BlockedRecords(encodings, tokens: []))
  }

  /// The encodings as anonlink's client reads them.
  public var clks: [UInt8] {
    JSONValue.object([
      "clks": .array(records.encodings.count == 0 ? [] : labels.indices.map { .string(records.encodings.base64($0)) })
    ])
    .canonical + [0x0A]
  }
}
