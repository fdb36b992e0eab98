import KithTables

extension RawTable {
  /// The table as CSV: a header of the schema's fields in the guidance's order, then the rows as submitted.
  public var csv: String { String(decoding: csvBytes, as: UTF8.self) }

  /// The same in UTF-8.
  public var csvBytes: [UInt8] {
    let schemas = CollectionKind.allCases.flatMap(\.schemas)
    let schema = schemas.first { $0.name == name && columns.keys.allSatisfy(Set($0.fields + $0.derived).contains) }
    let fields = schema?.fields ?? columns.sorted { $0.value < $1.value }.map(\.key)
    let places = fields.map { columns[$0] }
    var text = Array((fields.map(\.description).joined(separator: ",") + "\n").utf8)
    for row in 0..<rowCount {
      for (place, column) in places.enumerated() {
        if place > 0 { text.append(0x2C) }
        if let column { Self.append(bytes(inColumn: column, row: row), to: &text) }
      }
      text.append(0x0A)
    }
    return text
  }

  private static func append(_ cell: ArraySlice<UInt8>, to text: inout [UInt8]) {
    guard cell.contains(where: { $0 == 0x22 || $0 == 0x2C || $0 == 0x0A || $0 == 0x0D }) else { return text += cell }
    text += String(decoding: cell, as: UTF8.self).quotedCell.utf8
  }
}
