/// A column of text.
public typealias TextColumn = Column<TextChunk>

/// Text, stored as it is or as numbers of words in a list.
public struct TextChunk: ColumnChunk {
  private enum Layout {
    case bytes(VariableBytes)
    case words([String?], numbers: IntegerChunk)
  }

  private let layout: Layout
  private let validity: Validity

  /// Reads a column of text.
  public init(_ source: ArrowSource) throws(EngineError) {
    validity = source.validity
    if let dictionary = source.dictionary, let integers = IntegerLayout(format: source.format) {
      let words = try TextChunk(dictionary)
      layout = .words((0..<dictionary.count).map { words[$0] }, numbers: IntegerChunk(source, integers))
    } else if ["u", "U", "vu", "n"].contains(source.format) {
      layout = .bytes(VariableBytes(source))
    } else {
      throw source.isNot("text")
    }
  }

  /// The text in a row.
  public subscript(row: Int) -> String? {
    guard validity[row] else { return nil }
    switch layout {
    case .bytes(let bytes): return bytes.withBytes(of: row) { String(decoding: $0, as: UTF8.self) }
    case .words(let words, let numbers): return numbers[row].flatMap { words[Int($0)] }
    }
  }

  func withUTF8<Outcome>(of row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Outcome) rethrows -> Outcome? {
    guard validity[row] else { return nil }
    switch layout {
    case .bytes(let bytes): return try bytes.withBytes(of: row, body)
    case .words(let words, let numbers):
      guard var word = numbers[row].flatMap({ words[Int($0)] }) else { return nil }
      return try word.withUTF8(body)
    }
  }
}

extension TextColumn {
  /// Lends the bytes of a row's text; nil when the row is empty. They are not valid after `body` returns.
  public func withUTF8<Outcome>(
    of row: Int, _ body: (UnsafeBufferPointer<UInt8>) throws -> Outcome
  ) rethrows -> Outcome? {
    let place = rows.place(of: row)
    return try withExtendedLifetime(owners) { try chunks[place.chunk].withUTF8(of: place.row, body) }
  }
}
