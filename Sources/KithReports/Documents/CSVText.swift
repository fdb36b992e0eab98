/// Rows as CSV, which Excel opens as it should.
public struct CSVText: Sendable {
  /// The text, in UTF-8 with LF line ends and quotes where they are needed.
  public let text: String

  /// A heading and the rows under it.
  public init(_ header: [String], rows: [[String]]) {
    text = ([header] + rows).map { $0.map(Self.quoted).joined(separator: ",") + "\n" }.joined()
  }

  private static func quoted(_ cell: String) -> String {
    let safe = Self.inert(cell)
    guard safe.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return safe }
    return "\"" + safe.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }

  /// A text that a spreadsheet does not take for a formula.
  private static func inert(_ cell: String) -> String {
    guard let first = cell.first, "=+-@\t".contains(first), Double(cell) == nil else { return cell }
    return "'" + cell
  }
}
