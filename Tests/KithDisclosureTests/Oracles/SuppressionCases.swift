import Foundation
import KithDisclosure
import KithTesting
import Testing

/// A range as the oracles write it: two numbers, the second of which may be missing.
typealias OracleRange = [Double?]

/// One table of `secondary_suppression_cases.json`.
struct SuppressionCase: Decodable, Sendable, CustomTestStringConvertible {
  struct Optimal: Decodable, Sendable {
    let n_secondary: Int
    let secondary: [String]
    let secondary_weight_sum_of_values: Int
    let attack_integer: [String: OracleRange]
  }

  struct Pattern: Decodable, Sendable {
    let suppressed: [String]
    let safe: Bool
    let fails: [String]
    let attack_integer: [String: OracleRange]
  }

  struct Equation: Decodable, Sendable {
    let total: String
    let parts: [String]

    init(from decoder: any Decoder) throws {
      var container = try decoder.unkeyedContainer()
      total = try container.decode(String.self)
      parts = try container.decode([String].self)
    }
  }

  struct File: Decodable { let cases: [SuppressionCase] }

  let name: String
  let cells: [String: Int]
  let equations: [Equation]
  let primary: [String]
  let fixed_published: [String]
  let primary_only_attack: [String: OracleRange]
  let optimal: Optimal
  let patterns: [String: Pattern]?

  var testDescription: String { name }

  static let all: [SuppressionCase] = (try? Oracle.read(File.self, "secondary_suppression_cases.json"))?.cases ?? []

  /// The table as a publication.
  func publication() throws -> Publication {
    try Publication(
      title: name,
      cells: cells.sorted { $0.key < $1.key }.map { name, count in
        CountCell(name, count: count, handling: fixed_published.contains(name) ? .mustShow : .open)
      },
      relations: equations.map { Relation(total: $0.total, parts: $0.parts) })
  }

  /// A pattern that withholds these and the primary cells.
  func pattern(_ withheld: [String]) -> SuppressionPattern {
    SuppressionPattern(primary: primary, secondary: withheld.filter { !primary.contains($0) })
  }
}

/// The files of `cases/analysis/sdc`.
enum Oracle {
  static func path(_ file: String) -> String { SharedFolder.path("cases/analysis/sdc/" + file) }

  static func read<Value: Decodable>(_ type: Value.Type, _ file: String) throws -> Value {
    try JSONDecoder().decode(type, from: Data(contentsOf: URL(filePath: path(file))))
  }

  /// The rows of a CSV file without quotes, each by column.
  static func rows(_ file: String) throws -> [[String: String]] {
    let lines = try String(contentsOf: URL(filePath: path(file)), encoding: .utf8).split(whereSeparator: \.isNewline)
    let fields = lines.map { $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init) }
    return fields.dropFirst().map { Dictionary(uniqueKeysWithValues: zip(fields[0], $0)) }
  }
}

extension KnownRange {
  /// The range of an oracle.
  init(_ oracle: OracleRange) { self.init(Int(oracle[0] ?? 0), oracle[1].map { Int($0) }) }
}
