/// A table set in columns for a terminal.
public struct TextTable: Sendable {
  /// How a column stands.
  public enum Alignment: Sendable {
    /// At the left.
    case left
    /// At the right, as figures stand.
    case right
  }

  private let headings: [String]
  private let alignments: [Alignment]
  private let rows: [[String]]

  /// A table with a heading and an alignment for each column.
  public init(_ columns: [(heading: String, alignment: Alignment)], rows: [[String]]) {
    headings = columns.map(\.heading)
    alignments = columns.map(\.alignment)
    self.rows = rows
  }

  /// The table's lines, the last column folded so that no line is longer than `width` where that can be.
  public func lines(width: Int = 100) -> [String] {
    let widths = headings.indices.map { column in ([headings] + rows).map { $0[column].count }.max() ?? 0 }
    let indent = widths.dropLast().reduce(0) { $0 + $1 + 2 }
    let last = max(20, width - indent)
    return ([headings] + rows).flatMap { row in
      let front = row.dropLast().enumerated().map { aligned($1, widths[$0], alignments[$0]) + "  " }.joined()
      let folded = fold(row.last ?? "", width: last)
      return folded.enumerated().map { place, text in
        let shown = place == 0 && alignments.last == .right ? aligned(text, widths.last ?? 0, .right) : text
        return trimmed((place == 0 ? front : String(repeating: " ", count: indent)) + shown)
      }
    }
  }

  private func aligned(_ text: String, _ width: Int, _ alignment: Alignment) -> String {
    let pad = String(repeating: " ", count: max(0, width - text.count))
    return alignment == .left ? text + pad : pad + text
  }

  private func fold(_ text: String, width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      if !lines[lines.count - 1].isEmpty, lines[lines.count - 1].count + word.count + 1 > width { lines.append("") }
      lines[lines.count - 1] += (lines[lines.count - 1].isEmpty ? "" : " ") + word
    }
    return lines
  }

  private func trimmed(_ text: String) -> String { String(text.reversed().drop { $0 == " " }.reversed()) }
}
