import KithTables

/// A cell of an output that is to leave a secure room, as its file describes it.
struct OutputCell: Sendable {
  let line: Int
  let table: String
  let row: String
  let column: String
  /// How many records are behind it.
  let count: Int?
  /// What it shows: `count`, `total`, `mean`, `minimum`, `model`, `survival` and the like.
  let statistic: String
  let total: Double?
  let largest: Double?
  let second: Double?
  let degreesOfFreedom: Int?
  /// Of a step of a survival curve: its time, and those who met the event or were censored since the one before.
  let time: Double?
  let people: Int?

  var place: String { [table, row, column].filter { !$0.isEmpty }.joined(separator: ", ") }
}

/// The cells of a file that describes outputs.
struct OutputCells {
  let cells: [OutputCell]

  static let columns = [
    "table", "row", "column", "statistic", "count", "total", "largest", "second_largest", "degrees_of_freedom", "time",
    "events", "censored",
  ]

  init(_ text: SeparatedText, name: String) throws(ReleaseError) {
    guard text.column("table") != nil, text.column("count") != nil || text.column("degrees_of_freedom") != nil else {
      throw .unreadable(
        "\(name) has no columns table and count; it needs them, and may have \(Self.columns.joined(separator: ", ")).")
    }
    var cells: [OutputCell] = []
    for (record, line) in zip(text.records, text.lines) {
      cells.append(try OutputCell(Reader(text: text, record: record, line: line, name: name)))
    }
    guard !cells.isEmpty else { throw .unreadable("\(name) describes no cell; write a line for each.") }
    self.cells = cells
  }

  struct Reader {
    let text: SeparatedText
    let record: [String]
    let line: Int
    let name: String

    func words(_ column: String) -> String { text.column(column).map { record[$0].trimmed } ?? "" }

    func number(_ column: String) throws(ReleaseError) -> Double? {
      let words = words(column)
      guard !words.isEmpty else { return nil }
      guard let number = Double(words), number.isFinite else {
        throw .unreadable("\(name), line \(line), \(column): write a number, or leave it blank.")
      }
      return number
    }

    func whole(_ column: String) throws(ReleaseError) -> Int? {
      guard let number = try number(column) else { return nil }
      guard number >= 0, number == number.rounded(), number < 1e15 else {
        throw .unreadable("\(name), line \(line), \(column): write a whole number from 0.")
      }
      return Int(number)
    }
  }
}

extension OutputCell {
  init(_ reader: OutputCells.Reader) throws(ReleaseError) {
    line = reader.line
    table = reader.words("table")
    row = reader.words("row")
    column = reader.words("column")
    statistic = reader.words("statistic").lowercased()
    count = try reader.whole("count")
    total = try reader.number("total")
    largest = try reader.number("largest")
    second = try reader.number("second_largest")
    degreesOfFreedom = try reader.whole("degrees_of_freedom")
    time = try reader.number("time")
    let (events, censored) = (try reader.whole("events"), try reader.whole("censored"))
    people = events == nil && censored == nil ? nil : (events ?? 0) + (censored ?? 0)
  }
}
