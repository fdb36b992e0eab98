import KithTables

/// Rows as CSV, which Excel opens as it should.
public struct CSVText: Sendable {
  /// The text, in UTF-8 with LF line ends and quotes where they are needed.
  public let text: String

  /// A heading and the rows under it.
  public init(_ header: [String], rows: [[String]]) {
    text = ([header] + rows).map { $0.map { Self.inert($0).quotedCell }.joined(separator: ",") + "\n" }.joined()
  }

  /// A text that a spreadsheet does not take for a formula.
  private static func inert(_ cell: String) -> String {
    guard let first = cell.first, "=+-@\t".contains(first), Double(cell) == nil else { return cell }
    return "'" + cell
  }
}
