import KithTables

/// The columns of a table of text by name; a column that is not there reads as blank.
struct Columns {
  private let places: [String: Int]

  init(_ table: SeparatedText) {
    places = Dictionary(table.header.enumerated().map { ($1.trimmed, $0) }, uniquingKeysWith: { first, _ in first })
  }

  func text(_ name: String, _ record: [String]) -> String { places[name].map { record[$0] } ?? "" }
}
