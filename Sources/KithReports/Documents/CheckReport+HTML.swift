import KithCharts
import KithReturns
import KithRules

extension CheckReport {
  /// The report as one HTML page that loads nothing: what to put right first, then rule by rule with every row.
  public func html(_ lines: [FindingLine], lastRun: LastRun?) -> String {
    var page = HTMLText()
    let title =
      (isAcross ? "Check across years and returns: \(subject)" : "Check of the \(subject)")
      + (authority.map { " of \($0)" } ?? "") + ", \(yearTitle)"
    page.element("h1", [], title)
    page.element("p", [("class", "note")], "Not for release: this page names children by the authority's identifiers.")
    page.element("p", [], closingSentence)
    if let lastRun {
      let (new, still, gone) = lastRun.comparison(with: lines)
      page.element("p", [], "Since the last run: \(new) new, \(still) still there, \(gone) gone.")
    }
    summary(lines, into: &page)
    rules(lines, into: &page)
    notChecked(into: &page)
    return HTMLPage(title: title, body: page.html).html
  }

  private func summary(_ lines: [FindingLine], into page: inout HTMLText) {
    let fixes = FirstFixes(lines).fixes
    if !fixes.isEmpty {
      page.element("h2", [], "Fix these first")
      page.table(
        "The rules that clear most children, one after the other",
        ["Rule", "Children cleared", "Children", "What to do"],
        figures: [1, 2],
        rows: fixes.map { fix in
          [fix.rule, "\(fix.childrenCleared)", "\(fix.children)", book.rule(fix.rule)?.fix ?? ""]
        })
    }
    page.element("h2", [], "What was read")
    page.table(
      "Files", ["Table", "Year", "Rows", "File", "SHA-256"], figures: [2],
      rows: submission.files.map { file in
        [file.table.description, file.isLastYear ? "last" : "this", "\(file.rows)", file.name, file.sha256]
      })
  }

  private func rules(_ lines: [FindingLine], into page: inout HTMLText) {
    let byRule = Dictionary(grouping: lines, by: \.rule)
    page.element("h2", [], "Findings by rule")
    for code in byRule.keys.sorted(by: { RuleCode($0) < RuleCode($1) }) {
      let lines = byRule[code] ?? []
      page.markup("<details>")
      page.element("summary", [], "\(code) (\(lines.count)): \(lines[0].message)")
      page.element("p", [], lines[0].fix)
      page.table(
        "Rows that fail rule \(code)",
        ["Child", "Table", "Line", "Fields", "Team", "Worker", "Note", "Since last run"],
        figures: [2],
        rows: lines.map { line in
          [
            line.child, line.table, line.line.map(String.init) ?? "", line.fields.joined(separator: " "), line.team,
            line.worker, line.note, line.standing,
          ]
        })
      page.markup("</details>\n")
    }
  }

  private func notChecked(into page: inout HTMLText) {
    guard !check.notRun.isEmpty else { return }
    page.element("h2", [], "Could not be checked")
    page.table(
      "Rules, and why", ["Rule", "Table", "Rows", "Why"], figures: [2],
      rows: check.notRun.map { item in
        [
          book.rules[item.rule].code, item.table?.description ?? "", item.rows.isEmpty ? "all" : "\(item.rows.count)",
          item.reason.advice,
        ]
      })
  }
}
