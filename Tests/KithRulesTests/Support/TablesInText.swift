import KithReturns
import Testing

@testable import KithRules

/// The tables of a return written as text, with a ✗ after each row that should fail.
///
/// A line without bars names the table that follows, as `Header` or `Episodes_last`; text that starts with a heading
/// is the table of the rule's own rows. A blank between bars is a blank cell. Where both returns are meant, a table's name
/// says its collection: `CIN CINdetails_last`, `SSDA903 Header`.
struct TablesInText {
  private(set) var tables: [TableName: RawTable] = [:]
  private(set) var lastYear: [TableName: RawTable] = [:]
  private(set) var marked: Set<FlaggedRow> = []

  init(_ text: String, firstTable: TableName) {
    var name = firstTable.description
    var lines: [String] = []
    for line in text.split(separator: "\n").map(String.init) + ["end"] {
      if line.contains("|") {
        lines.append(line)
      } else {
        if !lines.isEmpty { add(name, lines) }
        (name, lines) = (line.trimmed, [])
      }
    }
  }

  private mutating func add(_ name: String, _ lines: [String]) {
    let isLast = name.hasSuffix("_last")
    let table = TableName(inText: isLast ? String(name.dropLast(5)) : name)
    let fields = lines[0].cells.filter { !$0.isEmpty }.map { Field($0) }
    var builder = RawTableBuilder()
    for (row, line) in lines.dropFirst().enumerated() {
      var cells = line.cells
      if cells.last == "✗" {
        marked.insert(FlaggedRow(table: name, row: row))
        cells.removeLast()
      }
      builder.append(fields.indices.map { $0 < cells.count && !cells[$0].isEmpty ? cells[$0] : nil }, line: row + 2)
    }
    let raw = builder.table(table.inItsReturn, file: "\(name).csv", fields: fields)
    if isLast { lastYear[table] = raw } else { tables[table] = raw }
  }
}

extension TableName {
  /// The table with a name that may say its collection.
  fileprivate init(inText text: String) {
    let kind = CollectionKind.allCases.first { text.hasPrefix($0.rawValue.uppercased() + " ") }
    guard let kind else {
      self.init(text)
      return
    }
    self = TableName(String(text.dropFirst(kind.rawValue.count + 1))).of(kind)
  }
}

extension [TableName: RawTable] {
  /// The tables of a collection, as its own return names them.
  func ofReturn(_ kind: CollectionKind) -> [TableName: RawTable] {
    Dictionary(uniqueKeysWithValues: filter { $0.key.collection == kind }.map { ($0.key.inItsReturn, $0.value) })
  }
}

extension BothReturns {
  /// The returns of tables whose names say their collection.
  convenience init(year: Int, _ text: TablesInText) {
    func lastYear(_ kind: CollectionKind) -> [TableName: RawTable]? {
      let tables = text.lastYear.ofReturn(kind)
      return tables.isEmpty ? nil : tables
    }
    self.init(
      year: year,
      lookedAfter: .init(tables: text.tables.ofReturn(.lookedAfter), lastYear: lastYear(.lookedAfter)),
      inNeed: .init(tables: text.tables.ofReturn(.inNeed), lastYear: lastYear(.inNeed)))
  }
}

/// A row that a rule flags; a table of last year is named as `Episodes_last`.
struct FlaggedRow: Hashable, Comparable, CustomStringConvertible {
  let table: String
  let row: Int

  /// The row of a finding on the whole return.
  static let none = -1

  var description: String { "\(table)[\(row)]" }

  static func < (a: FlaggedRow, b: FlaggedRow) -> Bool { (a.table, a.row) < (b.table, b.row) }
}

extension Check {
  /// Every row that a rule's findings name, those that fail together included.
  func flaggedRows(ofRule place: Int) -> Set<FlaggedRow> {
    let findings = findings.filter { $0.rule == place }
    return Set(
      findings.flatMap { [$0.row] + $0.linked }.map {
        FlaggedRow(table: $0.table.description + ($0.isLastYear ? "_last" : ""), row: $0.row ?? FlaggedRow.none)
      })
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }

  fileprivate var cells: [String] { split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed } }
}

/// Expects that a rule of the SSDA903 return flags the rows that carry a mark, and no others.
func expect(
  _ code: String, year: Int = 2026, authority: String? = "E09000027", isXML: Bool = false,
  reference: LookedAfterReference = .none, _ text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  let all = try #require(LookedAfterRules.book(for: year), sourceLocation: sourceLocation)
  try await expect(code, of: all, text, sourceLocation: sourceLocation) { tables, lastYear in
    LookedAfterReturn(
      year: year, authority: authority, tables: tables, lastYear: lastYear, isXML: isXML, reference: reference)
  }
}

/// Expects that a rule of the CIN Census flags the rows that carry a mark, and no others; with `failsWhole`, that it
/// flags the return as a whole.
func expectInNeed(
  _ code: String, year: Int = 2026, failsWhole: Bool = false, _ text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  let all = try #require(InNeedRules.book(for: year), sourceLocation: sourceLocation)
  try await expect(code, of: all, text, failsWhole: failsWhole, sourceLocation: sourceLocation) { tables, lastYear in
    InNeedReturn(year: year, authority: nil, tables: tables, lastYear: lastYear)
  }
}

/// Expects that a rule across returns flags the rows that carry a mark, and no others; with `failsWhole`, that it flags
/// the returns as a whole.
func expectAcross(
  _ code: String, year: Int = 2026, failsWhole: Bool = false, _ text: String,
  sourceLocation: SourceLocation = #_sourceLocation
) async throws {
  let all = try #require(AcrossReturns.book(for: year), sourceLocation: sourceLocation)
  try await expect(code, of: all, text, failsWhole: failsWhole, sourceLocation: sourceLocation) {
    BothReturns(year: year, $0)
  }
}

private func expect<Collection: SubmittedReturn>(
  _ code: String, of all: RuleBook<Collection>, _ text: String, failsWhole: Bool = false,
  sourceLocation: SourceLocation, typed: ([TableName: RawTable], [TableName: RawTable]?) -> Collection
) async throws {
  try await expect(code, of: all, text, failsWhole: failsWhole, sourceLocation: sourceLocation) { text in
    typed(text.tables, text.lastYear.isEmpty ? nil : text.lastYear)
  }
}

private func expect<Collection: SubmittedReturn>(
  _ code: String, of all: RuleBook<Collection>, _ text: String, failsWhole: Bool = false,
  sourceLocation: SourceLocation, typed: (TablesInText) -> Collection
) async throws {
  let rule = try #require(
    all.rule(code), "the book of \(all.year) has no rule \(code)", sourceLocation: sourceLocation)
  let text = TablesInText(text, firstTable: rule.parts[0].table)
  let collection = typed(text)
  let check = await RuleBook([rule], year: all.year).check(collection)
  let obstacles = check.notRun.filter { $0.table == nil }.map { "\($0.reason)" }
  #expect(obstacles.isEmpty, "rule \(code) did not run", sourceLocation: sourceLocation)
  let whole = failsWhole ? [FlaggedRow(table: rule.parts[0].table.description, row: FlaggedRow.none)] : []
  #expect(
    check.flaggedRows(ofRule: 0).sorted() == text.marked.union(whole).sorted(), "rule \(code)",
    sourceLocation: sourceLocation)
}
