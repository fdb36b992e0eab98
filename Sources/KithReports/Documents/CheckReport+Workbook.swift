import KithReturns
import KithRules
import KithTables

extension CheckReport {
  /// Writes the report as an Excel workbook: summary, findings by rule and by child, the rows at fault table by table,
  /// notes, and what could not be checked.
  public func writeWorkbook(_ path: String, _ lines: [FindingLine], lastRun: LastRun?) throws {
    let book = try Workbook(path, madeOn: Day(31, 3, self.book.year).map { Int($0.number) } ?? 0)
    summary(lines, lastRun, in: book)
    byRule(in: book)
    byChild(lines, in: book)
    for table in collection.tableNames { rowsAtFault(of: table, lines, in: book) }
    notes(lines, in: book)
    notChecked(in: book)
    try book.close()
  }

  private typealias Content = Workbook.CellContent

  private func summary(_ lines: [FindingLine], _ lastRun: LastRun?, in book: Workbook) {
    var rows: [[Content]] = [
      [.text("Return"), .text("\(collectionName.uppercased()) \(authority ?? ""), \(yearTitle)")],
      [.text("Findings"), .number(counts.findings)], [.text("Rules that failed"), .number(counts.rules)],
      [.text("Children with a finding"), .number(counts.children)],
      [.text("Rows with a finding"), .number(counts.rows)],
    ]
    if let (new, still, gone) = lastRun?.comparison(with: lines) {
      rows += [
        [.text("New since the last run"), .number(new)], [.text("Still there"), .number(still)],
        [.text("Gone"), .number(gone)],
      ]
    }
    for (place, fix) in FirstFixes(lines).fixes.enumerated() {
      let what = book.name(fix, self.book.rule(fix.rule)?.fix ?? "")
      rows.append([.text("Fix first, \(place + 1)"), .text(what)])
    }
    rows.append([.text("Not for release"), .text("This workbook names children by the authority's identifiers.")])
    book.sheet("Summary", [("What", 28), ("Value", 90)], rows: rows)
  }

  private func byRule(in book: Workbook) {
    let rows = ruleCounts.map { count -> [Content] in
      [
        .text(count.rule.code), .text(count.rule.severity.rawValue), .number(count.findings), .number(count.children),
        .text(count.rule.message), .text(count.rule.fix),
      ]
    }
    book.sheet(
      "By rule",
      [("Rule", 12), ("Severity", 10), ("Findings", 10), ("Children", 10), ("What is wrong", 60), ("What to do", 60)],
      rows: rows)
  }

  private func byChild(_ lines: [FindingLine], in book: Workbook) {
    let sorted = lines.sorted { ($0.child, RuleCode($0.rule)) < ($1.child, RuleCode($1.rule)) }
    let rows = sorted.lazy.map { line -> [Content] in
      [
        .text(line.child), .text(line.rule), .text(line.severity.rawValue), .text(line.table), .text(line.file),
        line.line.map { .number($0) } ?? .text(""), Self.content(line.date), .text(line.fields.joined(separator: " ")),
        .text(line.message), .text(line.fix), .text(line.team), .text(line.worker), .text(line.note),
        .text(line.standing),
      ]
    }
    book.sheet(
      "By child",
      [
        ("Child", 14), ("Rule", 10), ("Severity", 10), ("Table", 14), ("File", 20), ("Line", 8), ("Date", 12),
        ("Fields", 24), ("What is wrong", 60), ("What to do", 60), ("Team", 18), ("Worker", 14), ("Note", 40),
        ("Since last run", 14),
      ], rows: rows)
  }

  private func rowsAtFault(of table: TableName, _ lines: [FindingLine], in book: Workbook) {
    let own = Dictionary(grouping: lines.filter { $0.table == table.description && $0.row != nil }) { $0.row ?? 0 }
    guard !own.isEmpty else { return }
    let raw = collection.raw(table)
    let fields = raw.columns.sorted { $0.value < $1.value }.map(\.key)
    let days = collection.dayFields(of: table)
    let rows = own.sorted { $0.key < $1.key }.lazy.map { row, lines -> [Content] in
      let faults = Set(lines.flatMap(\.fields))
      let front: [Content] = [
        .number(Int(raw.lines[row])),
        .text(Set(lines.map(\.rule)).sorted { RuleCode($0) < RuleCode($1) }.joined(separator: " ")),
      ]
      return front
        + fields.map { field in
          let text = raw.text(field, row: row) ?? ""
          var content = days.contains(field) ? Self.content(text) : .text(text)
          content.isFault = faults.contains(field.description)
          return content
        }
    }
    book.sheet(
      String(table.description.prefix(31)), [("Line", 8), ("Rules", 18)] + fields.map { ($0.description, 14) },
      rows: rows)
  }

  private func notes(_ lines: [FindingLine], in book: Workbook) {
    let rows = lines.lazy.filter { !$0.note.isEmpty }.map { line -> [Content] in
      [.text(line.rule), .text(line.child), .text(line.table), Self.content(line.date), .text(line.note)]
    }
    book.sheet("Notes", [("Rule", 10), ("Child", 14), ("Table", 14), ("Date", 12), ("Note", 90)], rows: rows)
  }

  private func notChecked(in book: Workbook) {
    let rows = check.notRun.lazy.map { item -> [Content] in
      [
        .text(self.book.rules[item.rule].code), .text(item.table?.description ?? ""),
        item.rows.isEmpty ? .text("all") : .number(item.rows.count), .text(item.reason.advice),
      ]
    }
    book.sheet("Not checked", [("Rule", 12), ("Table", 16), ("Rows", 8), ("Why", 90)], rows: rows)
  }

  /// A day as a day where it can be read and Excel can hold it, else as the text that it is.
  private static func content(_ text: String) -> Workbook.CellContent {
    guard let (day, month, year) = Day(censusText: text)?.civil, year >= 1900 else { return .text(text) }
    return Workbook.CellContent(value: .day(day: day, month: month, year: year))
  }
}

extension Workbook {
  /// A first fix as the summary writes it.
  fileprivate func name(_ fix: FirstFixes.Fix, _ what: String) -> String {
    "\(fix.rule): clears \(fix.childrenCleared) of \(fix.children) children. \(what)"
  }
}
