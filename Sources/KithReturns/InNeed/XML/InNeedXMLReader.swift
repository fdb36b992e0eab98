import KithTables

/// Reads the tables of a CIN Census from its XML layout, a child at a time.
///
/// Nothing in the document stops it but XML that is not well formed. Both layouts of reviews are read: many blocks with
/// a day each, and one block with many days.
struct InNeedXMLReader {
  private let events: XMLEvents
  private var tables: InNeedTablesBuilder
  private var faults: InNeedXMLFaults
  private var open: [OpenElement] = []
  private var depthLeftAside = 0
  private var text: String?

  /// An element that has begun and not ended.
  private struct OpenElement {
    let element: InNeedElement
    let line: Int
    /// The place among the layout's elements of the furthest that began in it.
    var furthest = -1
    /// Which of them began, a bit each.
    var seen: UInt64 = 0
  }

  /// The tables of a document, and the faults of its text.
  static func read(_ bytes: [UInt8], file: String) throws(ReadError) -> ([TableName: RawTable], [ReadingProblem]) {
    var reader = InNeedXMLReader(events: try XMLEvents(bytes, file: file), file: file)
    while let event = try reader.events.next() {
      switch event {
      case .start(let name): reader.start(name)
      case .text(let text): reader.add(text)
      case .end: reader.end()
      }
    }
    return (reader.tables.tables, reader.faults.problems)
  }

  private init(events: XMLEvents, file: String) {
    self.events = events
    tables = InNeedTablesBuilder(file: file)
    faults = InNeedXMLFaults(file: file)
  }

  private mutating func add(_ more: String) {
    if depthLeftAside == 0 { text? += more }
  }

  private mutating func start(_ name: String) {
    guard depthLeftAside == 0 else { return depthLeftAside += 1 }
    guard let holder = open.indices.last else {
      // What stands around the return, as an envelope may, is none of its elements.
      if name == InNeedXML.root {
        open.append(OpenElement(element: InNeedXML.message, line: events.line))
      }
      return
    }
    let elements = open[holder].element.elements
    guard let place = elements.firstIndex(where: { $0.name == name }) else {
      faults.add(.unknownElement, tables.current, events.line, path(to: name), once: true)
      return depthLeftAside = 1
    }
    let element = elements[place]
    if open[holder].seen & 1 << UInt64(place) != 0, !element.repeats {
      faults.add(.repeatedElement, tables.current, events.line, path(to: name))
      return depthLeftAside = 1
    }
    if place < open[holder].furthest {
      faults.add(.wrongOrder, tables.current, events.line, path(to: name), once: true)
    }
    open[holder].furthest = max(place, open[holder].furthest)
    open[holder].seen |= 1 << UInt64(place)
    begin(element)
  }

  private mutating func begin(_ element: InNeedElement) {
    open.append(OpenElement(element: element, line: events.line))
    switch element.kind {
    case .group, .items: break
    case .child: tables.beginChild()
    case .row: tables.beginRow(element.table, line: events.line)
    case .field: text = ""
    case .item:
      tables.beginRow(element.table, line: events.line)
      text = ""
    }
  }

  /// The path of an element in the innermost that is open.
  private func path(to name: String) -> String {
    (open.map(\.element.name) + [name]).joined(separator: "/")
  }

  private mutating func end() {
    guard depthLeftAside == 0 else { return depthLeftAside -= 1 }
    guard let ended = open.popLast() else { return }
    switch ended.element.kind {
    case .group: break
    case .child: endChild(ended)
    case .row(let table): end(rowOf: table, ended)
    case .field(_, let field): set(field, ended.element)
    case .item(_, let field):
      set(field, ended.element)
      tables.endRow()
    case .items where ended.seen == 0:
      tables.beginRow(ended.element.table, line: ended.line)
      tables.endRow()
    case .items: break
    }
    if open.isEmpty, tables.isWithoutHeader {
      faults.add(.missingElement, .censusHeader, ended.line, ended.element.name + "/Header")
    }
  }

  private mutating func set(_ field: Field, _ element: InNeedElement) {
    defer { text = nil }
    guard let text, let first = text.utf8.first, let last = text.utf8.last else { return }
    if first <= 0x20 || last <= 0x20 { add(.whiteSpace, field, element, once: true) }
    if element.isDay, !text.isCensusDay { add(.unreadableDate, field, element) }
    tables.set(element.column, text)
  }

  private mutating func add(
    _ kind: ReadingProblem.Kind, _ field: Field, _ element: InNeedElement, once: Bool = false
  ) {
    faults.add(
      kind, tables.current, events.line, path(to: element.name), row: tables.currentRow, field: field, once: once)
  }

  private mutating func end(rowOf table: TableName, _ ended: OpenElement) {
    if table == .childIdentifiers, tables.isWithoutIdentifier {
      let path = path(to: ended.element.name) + "/" + Field.childIdentifier.description
      faults.add(.missingElement, table, ended.line, path, row: tables.currentRow)
    }
    tables.endRow()
  }

  private mutating func endChild(_ ended: OpenElement) {
    for element in ended.element.elements {
      guard case .row(let table) = element.kind, !element.repeats, tables.childLacks(element.table) else { continue }
      faults.add(.missingElement, table, ended.line, path(to: ended.element.name) + "/" + element.name)
      tables.beginRow(element.table, line: ended.line)
      tables.endRow()
    }
    tables.endChild()
  }
}

extension String {
  /// Whether the text is a day as the XML layout writes it, or white space.
  fileprivate var isCensusDay: Bool {
    var copy = self
    return copy.withUTF8 { text in
      let trimmed = text.trimmed
      return trimmed.isEmpty || Day(isoText: trimmed) != nil
    }
  }
}

/// The faults of a document's text, each that would flood a report kept once.
struct InNeedXMLFaults {
  private(set) var problems: [ReadingProblem] = []
  private let file: String
  private var seen: Set<String> = []

  init(file: String) { self.file = file }

  /// Adds a fault of an element; `once` keeps only the first of its kind and path.
  mutating func add(
    _ kind: ReadingProblem.Kind, _ table: TableName, _ line: Int, _ path: String, row: Int? = nil, field: Field? = nil,
    once: Bool = false
  ) {
    if once, !seen.insert("\(kind.rawValue) \(path)").inserted { return }
    let name = path.split(separator: "/").last.map(String.init) ?? path
    problems.append(
      ReadingProblem(
        kind: kind, table: table, isLastYear: false, file: file, line: line, row: row, field: field ?? Field(name),
        path: path))
  }
}
