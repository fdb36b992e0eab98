import KithCharts
import KithReturns
import KithRules

extension CheckReport {
  /// A page of all that the return holds of one child, this year and last, with the fields at fault marked; nil when
  /// the return does not name the child.
  public func childPage(_ child: String, _ lines: [FindingLine]) -> String? {
    let number = (0..<collection.childCount).first { collection.childID($0).lowercased() == child.lowercased() }
    guard let number else { return nil }
    let own = lines.filter { $0.child == collection.childID(number) }
    var page = HTMLText()
    page.element("h1", [], "Child \(collection.childID(number)), \(yearTitle)")
    page.element("p", [("class", "note")], "Not for release: this page is about one child.")
    page.table(
      own.isEmpty ? "No findings" : "Findings",
      ["Rule", "Table", "Line", "Fields", "What is wrong", "What to do", "Note"],
      figures: [2],
      rows: own.map { line in
        [
          line.rule, line.table, line.line.map(String.init) ?? "", line.fields.joined(separator: " "), line.message,
          line.fix, line.note,
        ]
      })
    for table in collection.tableNames {
      rows(of: table, number, collection, faults: faults(own, table, isLast: false), title: "\(table)", into: &page)
      if let before = collection.lastYear {
        rows(
          of: table, number, before, faults: faults(own, table, isLast: true), title: "\(table), last year", into: &page
        )
      }
    }
    return HTMLPage(title: "Child \(collection.childID(number))", body: page.html).html
  }

  /// The fields at fault in each of the child's rows of a table.
  private func faults(_ lines: [FindingLine], _ table: TableName, isLast: Bool) -> [Int: Set<String>] {
    let name = table.description + (isLast ? "_last" : "")
    return lines.filter { $0.table == name }.reduce(into: [:]) { faults, line in
      if let row = line.row { faults[row, default: []].formUnion(line.fields) }
    }
  }

  private func rows(
    of table: TableName, _ number: Int, _ source: Collection, faults: [Int: Set<String>], title: String,
    into page: inout HTMLText
  ) {
    let raw = source.raw(table)
    let rows = source.order(table)?.rows(ofChild: number) ?? []
    guard !rows.isEmpty else { return }
    let fields = raw.columns.sorted { $0.value < $1.value }.map(\.key)
    page.element("h2", [], title)
    page.markup("<table><thead><tr>")
    for heading in ["Line"] + fields.map(\.description) { page.element("th", [("scope", "col")], heading) }
    page.markup("</tr></thead><tbody>")
    for row in rows {
      page.markup("<tr>")
      page.element("td", [], String(raw.lines[row]))
      for field in fields {
        let isFault = faults[row]?.contains(field.description) == true
        page.element("td", isFault ? [("class", "fault")] : [], raw.text(field, row: row) ?? (isFault ? "(blank)" : ""))
      }
      page.markup("</tr>")
    }
    page.markup("</tbody></table>\n")
  }
}
