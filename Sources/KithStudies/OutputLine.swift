import KithTables

/// A cell of an output, as `kith release --check` reads it.
struct OutputLine {
  let table: String
  let row: String
  let column: String
  /// How many records are behind it.
  let count: Int
  /// What they sum to, each of them giving a part; nil for a count.
  var contributions: [Double]?

  init(table: String, row: String, column: String, count: Int, contributions: [Double]? = nil) {
    self.table = table
    self.row = row
    self.column = column
    self.count = count
    self.contributions = contributions
  }

  /// Lines as comma-separated text.
  static func text(_ lines: [OutputLine]) -> String {
    let header = "table,row,column,statistic,count,total,largest,second_largest\n"
    return header + lines.map { $0.cells.map(\.quotedCell).joined(separator: ",") + "\n" }.joined()
  }

  private var cells: [String] {
    let largest = contributions.map { $0.sorted(by: >) }
    func pounds(_ number: Double?) -> String { number.map { "\($0)" } ?? "" }
    return [
      table, row, column, contributions == nil ? "count" : "total", String(count),
      pounds(contributions.map { $0.reduce(0, +) }), pounds(largest?.first), pounds(largest?.dropFirst().first),
    ]
  }
}
