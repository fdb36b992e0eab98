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
  /// The row of another table in which each row stands, where the layout shows it; empty for flat tables.
  public private(set) var parents: [Int32]
  /// The path of the element that a row is in an XML layout; nil for flat tables.
  public let elementPath: String?
  /// Whether the table was submitted, with rows or without.
  public let isSubmitted: Bool
  /// The fields in the order of their names.
  private let sortedFields: [(Field, Int)]

  let bytes: [UInt8]
  let spans: [Span]
  let width: Int

  /// Where a cell's bytes stand.
  struct Span: Sendable {
    let start: UInt32
    let length: UInt32
  }

  private init(
    _ name: TableName, file: String, columns: [Field: Int], lines: [Int32], bytes: [UInt8], spans: [Span], width: Int,
    parents: [Int32] = [], elementPath: String? = nil, isSubmitted: Bool
  ) {
    self.name = name
    self.file = file
    self.columns = columns
    self.lines = lines
    self.bytes = bytes
    self.spans = spans
    self.width = width
    self.parents = parents
    self.elementPath = elementPath
    self.isSubmitted = isSubmitted
    sortedFields = columns.map { ($0, $1) }.sorted { $0.0.description < $1.0.description }
  }

  init(_ name: TableName, file: String, columns: [Field: Int], text: DelimitedText) {
    self.init(
      name, file: file, columns: columns, lines: text.lines, bytes: text.bytes, spans: text.spans,
      width: text.header.count, isSubmitted: !columns.isEmpty)
  }

  init(
    _ name: TableName, file: String, fields: [Field], builder: RawTableBuilder, elementPath: String?, isSubmitted: Bool
  ) {
    self.init(
      name, file: file, columns: Dictionary(uniqueKeysWithValues: zip(fields, 0...)), lines: builder.lines,
      bytes: builder.bytes, spans: builder.spans, width: fields.count, parents: builder.parents,
      elementPath: elementPath, isSubmitted: isSubmitted)
  }

  /// Whether one row's text stands before another's, field by field in the order of the fields' names; nil when the
  /// rows hold the same text.
  func textPrecedes(_ a: Int, _ b: Int) -> Bool? {
    for (_, column) in sortedFields {
      let (x, y) = (text(inColumn: column, row: a) ?? "", text(inColumn: column, row: b) ?? "")
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
      width: wider, parents: parents, elementPath: elementPath, isSubmitted: isSubmitted)
  }

  /// The table with the row of another table in which each row stands.
  func standing(in parents: [Int32]) -> RawTable {
    var table = self
    table.parents = parents
    return table
  }

  /// The path of a field's element in an XML layout; nil for flat tables.
  public func path(of field: Field?) -> String? {
    elementPath.map { path in field.flatMap { InNeedXML.paths[name]?[$0] } ?? path }
  }

  /// A table with no rows and no columns, as of a table that was not submitted.
  public static func absent(_ name: TableName) -> RawTable {
    RawTableBuilder().table(name, file: "", fields: [])
  }

  /// How many rows the table has.
  public var rowCount: Int { lines.count }

  /// The line of a row, from 1; nil for a row that no line of the file is.
  public func line(ofRow row: Int) -> Int? { lines[row] > 0 ? Int(lines[row]) : nil }

  /// Whether the file has a column for the field.
  public func has(_ field: Field) -> Bool { columns[field] != nil }

  /// The text of a cell as submitted; nil when it is blank or the file has no such column.
  public func text(_ field: Field, row: Int) -> String? {
    columns[field].flatMap { text(inColumn: $0, row: row) }
  }

  private func text(inColumn column: Int, row: Int) -> String? {
    let bytes = bytes(inColumn: column, row: row)
    return bytes.isEmpty ? nil : String(decoding: bytes, as: UTF8.self)
  }

  /// The bytes of a cell in UTF-8; none for a blank.
  func bytes(inColumn column: Int, row: Int) -> ArraySlice<UInt8> {
    let span = spans[row * width + column]
    return bytes[Int(span.start)..<Int(span.start) + Int(span.length)]
  }
}

/// Makes a ``RawTable`` row by row, for sources that are not delimited text.
public struct RawTableBuilder: Sendable {
  var bytes: [UInt8] = []
  var spans: [RawTable.Span] = []
  var lines: [Int32] = []
  var parents: [Int32] = []

  /// A builder with no rows.
  public init() {}

  /// How many rows were added.
  public var rowCount: Int { lines.count }

  /// Adds a row of cells, nil for a blank, that stands on this line of its source and, where rows stand in those of
  /// another table, in this row of it.
  public mutating func append(_ cells: [String?], line: Int, in parent: Int? = nil) {
    if let parent { parents.append(Int32(parent)) }
    for cell in cells {
      let start = bytes.count
      if let cell { bytes.append(contentsOf: cell.utf8) }
      spans.append(RawTable.Span(start: UInt32(start), length: UInt32(bytes.count - start)))
    }
    lines.append(Int32(clamping: line))
  }

  /// The table of the rows added, whose cells stand in the order of these fields.
  ///
  /// `elementPath` is that of a row in an XML layout; a table that was not submitted may still hold rows, made for those
  /// of other tables to stand in.
  public func table(
    _ name: TableName, file: String, fields: [Field], elementPath: String? = nil, isSubmitted: Bool? = nil
  ) -> RawTable {
    RawTable(
      name, file: file, fields: fields, builder: self, elementPath: elementPath,
      isSubmitted: isSubmitted ?? !fields.isEmpty)
  }
}
