/// A table's text as it was submitted: each cell's bytes, and the line where each row stands.
///
/// Rows keep the order of the file. A row is known by its position, from 0; people are shown the 1-based line.
public struct RawTable: Sendable {
  /// The table's name.
  public let name: TableName
  /// The file's name, without its folder.
  public let file: String
  /// The fields that the file holds, known to the table's schema, each with its place among the file's columns.
  public let columns: [Field: Int]
  /// The line of each row, from 1.
  public let lines: [Int32]

  let bytes: [UInt8]
  let spans: [Span]
  let width: Int

  /// Where a cell's bytes stand.
  struct Span: Sendable {
    let start: UInt32
    let length: UInt32
  }

  private init(
    _ name: TableName, file: String, columns: [Field: Int], lines: [Int32], bytes: [UInt8], spans: [Span], width: Int
  ) {
    self.name = name
    self.file = file
    self.columns = columns
    self.lines = lines
    self.bytes = bytes
    self.spans = spans
    self.width = width
  }

  init(_ name: TableName, file: String, columns: [Field: Int], text: DelimitedText) {
    self.init(
      name, file: file, columns: columns, lines: text.lines, bytes: text.bytes, spans: text.spans,
      width: text.header.count)
  }

  init(_ name: TableName, file: String, fields: [Field], builder: RawTableBuilder) {
    self.init(
      name, file: file, columns: Dictionary(uniqueKeysWithValues: zip(fields, 0...)), lines: builder.lines,
      bytes: builder.bytes, spans: builder.spans, width: fields.count)
  }

  /// Whether one row's text stands before another's, field by field in the order of the fields' names; nil when the
  /// rows hold the same text.
  func textPrecedes(_ a: Int, _ b: Int) -> Bool? {
    for field in columns.keys.sorted(by: { $0.description < $1.description }) {
      let (x, y) = (text(field, row: a) ?? "", text(field, row: b) ?? "")
      if x != y { return x < y }
    }
    return nil
  }

  /// The table with more columns at its end: for each field, a cell for each row, nil for a blank.
  ///
  /// A field that the table has already takes the new cells.
  public func adding(_ added: [(field: Field, cells: [String?])]) -> RawTable {
    guard !added.isEmpty else { return self }
    let wider = width + added.count
    var (bytes, widened) = (bytes, [Span]())
    widened.reserveCapacity(rowCount * wider)
    for row in 0..<rowCount {
      widened += spans[row * width..<(row + 1) * width]
      for column in added {
        let start = bytes.count
        if let cell = column.cells[row] { bytes.append(contentsOf: cell.utf8) }
        widened.append(Span(start: UInt32(start), length: UInt32(bytes.count - start)))
      }
    }
    let places = zip(added.map(\.field), width...)
    return RawTable(
      name, file: file, columns: columns.merging(places) { _, new in new }, lines: lines, bytes: bytes, spans: widened,
      width: wider)
  }

  /// A table with no rows and no columns, as of a table that was not submitted.
  public static func absent(_ name: TableName) -> RawTable {
    RawTable(name, file: "", fields: [], builder: RawTableBuilder())
  }

  /// How many rows the table has.
  public var rowCount: Int { lines.count }

  /// Whether the table was submitted, with rows or without.
  public var isSubmitted: Bool { !columns.isEmpty }

  /// Whether the file has a column for the field.
  public func has(_ field: Field) -> Bool { columns[field] != nil }

  /// The text of a cell as submitted; nil when it is blank or the file has no such column.
  public func text(_ field: Field, row: Int) -> String? {
    guard let column = columns[field] else { return nil }
    let span = spans[row * width + column]
    guard span.length > 0 else { return nil }
    return String(decoding: bytes[Int(span.start)..<Int(span.start + span.length)], as: UTF8.self)
  }
}

/// Makes a ``RawTable`` row by row, for sources that are not delimited text.
public struct RawTableBuilder: Sendable {
  var bytes: [UInt8] = []
  var spans: [RawTable.Span] = []
  var lines: [Int32] = []

  /// A builder with no rows.
  public init() {}

  /// Adds a row of cells, nil for a blank, that stands on this line of its source.
  public mutating func append(_ cells: [String?], line: Int) {
    for cell in cells {
      let start = bytes.count
      if let cell { bytes.append(contentsOf: cell.utf8) }
      spans.append(RawTable.Span(start: UInt32(start), length: UInt32(bytes.count - start)))
    }
    lines.append(Int32(clamping: line))
  }

  /// The table of the rows added, whose cells stand in the order of these fields.
  public func table(_ name: TableName, file: String, fields: [Field]) -> RawTable {
    RawTable(name, file: file, fields: fields, builder: self)
  }
}
