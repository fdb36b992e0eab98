import Foundation
import KithReturns
import KithTesting

@testable import KithRules

/// A return of a conformance case and the rows that the rule should flag in it.
struct ConformanceCase: Sendable {
  let code: String
  /// The case's place in its file, from 0.
  let place: Int
  /// The year of the case's dates; the rule book's where the case states none.
  let year: Int
  /// The year of the rule book that the case tests, which may be another than that of its dates.
  let bookYear: Int
  let authority: String?
  let isXML: Bool
  let tables: [TableName: RawTable]
  let lastYear: [TableName: RawTable]?
  let expected: Set<FlaggedRow>

  /// Every case of the shared folder, by file and place.
  static func all() throws -> [ConformanceCase] {
    let folder = SharedFolder.path("cases/ssda903_rules")
    let names = try FileManager.default.contentsOfDirectory(atPath: folder).filter { $0.hasSuffix(".json") }
    return try names.sorted().flatMap { name in
      let data = try Data(contentsOf: URL(filePath: folder + "/" + name))
      guard let file = try JSONSerialization.jsonObject(with: data) as? [String: Any] else {
        return [ConformanceCase]()
      }
      let more = file["more_cases"] as? [[String: Any]] ?? []
      let code = file["code"] as? String ?? name
      return ([file] + more).enumerated().map { ConformanceCase(code, place: $0, $1, metadata: file["metadata"]) }
    }
  }

  private init(_ code: String, place: Int, _ item: [String: Any], metadata shared: Any?) {
    let metadata = (item["metadata"] ?? shared) as? [String: Any] ?? [:]
    self.code = code
    self.place = place
    bookYear = (item["ruleset"] as? String).flatMap { Int($0.prefix(4)) }.map { $0 + 1 } ?? 0
    func number(_ key: String, _ part: (String) -> Substring) -> Int? {
      (metadata[key] as? String).flatMap { Int(part($0)) }
    }
    year =
      number("collection_end") { $0.suffix(4) } ?? number("collection_start") { $0.suffix(4) }.map { $0 + 1 }
      ?? number("collectionYear") { $0.prefix(4) } ?? bookYear
    authority = metadata["localAuthority"] as? String
    isXML = metadata["file_format"] as? String == "xml"
    let tables = item["tables"] as? [String: [[String: Any]]] ?? [:]
    var now: [TableName: RawTable] = [:]
    var before: [TableName: RawTable] = [:]
    for (name, rows) in tables {
      let isLast = name.hasSuffix("_last")
      let table = TableName(isLast ? String(name.dropLast(5)) : name)
      let raw = Self.table(table, rows)
      if isLast { before[table] = raw } else { now[table] = raw }
    }
    self.tables = now
    lastYear = before.isEmpty ? nil : before
    let flagged = (item["expected"] ?? item["intended_expected"]) as? [String: [Int]]
    let intended = item["intended_expected"] as? [String: [Int]]
    expected = Set(
      (flagged ?? intended ?? [:]).flatMap { table, rows in rows.map { FlaggedRow(table: table, row: $0) } })
  }

  private static func table(_ name: TableName, _ rows: [[String: Any]]) -> RawTable {
    let fields = Set(rows.flatMap(\.keys)).sorted()
    var builder = RawTableBuilder()
    for (place, row) in rows.enumerated() { builder.append(fields.map { text(row[$0]) }, line: place + 2) }
    let known = fields.isEmpty ? LookedAfterSchema.tables.first { $0.name == name }?.fields ?? [] : []
    return builder.table(name, file: "\(name).csv", fields: fields.map { Field($0) } + known)
  }

  private static func text(_ value: Any?) -> String? {
    switch value {
    case let text as String: text
    case let number as NSNumber: number.stringValue
    default: nil
    }
  }
}
