/// A return in the SSDA903 XML layout, and what the layout could not hold.
public struct LookedAfterXMLDocument: Sendable {
  /// The document.
  public let xml: String
  /// What was left out, a sentence each.
  public let leftOut: [String]

  /// The document of a return's tables, child by child in the order of the headers and then of the other tables.
  ///
  /// The layout has no place for social workers and deprivation of liberty orders, nor for a second header, care
  /// leaver's or adoption row of a child, nor for a date of birth outside the header.
  public init(_ tables: [TableName: RawTable]) {
    var writer = LookedAfterXMLWriter(tables)
    writer.write()
    xml = writer.xml
    leftOut = writer.leftOut
  }
}

private struct LookedAfterXMLWriter {
  private let tables: [TableName: RawTable]
  private let rows: [TableName: [String: [Int]]]
  private let children: [String]
  private(set) var xml = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
  private(set) var leftOut: [String] = []

  private static let headerFields: [Field] = [.child, .upn, .sex, .dateOfBirth, .ethnicity]
  private static let motherFields: [Field] = [.mother, .firstChildBorn]
  private static let nested: [(element: String, table: TableName)] = [
    ("AMISSING", .absences), ("AD_PLACED", .placedForAdoption), ("PERMANENCE", .previousPermanence), ("OC2", .oc2s),
  ]

  init(_ tables: [TableName: RawTable]) {
    self.tables = tables
    var rows: [TableName: [String: [Int]]] = [:]
    var children: [String] = []
    var seen: Set<String> = []
    for name in LookedAfterXML.tables {
      guard let table = tables[name] else { continue }
      for row in 0..<table.rowCount {
        let child = table.text(.child, row: row) ?? ""
        rows[name, default: [:]][child, default: []].append(row)
        if seen.insert(child).inserted { children.append(child) }
      }
    }
    (self.rows, self.children) = (rows, children)
  }

  mutating func write() {
    xml += "<\(LookedAfterXML.root)>\n"
    for child in children { write(child) }
    xml += "</\(LookedAfterXML.root)>\n"
    for name in [TableName.socialWorkers, .deprivationsOfLiberty] {
      guard let table = tables[name], table.rowCount > 0 else { continue }
      leftOut.append("The layout has no place for \(name): \(table.rowCount) rows were left out.")
    }
    for name in [TableName.headers, .uascs, .oc3s, .ad1s] {
      let more = (rows[name] ?? [:]).values.reduce(0) { $0 + $1.count - 1 }
      if more > 0 { leftOut.append("The layout holds one row of \(name) for a child: \(more) rows were left out.") }
    }
  }

  private mutating func write(_ child: String) {
    let header = rows[.headers]?[child]?.first
    xml += "  <CHILD>\n    <HEADER>\n"
    put(Self.headerFields, .headers, header, child: child)
    writeUASC(child, header)
    writeRows("AREVIEW", .reviews, child, indent: 6)
    put(Self.motherFields, .headers, header, child: child)
    for (table, fields) in LookedAfterXML.headerTables.dropFirst() {
      if let row = rows[table]?[child]?.first { put(fields, table, row, child: child) }
    }
    for (element, table) in Self.nested { writeRows(element, table, child, indent: 6) }
    xml += "    </HEADER>\n"
    writeRows("EPISODE", .episodes, child, indent: 4)
    xml += "  </CHILD>\n"
  }

  private mutating func writeUASC(_ child: String, _ header: Int?) {
    let row = rows[.uascs]?[child]?.first
    let stated = header.flatMap { tables[.headers]?.text(.unaccompanied, row: $0) }
    let isStated = tables[.headers]?.has(.unaccompanied) == true
    put(.unaccompanied, isStated ? stated : row == nil ? "0" : "1", indent: 6)
    if let row, let ceased = tables[.uascs]?.text(.statusCeased, row: row) { put(.statusCeased, ceased, indent: 6) }
  }

  private mutating func put(_ fields: [Field], _ table: TableName, _ row: Int?, child: String) {
    for field in fields {
      put(field, field == .child ? child : row.flatMap { tables[table]?.text(field, row: $0) }, indent: 6)
    }
  }

  private mutating func writeRows(_ element: String, _ name: TableName, _ child: String, indent: Int) {
    guard let table = tables[name] else { return }
    let space = String(repeating: " ", count: indent)
    let fields = LookedAfterXML.fields(of: name).filter { ![.child, .dateOfBirth, .sex].contains($0) }
    for row in rows[name]?[child] ?? [] {
      xml += "\(space)<\(element)>\n"
      for field in fields { put(field, table.text(field, row: row), indent: indent + 2) }
      xml += "\(space)</\(element)>\n"
    }
  }

  private mutating func put(_ field: Field, _ text: String?, indent: Int) {
    let name = LookedAfterXML.element(of: field)
    let space = String(repeating: " ", count: indent)
    xml += text.map { "\(space)<\(name)>\(XMLText.escaped($0))</\(name)>\n" } ?? "\(space)<\(name)/>\n"
  }
}
