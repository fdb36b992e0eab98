/// HTML in the making, in which text is always escaped.
package struct HTMLText {
  package private(set) var html = ""

  /// A text with nothing in it yet.
  package init() {}

  /// Adds markup as it stands; never text from a file.
  package mutating func markup(_ markup: StaticString) { html += "\(markup)" }

  /// Adds text, escaped.
  package mutating func text(_ text: String) { html += Self.escaped(text) }

  /// Adds an element that holds text.
  package mutating func element(_ name: StaticString, _ attributes: [(StaticString, String)] = [], _ text: String) {
    open(name, attributes)
    self.text(text)
    close(name)
  }

  /// Opens an element.
  package mutating func open(_ name: StaticString, _ attributes: [(StaticString, String)] = []) {
    html += "<\(name)"
    for (attribute, value) in attributes { html += " \(attribute)=\"\(Self.escaped(value))\"" }
    html += ">"
  }

  /// Closes an element.
  package mutating func close(_ name: StaticString) { html += "</\(name)>" }

  /// Adds a table with a caption, whose columns named in `figures` stand at the right.
  package mutating func table(_ caption: String, _ header: [String], figures: Set<Int> = [], rows: [[String]]) {
    markup("<table>")
    element("caption", caption)
    markup("<thead><tr>")
    for (column, heading) in header.enumerated() {
      element("th", [("scope", "col")] + (figures.contains(column) ? [("class", "figure")] : []), heading)
    }
    markup("</tr></thead><tbody>")
    for row in rows {
      markup("<tr>")
      for (column, cell) in row.enumerated() {
        element("td", figures.contains(column) ? [("class", "figure")] : [], cell)
      }
      markup("</tr>\n")
    }
    markup("</tbody></table>\n")
  }

  private mutating func element(_ name: StaticString, _ text: String) { element(name, [], text) }

  private static func escaped(_ text: String) -> String {
    guard text.utf8.contains(where: { [0x22, 0x26, 0x27, 0x3C, 0x3E].contains($0) }) else { return text }
    var escaped = ""
    escaped.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "&": escaped += "&amp;"
      case "<": escaped += "&lt;"
      case ">": escaped += "&gt;"
      case "\"": escaped += "&quot;"
      case "'": escaped += "&#39;"
      default: escaped.unicodeScalars.append(scalar)
      }
    }
    return escaped
  }
}
