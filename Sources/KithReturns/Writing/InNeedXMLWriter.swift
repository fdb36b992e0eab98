/// A CIN Census in its XML layout.
public struct InNeedXMLDocument: Sendable {
  /// The document.
  public let xml: String

  /// The document of a return's tables: the children in the order of their table, and in each its rows in theirs.
  ///
  /// A review conference is written as a block of its own. A blank cell has no element.
  public init(_ tables: [TableName: RawTable]) {
    let writer = InNeedXMLWriter(InNeedHierarchy(tables).tables)
    xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n" + writer.text(of: InNeedXML.message, in: [], indent: 0)
  }
}

private struct InNeedXMLWriter {
  private let tables: [TableName: RawTable]
  /// The rows of each table by the row in which they stand.
  private let rows: [TableName: [Int: [Int]]]

  /// A row in which others stand.
  typealias Place = (table: TableName, row: Int)

  init(_ tables: [TableName: RawTable]) {
    self.tables = tables
    rows = tables.mapValues { table in
      Dictionary(grouping: 0..<table.rowCount) { table.parents.isEmpty ? 0 : Int(table.parents[$0]) }
    }
  }

  /// An element, as often as it stands in the innermost of these rows.
  func text(of element: InNeedElement, in places: [Place], indent: Int) -> String {
    switch element.kind {
    case .group:
      let text = block(element, in: places, indent)
      return places.isEmpty || !text.hasSuffix("/>\n") || text.utf8.count(where: { $0 == 0x0A }) > 1 ? text : ""
    case .child:
      return (0..<(tables[.childIdentifiers]?.rowCount ?? 0)).map { child in
        block(element, in: places + [(.childIdentifiers, child)], indent)
      }.joined()
    case .row(.childIdentifiers): return block(element, in: places, indent)
    case .row(let table):
      return standing(in: places, table).map { block(element, in: places + [(table, $0)], indent) }.joined()
    case .field(_, let field):
      guard let place = places.last else { return "" }
      return cell(element.name, tables[place.table]?.text(field, row: place.row), indent)
    case .item(let table, let field):
      if places.last?.table == table, let row = places.last?.row {
        return cell(element.name, tables[table]?.text(field, row: row), indent)
      }
      return standing(in: places, table).map { cell(element.name, tables[table]?.text(field, row: $0), indent) }
        .joined()
    case .items(let table):
      return standing(in: places, table).map { block(element, in: places + [(table, $0)], indent) }.joined()
    }
  }

  /// The rows of a table that stand in one of these, or all of a table whose rows stand in none.
  private func standing(in places: [Place], _ table: TableName) -> [Int] {
    guard let parent = InNeedSchema.parent(of: table) else { return rows[table]?[0] ?? [] }
    return places.last { $0.table == parent }.flatMap { rows[table]?[$0.row] } ?? []
  }

  private func block(_ element: InNeedElement, in places: [Place], _ indent: Int) -> String {
    let space = String(repeating: " ", count: indent)
    let inner = element.elements.map { text(of: $0, in: places, indent: indent + 2) }.joined()
    return inner.isEmpty
      ? "\(space)<\(element.name)/>\n" : "\(space)<\(element.name)>\n\(inner)\(space)</\(element.name)>\n"
  }

  private func cell(_ name: String, _ text: String?, _ indent: Int) -> String {
    text.map { "\(String(repeating: " ", count: indent))<\(name)>\(XMLText.escaped($0))</\(name)>\n" } ?? ""
  }
}
