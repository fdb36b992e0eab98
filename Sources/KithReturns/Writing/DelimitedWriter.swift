extension RawTable {
  /// The table as CSV in UTF-8: a header of the schema's fields in the guidance's order, then the rows as submitted.
  public var csv: String {
    let schemas = CollectionKind.allCases.flatMap(\.schemas)
    let schema = schemas.first { $0.name == name && columns.keys.allSatisfy(Set($0.fields + $0.derived).contains) }
    let fields = schema?.fields ?? columns.sorted { $0.value < $1.value }.map(\.key)
    var text = fields.map(\.description).joined(separator: ",") + "\n"
    for row in 0..<rowCount {
      text += fields.map { Self.quoted(self.text($0, row: row) ?? "") }.joined(separator: ",") + "\n"
    }
    return text
  }

  /// A cell as RFC 4180 writes it: in quotes where it holds a delimiter, a quote or a line end.
  private static func quoted(_ cell: String) -> String {
    guard cell.utf8.contains(where: { [0x22, 0x2C, 0x0A, 0x0D].contains($0) }) else { return cell }
    return "\"" + cell.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"") + "\""
  }
}
