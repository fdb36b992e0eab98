/// A CIN Census in its XML layout.
public struct InNeedXMLDocument: Sendable {
  /// The document in UTF-8.
  public let bytes: [UInt8]

  /// The document as text.
  public var xml: String { String(decoding: bytes, as: UTF8.self) }

  /// The document of a return's tables: the children in the order of their table, and in each its rows in theirs.
  ///
  /// A review conference is written as a block of its own. A blank cell has no element.
  public init(_ tables: [TableName: RawTable]) {
    var writer = InNeedXMLWriter(InNeedHierarchy(tables).tables)
    writer.write(InNeedXMLPart(InNeedXML.message, indent: 0), in: nil)
    bytes = writer.bytes
  }
}

/// An element of the layout with its tags as they are written, indented.
private final class InNeedXMLPart {
  let element: InNeedElement
  let opening: [UInt8]
  let closing: [UInt8]
  let closingOfCell: [UInt8]
  let empty: [UInt8]
  let parts: [InNeedXMLPart]

  init(_ element: InNeedElement, indent: Int) {
    let space = String(repeating: " ", count: indent)
    self.element = element
    opening = Array("\(space)<\(element.name)>".utf8)
    closing = Array("\(space)</\(element.name)>\n".utf8)
    closingOfCell = Array("</\(element.name)>\n".utf8)
    empty = Array("\(space)<\(element.name)/>\n".utf8)
    parts = element.elements.map { InNeedXMLPart($0, indent: indent + 2) }
  }
}

/// A table's cells by the places of its schema's fields, and its rows by the row of the table above in which they stand.
private struct InNeedXMLTable {
  let table: RawTable
  let parent: Int?
  private let columns: [Int?]
  private let order: [Int]
  private let starts: [Int]

  init(_ table: RawTable, _ schema: TableSchema) {
    self.table = table
    parent = InNeedSchema.parent(of: schema.name).flatMap { name in InNeedSchema.tables.firstIndex { $0.name == name } }
    columns = schema.fields.map { table.columns[$0] }
    let parents = table.parents.isEmpty ? Array(repeating: 0, count: table.rowCount) : table.parents.map { Int($0) }
    var starts = Array(repeating: 0, count: (parents.max() ?? -1) + 2)
    for parent in parents { starts[parent + 1] += 1 }
    for place in starts.indices.dropFirst() { starts[place] += starts[place - 1] }
    var next = starts
    var order = Array(repeating: 0, count: parents.count)
    for (row, parent) in parents.enumerated() {
      order[next[parent]] = row
      next[parent] += 1
    }
    (self.order, self.starts) = (order, starts)
  }

  /// The rows that stand in a row of the table above.
  func rows(in parent: Int) -> ArraySlice<Int> {
    parent + 1 < starts.count ? order[starts[parent]..<starts[parent + 1]] : []
  }

  /// The bytes of a cell; none for a blank.
  func cell(_ field: Int, row: Int) -> ArraySlice<UInt8> {
    columns[field].map { table.bytes(inColumn: $0, row: row) } ?? []
  }
}

private struct InNeedXMLWriter {
  private(set) var bytes = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  private let tables: [InNeedXMLTable]
  /// The row of each table in which the writer is; nil where it is in none.
  private var rows: [Int?]

  init(_ tables: [TableName: RawTable]) {
    self.tables = InNeedSchema.tables.map { InNeedXMLTable(tables[$0.name] ?? .absent($0.name), $0) }
    rows = Array(repeating: nil, count: self.tables.count)
  }

  /// Writes an element, as often as it stands in the innermost row, which is of this table.
  mutating func write(_ part: InNeedXMLPart, in innermost: Int?) {
    let table = part.element.table
    switch part.element.kind {
    case .group: writeBlock(part, in: innermost, isKeptWhenEmpty: innermost == nil)
    case .child: writeChildren(part)
    case .row(.childIdentifiers): writeBlock(part, in: innermost, isKeptWhenEmpty: true)
    case .row, .items: writeRows(part)
    case .field:
      if let innermost, let row = rows[innermost] { writeCell(part, of: innermost, row) }
    case .item:
      if innermost == table, let row = rows[table] { return writeCell(part, of: table, row) }
      for row in standing(table) { writeCell(part, of: table, row) }
    }
  }

  private mutating func writeChildren(_ part: InNeedXMLPart) {
    guard let table = InNeedSchema.tables.firstIndex(where: { $0.name == .childIdentifiers }) else { return }
    for child in 0..<tables[table].table.rowCount { writeBlock(part, in: table, row: child) }
  }

  private mutating func writeRows(_ part: InNeedXMLPart) {
    let table = part.element.table
    for row in standing(table) { writeBlock(part, in: table, row: row) }
  }

  /// The rows of a table that stand in those in which the writer is, or all of a table whose rows stand in none.
  private func standing(_ table: Int) -> ArraySlice<Int> {
    guard let parent = tables[table].parent else { return tables[table].rows(in: 0) }
    return rows[parent].map(tables[table].rows(in:)) ?? []
  }

  private mutating func writeBlock(_ part: InNeedXMLPart, in table: Int, row: Int) {
    let outer = rows[table]
    rows[table] = row
    writeBlock(part, in: table, isKeptWhenEmpty: true)
    rows[table] = outer
  }

  private mutating func writeBlock(_ part: InNeedXMLPart, in innermost: Int?, isKeptWhenEmpty: Bool) {
    let start = bytes.count
    bytes += part.opening
    bytes.append(0x0A)
    let inner = bytes.count
    for part in part.parts { write(part, in: innermost) }
    guard bytes.count == inner else { return bytes += part.closing }
    bytes.removeLast(inner - start)
    if isKeptWhenEmpty { bytes += part.empty }
  }

  private mutating func writeCell(_ part: InNeedXMLPart, of table: Int, _ row: Int) {
    let cell = tables[table].cell(part.element.column, row: row)
    guard !cell.isEmpty else { return }
    bytes += part.opening
    XMLText.append(cell, to: &bytes)
    bytes += part.closingOfCell
  }
}
