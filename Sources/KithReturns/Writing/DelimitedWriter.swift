import KithTables

extension RawTable {
  /// The table as CSV in UTF-8: a header of the schema's fields in the guidance's order, then the rows as submitted.
  public var csv: String {
    let schemas = CollectionKind.allCases.flatMap(\.schemas)
    let schema = schemas.first { $0.name == name && columns.keys.allSatisfy(Set($0.fields + $0.derived).contains) }
    let fields = schema?.fields ?? columns.sorted { $0.value < $1.value }.map(\.key)
    var text = fields.map(\.description).joined(separator: ",") + "\n"
    for row in 0..<rowCount {
      text += fields.map { (self.text($0, row: row) ?? "").quotedCell }.joined(separator: ",") + "\n"
    }
    return text
  }
}
