/// Records that a user supplies, one a row under a header: delimited text, each cell as the bytes that were written.
public struct RecordText: Sendable {
  /// The headings, without spaces around them.
  public let header: [String]
  /// The line of each row, from 1.
  public let lines: [Int32]
  /// The lines whose text is not as it should be: cells too many or too few, quotes left open.
  public let faultyLines: [Int]
  /// The file's bytes.
  public let bytes: [UInt8]
  /// The text in UTF-8, in which cells have their places.
  public let text: [UInt8]
  private let spans: [RawTable.Span]

  /// Reads a file.
  public init(_ path: String) throws(ReadError) {
    guard let file = try FileContents.read(path, isLastYear: false).first else { throw ReadError(.notFound, path) }
    let text = try file.delimitedText().text
    guard text.header.count <= DelimitedReader.mostColumns else { throw ReadError(.tooManyColumns, path) }
    header = text.header
    lines = text.lines
    faultyLines = text.problems.filter { $0.kind != .blankLine }.map(\.line)
    bytes = file.bytes
    self.text = text.bytes
    spans = text.spans
  }

  /// How many rows there are.
  public var count: Int { lines.count }

  /// Where a cell stands in the text.
  public func place(row: Int, column: Int) -> Range<Int> {
    let span = spans[row * header.count + column]
    return Int(span.start)..<Int(span.start + span.length)
  }

  /// The text of a cell.
  public func text(row: Int, column: Int) -> String {
    String(decoding: text[place(row: row, column: column)], as: UTF8.self)
  }
}
