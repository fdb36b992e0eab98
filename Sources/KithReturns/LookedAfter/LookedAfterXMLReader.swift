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
  /// The open elements that each make a row: one, but where a row stands in another by mistake.
  private var rows: [(table: TableName, element: String, row: Row)] = []
  private var pending: [(table: TableName, row: Row)] = []
  private var field: (element: String, text: String)?
  private var size = 0

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
      case .start(let name): try start(name)
      case .text(let text): field?.text += text
      case .end(let name): try end(name)
      }
    }
    try endWhatIsOpen()
  }

  private mutating func start(_ name: String) throws(ReadError) {
    switch name {
    case LookedAfterXML.root, LookedAfterXML.header: break
    case LookedAfterXML.child:
      try endWhatIsOpen()
      child = Row(line: events.line)
    default:
      if let table = LookedAfterXML.rowElements[name] {
        if let outer = rows.last { note(.unknownElement, outer.table, Field(name)) }
        rows.append((table, name, Row(line: events.line)))
      } else {
        field = (name, "")
      }
    }
  }

  private mutating func end(_ name: String) throws(ReadError) {
    if let open = field, open.element == name {
      field = nil
      set(LookedAfterXML.field(ofElement: name), open.text)
    } else if let open = rows.last, open.element == name {
      pending.append((open.table, open.row))
      rows.removeLast()
    } else if name == LookedAfterXML.child {
      try endChild()
    }
  }

  private mutating func set(_ field: Field, _ text: String) {
    let table = rows.last?.table ?? .headers
    let isKnown =
      LookedAfterXML.fields(of: table).contains(field)
      || rows.isEmpty && LookedAfterXML.headerTables.contains { $0.fields.contains(field) }
    guard isKnown else {
      note(.unknownElement, table, field)
      return
    }
    guard !text.isEmpty else { return }
    if (rows.last?.row ?? child).values[field] != nil { return note(.repeatedElement, table, field) }
    if rows.isEmpty { child.values[field] = text } else { rows[rows.count - 1].row.values[field] = text }
  }

  private mutating func note(_ kind: ReadingProblem.Kind, _ table: TableName, _ field: Field) {
    problems.append(
      ReadingProblem(
        kind: kind, table: table, isLastYear: false, file: file, line: events.line, row: nil, field: field,
        path: nil))
  }

  private mutating func endChild() throws(ReadError) {
    try append(child, to: .headers)
    for (table, fields) in LookedAfterXML.headerTables where fields.contains(where: { child.values[$0] != nil }) {
      try append(child, to: table)
    }
    try endRows()
    child = Row(line: events.line)
  }

  /// Keeps what stands outside a child's element, as far as it is a row.
  private mutating func endWhatIsOpen() throws(ReadError) {
    if child.values.isEmpty { try endRows() } else { try endChild() }
  }

  private mutating func endRows() throws(ReadError) {
    for (table, var row) in pending {
      for field in [Field.child, .dateOfBirth, .sex] { row.values[field] = child.values[field] }
      try append(row, to: table)
    }
    pending = []
  }

  /// Adds a row. A child's own fields are written in each of the child's rows, so a small file can ask for much.
  private mutating func append(_ row: Row, to table: TableName) throws(ReadError) {
    let cells = LookedAfterXML.fields(of: table).map { row.values[$0] }
    size += cells.reduce(0) { $0 + ($1?.utf8.count ?? 0) }
    guard size <= FileContents.largestSize else { throw ReadError(.tooLarge, file) }
    builders[table, default: .init()].append(cells, line: row.line)
  }
}
