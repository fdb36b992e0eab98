/// Reads the tables of a return from the XML layout.
struct LookedAfterXMLReader {
  private let events: XMLEvents
  private let file: String
  private var builders: [TableName: RawTableBuilder] = [:]
  private var problems: [ReadingProblem] = []

  /// The row that an open element is making.
  private struct Row {
    let line: Int
    var values: [Field: String] = [:]
  }

  private var child = Row(line: 0)
  private var row: (table: TableName, element: String, row: Row)?
  private var pending: [(table: TableName, row: Row)] = []
  private var field: (element: String, text: String)?

  /// The tables of a document, and the faults of its text.
  static func read(_ bytes: [UInt8], file: String) throws(ReadError) -> ([TableName: RawTable], [ReadingProblem]) {
    var reader = try LookedAfterXMLReader(bytes, file: file)
    try reader.read()
    let tables = LookedAfterXML.tables.map { table in
      (table, (reader.builders[table] ?? .init()).table(table, file: file, fields: LookedAfterXML.fields(of: table)))
    }
    return (Dictionary(uniqueKeysWithValues: tables), reader.problems)
  }

  private init(_ bytes: [UInt8], file: String) throws(ReadError) {
    events = try XMLEvents(bytes, file: file)
    self.file = file
  }

  private mutating func read() throws(ReadError) {
    while let event = try events.next() {
      switch event {
      case .start(let name): start(name)
      case .text(let text): field?.text += text
      case .end(let name): end(name)
      }
    }
  }

  private mutating func start(_ name: String) {
    switch name {
    case LookedAfterXML.root, LookedAfterXML.header: break
    case LookedAfterXML.child: child = Row(line: events.line)
    default:
      if let table = LookedAfterXML.rowElements[name], row == nil {
        row = (table, name, Row(line: events.line))
      } else {
        field = (name, "")
      }
    }
  }

  private mutating func end(_ name: String) {
    if let open = field, open.element == name {
      field = nil
      set(LookedAfterXML.field(ofElement: name), open.text)
    } else if let open = row, open.element == name {
      pending.append((open.table, open.row))
      row = nil
    } else if name == LookedAfterXML.child {
      endChild()
    }
  }

  private mutating func set(_ field: Field, _ text: String) {
    let table = row?.table ?? .headers
    let isKnown =
      LookedAfterXML.fields(of: table).contains(field)
      || row == nil && LookedAfterXML.headerTables.contains { $0.fields.contains(field) }
    guard isKnown else {
      problems.append(
        ReadingProblem(
          kind: .unknownElement, table: table, isLastYear: false, file: file, line: events.line, row: nil, field: field,
          path: nil)
      )
      return
    }
    guard !text.isEmpty else { return }
    if row != nil { row?.row.values[field] = text } else { child.values[field] = text }
  }

  private mutating func endChild() {
    append(child, to: .headers)
    for (table, fields) in LookedAfterXML.headerTables where fields.contains(where: { child.values[$0] != nil }) {
      append(child, to: table)
    }
    for (table, var row) in pending {
      for field in [Field.child, .dateOfBirth, .sex] { row.values[field] = child.values[field] }
      append(row, to: table)
    }
    pending = []
  }

  private mutating func append(_ row: Row, to table: TableName) {
    builders[table, default: .init()].append(
      LookedAfterXML.fields(of: table).map { row.values[$0] }, line: row.line)
  }
}
