import KithExtracts
import KithReturns
import KithTables

/// One line of what happened to a child: times in need, plans, enquiries, care, legal statuses and placements.
struct ChildTimeline: Sendable {
  /// A time, or a day, of one kind.
  struct Part: Sendable {
    let kind: String
    let start: Day
    /// The day on which it ended; nil while it goes on.
    let end: Day?
    let words: String
    /// Whether a finding is of the row.
    let isFault: Bool
  }

  /// The kinds, in the order in which they are shown.
  static let kinds = [
    "Episodes of need", "Assessments", "Section 47 enquiries", "Child in need plans", "Child protection plans",
    "Periods of care", "Legal status", "Placements", "Missing",
  ]

  /// The parts, kind by kind and in the order of their days.
  let parts: [Part]

  /// What these tables say of a child; `isFault` tells whether a finding is of a row.
  init(_ tables: [ChildTable], isFault: (ChildTable, ChildTable.Row) -> Bool) {
    var found: [Part] = []
    for table in tables {
      let rows = Self.distinct(table.rows)
      let marks = rows.map { isFault(table, $0) }
      switch table.table {
      case .episodes: found += Self.care(rows, marks)
      default:
        guard let shape = Self.shapes[table.table] else { continue }
        found += zip(rows, marks).compactMap { row, mark in shape.part(row, isFault: mark) }
      }
    }
    let order = Dictionary(uniqueKeysWithValues: zip(Self.kinds, 0...))
    parts = found.sorted { (order[$0.kind] ?? 0, $0.start) < (order[$1.kind] ?? 0, $1.start) }
  }

  /// The rows of both years without last year's of a day that this year has too.
  private static func distinct(_ rows: [ChildTable.Row]) -> [ChildTable.Row] {
    let now = Set(rows.filter { !$0.isLastYear }.map(\.key))
    return rows.filter { !$0.isLastYear || $0.key.isEmpty || !now.contains($0.key) }
  }

  /// How a table's rows are times.
  private struct Shape {
    let kind: String
    let start: Field
    let end: Field?
    let code: Field?
    let labels: String?

    func part(_ row: ChildTable.Row, isFault: Bool) -> Part? {
      guard let start = row.day(start) else { return nil }
      let end = end.flatMap(row.day)
      return Part(
        kind: kind, start: start, end: self.end == nil ? start : end,
        words: code.map { ChildTimeline.words(row.cells[$0] ?? "", labels) } ?? "", isFault: isFault)
    }
  }

  private static let shapes: [TableName: Shape] = [
    .cinDetails: Shape(
      kind: "Episodes of need", start: .referred, end: .closed, code: .primaryNeed, labels: "PrimaryNeed"),
    .assessments: Shape(
      kind: "Assessments", start: .assessmentStart, end: .assessmentAuthorised, code: nil, labels: nil),
    .section47s: Shape(kind: "Section 47 enquiries", start: .enquiryStart, end: nil, code: nil, labels: nil),
    .cinPlans: Shape(kind: "Child in need plans", start: .planStart, end: .planEnd, code: nil, labels: nil),
    .childProtectionPlans: Shape(
      kind: "Child protection plans", start: .protectionStart, end: .protectionEnd, code: .latestAbuse,
      labels: "CategoryOfAbuse"),
    .absences: Shape(kind: "Missing", start: .missingStart, end: .missingEnd, code: .absence, labels: nil),
  ]

  /// A code and, where the list has them, its words.
  static func words(_ code: String, _ list: String?) -> String {
    guard !code.isEmpty, let words = list.flatMap({ lists[$0]?.words(code) }) else { return code }
    return "\(code): \(words)"
  }

  private static let lists = Dictionary(
    uniqueKeysWithValues: ["PrimaryNeed", "CategoryOfAbuse", "LegalStatus", "PlacementType", "EndReason"].map {
      ($0, ValueLabels($0))
    })
}

extension ChildTimeline {
  /// The periods of care, legal statuses and placements that episodes of care make.
  private static func care(_ rows: [ChildTable.Row], _ marks: [Bool]) -> [Part] {
    let episodes = zip(rows, marks).compactMap { row, mark in
      row.day(.start).map { (row: row, start: $0, end: row.day(.end), mark: mark) }
    }
    .sorted { $0.start < $1.start }
    var parts: [Part] = []
    for (kind, field, list) in [
      ("Periods of care", nil, nil), ("Legal status", Field.legalStatus, "LegalStatus"),
      ("Placements", Field.placement, "PlacementType"),
    ] as [(String, Field?, String?)] {
      var runs: [Part] = []
      for episode in episodes {
        let words = field.map { Self.words(episode.row.cells[$0] ?? "", list) } ?? ""
        let isMove = kind == "Placements" && episode.row.cells[.startReason] != "L"
        if let last = runs.last, last.end == episode.start, last.words == words, !isMove {
          runs[runs.count - 1] = Part(
            kind: kind, start: last.start, end: episode.end, words: words, isFault: last.isFault || episode.mark)
        } else {
          runs.append(Part(kind: kind, start: episode.start, end: episode.end, words: words, isFault: episode.mark))
        }
      }
      parts += runs
    }
    return parts
  }
}

extension ChildTable.Row {
  /// The day that a cell holds; nil where it holds none that can be read.
  func day(_ field: Field) -> Day? { cells[field].flatMap { Day(censusText: $0) } }
}
