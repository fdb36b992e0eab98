/// A list that a user supplies beside a return: a CSV file with a header, read as the tables are.
public struct ListFile: Sendable {
  /// The headings, as the file writes them.
  public let header: [String]
  /// The rows, each as long as the header; a blank is an empty text.
  public let rows: [[String]]

  /// Reads a list.
  public init(_ path: String) throws(ReadError) {
    guard let file = try FileContents.read(path, isLastYear: false).first else { throw ReadError(.notFound, path) }
    let text = try file.delimitedText().text
    guard text.header.count <= DelimitedReader.mostColumns else { throw ReadError(.tooManyColumns, path) }
    header = text.header
    rows = (0..<text.rowCount).map { row in
      text.header.indices.map { column in
        let span = text.spans[row * text.header.count + column]
        return text.bytes[Int(span.start)..<Int(span.start) + Int(span.length)].withUnsafeBufferPointer {
          String(decoding: $0.trimmed, as: UTF8.self)
        }
      }
    }
  }

  /// The place of the column with a heading, whatever the case of its letters; nil when there is none.
  public func column(_ heading: String) -> Int? {
    header.firstIndex { $0.lowercased() == heading.lowercased() }
  }
}
