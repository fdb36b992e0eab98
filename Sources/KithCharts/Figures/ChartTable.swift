import KithDisclosure

/// The figures of a chart as a table.
public struct ChartTable: Hashable, Sendable {
  /// A cell.
  public enum Cell: Hashable, Sendable {
    /// Words.
    case text(String)
    /// A figure.
    case value(ChartValue)
    /// A figure, and the level that it is in.
    case level(ChartValue, String)

    /// The cell's text.
    public var text: String {
      switch self {
      case .text(let words): words
      case .value(let value): value.shown
      case .level(let value, let level): value.number == nil ? value.shown : "\(value.shown), \(level)"
      }
    }

    /// The figure; nil for words.
    public var value: ChartValue? {
      switch self {
      case .text: nil
      case .value(let value), .level(let value, _): value
      }
    }
  }

  /// The table's caption.
  public let caption: String
  /// The columns' headings, that of the rows' headings first.
  public let columns: [String]
  /// The rows, each with its heading first.
  public let rows: [[Cell]]

  init(_ caption: String, _ columns: [String], _ rows: [[Cell]]) {
    self.caption = caption
    self.columns = columns
    self.rows = rows
  }

  private var values: [ChartValue] { rows.flatMap { $0.compactMap(\.value) } }

  /// What a page that shows the figures must say of them, sorted.
  public var notices: [String] { Set(values.compactMap(\.notice)).sorted() }

  /// Whether every figure may be shown outside the authority.
  public var isForRelease: Bool { values.allSatisfy(\.isForRelease) }

  /// What the symbols of the table say: `c: withheld: confidential`.
  public var symbols: [String] {
    let used = Set(values.filter { $0.number == nil && !$0.text.contains(":") }.map { [$0.mark, meaning($0)] })
    return used.sorted { $0[0] < $1[0] }.map { "\($0[0]): \($0[1])" }
  }

  private func meaning(_ value: ChartValue) -> String { (value.symbol ?? .blank).meaning }

  /// The table in HTML, what its symbols say beneath it.
  public var html: String {
    var page = HTMLText()
    page.open("div", [("class", "figures"), ("role", "region"), ("tabindex", "0"), ("aria-label", caption)])
    page.markup("<table class=\"govuk-table\">")
    page.element("caption", [("class", "govuk-table__caption")], caption)
    page.markup("<thead class=\"govuk-table__head\"><tr class=\"govuk-table__row\">")
    for (place, column) in columns.enumerated() {
      page.element("th", [("scope", "col"), ("class", Self.heading(isFigure: isFigure(place)))], column)
    }
    page.markup("</tr></thead><tbody class=\"govuk-table__body\">\n")
    for row in rows { write(row, into: &page) }
    page.markup("</tbody></table>")
    if !symbols.isEmpty { page.element("p", [("class", "symbols")], symbols.joined(separator: "; ")) }
    page.markup("</div>\n")
    return page.html
  }

  private func write(_ row: [Cell], into page: inout HTMLText) {
    page.markup("<tr class=\"govuk-table__row\">")
    for (place, cell) in row.enumerated() {
      if place == 0 {
        page.element("th", [("scope", "row"), ("class", "govuk-table__header")], cell.text)
      } else {
        let isFigure = cell.value != nil
        page.element("td", [("class", "govuk-table__cell" + (isFigure ? Self.numeric : ""))], cell.text)
      }
    }
    page.markup("</tr>\n")
  }

  private func isFigure(_ column: Int) -> Bool {
    column > 0 && rows.contains { column < $0.count && $0[column].value != nil }
  }

  private static let numeric = " govuk-table__cell--numeric"

  private static func heading(isFigure: Bool) -> String {
    "govuk-table__header" + (isFigure ? " govuk-table__header--numeric" : "")
  }
}
