import KithReports
import KithReturns
import KithRules
import KithTables

/// All that a return holds of one child: findings, the timeline, and the rows of this year beside last year's.
struct CheckChildPage: Page {
  static let template = "check-child"
  static let part = SitePart.check

  /// A finding on the child.
  struct Finding: Sendable {
    let code: String
    let ruleAddress: String
    let table: String
    let fields: String
    let message: String
    let fix: String
    let note: String
    let noteAddress: String
  }

  /// A line of the timeline's table.
  struct Event: Sendable {
    let kind: String
    let from: String
    let to: String
    let words: String
    let isFault: Bool
  }

  /// A cell of a row.
  struct Cell: Sendable {
    let text: String
    let isFault: Bool
    let isChanged: Bool
  }

  /// A row of this year or of last.
  struct Row: Sendable {
    let year: String
    let line: String
    let cells: [Cell]
  }

  /// The child's rows of one table.
  struct Table: Sendable {
    let heading: String
    let headings: [String]
    let rows: [Row]
  }

  let title: String
  let subject: String
  let address: String
  let findings: [Finding]
  let hasFindings: Bool
  let drawing: String
  let events: [Event]
  let hasEvents: Bool
  let tables: [Table]
  let earlierChild: String?
  let laterChild: String?
  let reason: String
}

extension CheckChildPage {
  init(_ child: String, _ check: CheckedReturn, reason: String) {
    let base = "/check/\(check.id)"
    let faults = ChildFaults(child, check)
    let tables = check.parts.flatMap { part in part.tables(child).map { (part.name, $0) } }
    let timeline = ChildTimeline(tables.map(\.1)) { table, row in faults.isOf(table.table, row) }
    title = "Child \(child)"
    subject = check.title
    address = base
    findings = faults.findings.map { part, place in Finding(part.lines[place], part, place, base) }
    hasFindings = !findings.isEmpty
    drawing = Day(31, 3, check.owner.year).map { TimelineDrawing(timeline, until: $0).svg } ?? ""
    events = timeline.parts.map(Event.init)
    hasEvents = !events.isEmpty
    self.tables = tables.map { part, table in Table(table, of: part, faults) }
    let order = check.childrenWithFindings.map(\.child)
    let place = order.firstIndex(of: child)
    let link = { (place: Int) in
      order.indices.contains(place) ? check.handles.handle(order[place]).map { "\(base)/child/\($0)" } : nil
    }
    earlierChild = place.flatMap { link($0 - 1) }
    laterChild = place.flatMap { link($0 + 1) }
    self.reason = reason
  }
}

extension CheckChildPage.Finding {
  init(_ line: FindingLine, _ part: CheckedPart, _ place: Int, _ base: String) {
    code = line.rule
    ruleAddress = "\(base)/part/\(part.name)/rule/\(line.rule)"
    table = ScreenWords.table(line.table)
    fields = line.fields.joined(separator: ", ")
    message = line.message
    fix = line.fix
    note = line.note
    noteAddress = "\(base)/part/\(part.name)/note/\(place)"
  }
}

extension CheckChildPage.Event {
  init(_ part: ChildTimeline.Part) {
    kind = part.kind
    from = part.start.description
    to = part.end?.description ?? "goes on"
    words = part.words
    isFault = part.isFault
  }
}

extension CheckChildPage.Table {
  init(_ table: ChildTable, of part: String, _ faults: ChildFaults) {
    heading = ScreenWords.table(table.table.name)
    headings = ["Year", "Line"] + table.fields.map(\.description)
    rows = table.rows.enumerated().map { place, row in
      let before = row.isLastYear && place > 0 ? table.rows[place - 1] : nil
      let other = before.flatMap { $0.isLastYear || $0.key != row.key ? nil : $0 }
      let marked = faults.fields(of: table.table, row)
      return CheckChildPage.Row(
        year: row.isLastYear ? "last year" : "this year", line: row.line.map { "\($0)" } ?? "",
        cells: table.fields.map { field in
          let text = row.cells[field] ?? ""
          let isFault = marked.contains(field.description)
          return CheckChildPage.Cell(
            text: text.isEmpty && isFault ? "(blank)" : text, isFault: isFault,
            isChanged: other.map { $0.cells[field] ?? "" != text } ?? false)
        })
    }
  }
}

/// The findings on one child, and the cells that they mark.
struct ChildFaults {
  /// Each finding by its place in its part.
  let findings: [(part: CheckedPart, place: Int)]
  private let marked: [String: Set<String>]

  init(_ child: String, _ check: CheckedReturn) {
    findings = check.parts.flatMap { part in
      part.lines.indices.filter { part.lines[$0].child == child }.map { (part, $0) }
    }
    marked = findings.reduce(into: [:]) { marked, finding in
      let line = finding.part.lines[finding.place]
      guard let row = line.row else { return }
      marked[Self.key(line.table, row), default: []].formUnion(line.fields)
    }
  }

  /// The fields of a row that findings name; those of checks across returns name the collection before the table.
  func fields(of table: TableName, _ row: ChildTable.Row) -> Set<String> {
    let name = table.name + (row.isLastYear ? "_last" : "")
    let keys = [name] + CollectionKind.allCases.map { "\($0.rawValue.uppercased()) \(name)" }
    return keys.reduce(into: []) { $0.formUnion(marked[Self.key($1, row.position)] ?? []) }
  }

  /// Whether a finding is of a row.
  func isOf(_ table: TableName, _ row: ChildTable.Row) -> Bool { !fields(of: table, row).isEmpty }

  private static func key(_ table: String, _ row: Int) -> String { "\(table) \(row)" }
}
