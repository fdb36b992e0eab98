import Foundation
import KithAggregates
import KithTables
import KithTesting

/// LAIT's whole publication, read once for all tests that need it.
enum PublishedData {
  static let lait = Result { try LAITData(folder: SharedFolder.path("cases/aggregates/lait")) }

  /// A table of text in the shared folder of aggregate cases.
  static func table(_ path: String) throws -> SeparatedText {
    try PublishedFile(path: SharedFolder.path("cases/aggregates/" + path)).separatedText()
  }
}

/// A row of a table of expected results, by column.
struct ExpectedRow {
  let record: [String]
  let columns: [String: Int]

  subscript(_ column: String) -> String { columns[column].map { record[$0] } ?? "no column \(column)" }

  /// A number, nil where the cell is blank.
  func number(_ column: String) -> Double? { Double(self[column]) }
}

extension SeparatedText {
  var rows: [ExpectedRow] {
    let columns = Dictionary(uniqueKeysWithValues: header.enumerated().map { ($1, $0) })
    return records.map { ExpectedRow(record: $0, columns: columns) }
  }
}

/// Whether two numbers agree to a relative 1e-9, both missing counting as agreement.
func agrees(_ a: Double?, _ b: Double?) -> Bool {
  guard let a, let b else { return a == nil && b == nil }
  return abs(a - b) <= 1e-9 * max(1, abs(b))
}
