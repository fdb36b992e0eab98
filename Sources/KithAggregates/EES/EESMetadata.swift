import KithTables

/// The metadata file of an EES file, `name.meta.csv`: what its columns are called and how its figures are shown.
struct EESMetadata {
  private let rows: [String: Row]

  private struct Row {
    let isIndicator: Bool
    let label: String
    let unit: String
    let decimals: Int?
  }

  /// Reads a metadata file; its optional columns may be missing.
  init(_ file: PublishedFile) throws(AggregatesError) {
    let table = try file.separatedText()
    guard table.column("col_name") != nil, table.column("col_type") != nil else {
      throw AggregatesError(file: file.path, "this is not a metadata file: it needs the columns col_name and col_type.")
    }
    let columns = Columns(table)
    rows = Dictionary(
      table.records.map { record in
        let row = Row(
          isIndicator: columns.text("col_type", record).lowercased() == "indicator",
          label: columns.text("label", record), unit: columns.text("indicator_unit", record),
          decimals: Int(columns.text("indicator_dp", record)))
        return (columns.text("col_name", record).trimmed, row)
      }, uniquingKeysWith: { first, _ in first })
  }

  /// The metadata beside a data file; nil when there is none.
  static func beside(_ file: PublishedFile) throws(AggregatesError) -> EESMetadata? {
    guard file.path.hasSuffix(".csv") else { return nil }
    let metadata = PublishedFile(path: file.path.dropLast(4) + ".meta.csv")
    return metadata.exists ? try EESMetadata(metadata) : nil
  }

  /// Whether a column holds figures; nil for a column that the metadata does not list.
  func isIndicator(_ column: String) -> Bool? { rows[column]?.isIndicator }

  /// The label of a column; nil where there is none.
  func label(_ column: String) -> String? { rows[column].map(\.label).flatMap { $0.isEmpty ? nil : $0 } }

  /// The unit of a column's figures, such as `%`; blank where there is none.
  func unit(_ column: String) -> String { rows[column]?.unit ?? "" }

  /// The decimals in which a column is shown.
  func decimals(_ column: String) -> Int? { rows[column]?.decimals }
}
