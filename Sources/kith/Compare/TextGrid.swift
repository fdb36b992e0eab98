/// Rows of text set out in columns, for eyes.
struct TextGrid {
  /// Whether a column's text stands at the left; others stand at the right.
  let isLeft: [Bool]
  private var rows: [[String]] = []

  init(isLeft: [Bool]) { self.isLeft = isLeft }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines, the first column no wider than asked; a longer text there stands on a line of its own.
  func lines(firstColumn limit: Int) -> [String] {
    var widths = isLeft.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    widths[0] = min(widths[0], limit)
    return rows.flatMap { row -> [String] in
      let isLong = row[0].count > limit
      let first = isLong ? String(repeating: " ", count: widths[0]) : row[0]
      let cells = ([first] + row.dropFirst()).enumerated().map { padded($1, widths[$0], isLeft: isLeft[$0]) }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return isLong ? [row[0], line] : [line]
    }
  }

  private func padded(_ text: String, _ width: Int, isLeft: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return isLeft ? text + space : space + text
  }
}
