import KithDisclosure
import KithPlaces
import KithTables

/// A data file and its metadata, as the screening's rules read them.
struct ScreenedPair: Sendable {
  let data: SeparatedText
  let name: String
  let metadata: SeparatedText?
  let metadataName: String
  let register: AuthorityRegister
  /// The columns of the data file, by name.
  private let places: [String: Int]
  /// The distinct values of each column, in order.
  private let distinct: [[String]]
  /// A record for each distinct place.
  let placeRecords: [[String]]
  /// The metadata's rows, or what the columns of a file without metadata look like.
  let rows: [MetadataRow]

  /// A row of the metadata.
  struct MetadataRow: Sendable {
    let column: String
    let type: String
    let label: String
    let grouping: String
    let unit: String
    let decimals: String
    let hint: String
    let groupingColumn: String
    let defaultItem: String

    var isFilter: Bool { type == "Filter" }
    var isIndicator: Bool { type == "Indicator" }
  }

  init(data: SeparatedText, name: String, metadata: SeparatedText?, metadataName: String, register: AuthorityRegister) {
    self.data = data
    self.name = name
    self.metadata = metadata
    self.metadataName = metadataName
    self.register = register
    places = Dictionary(data.header.enumerated().map { ($1, $0) }, uniquingKeysWith: { first, _ in first })
    let placeColumns = data.header.indices.filter { column in
      EESLevel.allColumns.contains(data.header[column]) && !data.header[column].hasPrefix("time_")
    }
    var seen: Set<[String]> = []
    placeRecords = data.records.filter { record in seen.insert(placeColumns.map { record[$0] }).inserted }
    distinct = data.header.indices.map { column in data.records.lazy.map { $0[column] }.unique }
    rows = metadata.map(Self.rows) ?? Self.guessed(data.header, distinct)
  }

  private static func rows(_ table: SeparatedText) -> [MetadataRow] {
    let columns = Columns(table)
    return table.records.map { record in
      MetadataRow(
        column: columns.text("col_name", record), type: columns.text("col_type", record),
        label: columns.text("label", record), grouping: columns.text("indicator_grouping", record),
        unit: columns.text("indicator_unit", record), decimals: columns.text("indicator_dp", record),
        hint: columns.text("filter_hint", record), groupingColumn: columns.text("filter_grouping_column", record),
        defaultItem: columns.text("filter_default", record))
    }
  }

  /// What the columns of a file without metadata look like: figures, or text to filter by.
  private static func guessed(_ header: [String], _ distinct: [[String]]) -> [MetadataRow] {
    header.indices.filter { !EESLevel.allColumns.contains(header[$0].trimmed.lowercased()) }.map { column in
      MetadataRow(
        column: header[column], type: distinct[column].allSatisfy(EESColumns.isFigure) ? "Indicator" : "Filter",
        label: header[column], grouping: "", unit: "", decimals: "0", hint: "", groupingColumn: "", defaultItem: "")
    }
  }

  var filters: [MetadataRow] { rows.filter(\.isFilter) }
  var indicators: [MetadataRow] { rows.filter(\.isIndicator) }
  /// The columns by which filters are grouped.
  var groupingColumns: [String] { rows.map(\.groupingColumn).filter { !$0.isEmpty } }
  /// The columns to filter by, and those by which they are grouped.
  var filterColumns: [String] { (filters.map(\.column) + groupingColumns).filter(has).unique }

  func has(_ column: String) -> Bool { places[column] != nil }

  /// A value of a record; blank where there is no such column.
  func text(_ column: String, _ record: [String]) -> String { places[column].map { record[$0] } ?? "" }

  /// The distinct values of a column, in order.
  func values(_ column: String) -> [String] { places[column].map { distinct[$0] } ?? [] }

  /// The distinct geographic levels.
  var levels: [String] { values("geographic_level") }

  /// The records of a level, one for each place.
  func records(_ level: String) -> [[String]] {
    placeRecords.filter { text("geographic_level", $0) == level }
  }
}

extension Sequence where Element: Hashable {
  /// The elements without those that came before.
  var unique: [Element] {
    var seen: Set<Element> = []
    return filter { seen.insert($0).inserted }
  }

  /// The elements that came before.
  var repeated: [Element] {
    var seen: Set<Element> = []
    return filter { !seen.insert($0).inserted }.unique
  }
}

extension [String] {
  /// The texts in quotes, as many as can be taken in; nil for none.
  var listed: String? {
    guard !isEmpty else { return nil }
    let shown = prefix(6).map { "'\($0)'" }.joined(separator: ", ")
    return count > 6 ? shown + " and \(count - 6) more" : shown
  }

  /// A sentence about the texts, where there are any.
  func sentence(_ words: (String) -> String) -> [String] { listed.map { [words($0)] } ?? [] }
}
