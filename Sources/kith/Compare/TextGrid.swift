/// Rows of text set out in columns, for eyes.
struct TextGrid {
  /// Whether a column's text stands at the left; others stand at the right.
  let isLeft: [Bool]
  private var rows: [[String]] = []

  init(isLeft: [Bool]) { self.isLeft = isLeft }

  mutating func add(_ row: [String]) { rows.append(row) }

  /// The lines, no wider than asked where the figures leave room; a text too long for the first column stands on lines of
  /// its own.
  func lines(width: Int) -> [String] {
    var widths = isLeft.indices.map { column in rows.map { $0[column].count }.max() ?? 0 }
    let room = width - widths.dropFirst().reduce(0) { $0 + $1 + 2 }
    let limit = room < 24 ? 4 : room
    widths[0] = min(widths[0], limit)
    return rows.flatMap { row -> [String] in
      let isLong = row[0].count > limit
      let first = isLong ? "" : row[0]
      let cells = ([first] + row.dropFirst()).enumerated().map { padded($1, widths[$0], isLeft: isLeft[$0]) }
      var line = cells.joined(separator: "  ")
      while line.last == " " { line.removeLast() }
      return isLong ? Self.wrapped(row[0], width: width) + [line] : [line]
    }
  }

  /// Text in lines no longer than asked, broken between words.
  static func wrapped(_ text: String, width: Int) -> [String] {
    var lines = [""]
    for word in text.split(separator: " ") {
      let last = lines[lines.count - 1]
      if last.isEmpty {
        lines[lines.count - 1] = String(word)
      } else if last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines
  }

  private func padded(_ text: String, _ width: Int, isLeft: Bool) -> String {
    let space = String(repeating: " ", count: max(0, width - text.count))
    return isLeft ? text + space : space + text
  }
}
