import Foundation
import KithReturns
import KithTesting

@testable import KithRules

/// A return of a conformance case and the rows that the rule should flag in it.
struct ConformanceCase: Sendable {
  let code: String
  /// The case's place in its file, from 0.
  let place: Int
  /// The year whose rule book the case is for.
  let bookYear: Int
  /// The calendar year in which the case's collection ends; nil where its first and last day make no collection year.
  let year: Int?
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
      return ([file] + more).enumerated().map { ConformanceCase(code, place: $0, $1, shared: file) }
    }
  }

  private init(_ code: String, place: Int, _ item: [String: Any], shared: [String: Any]) {
    let metadata = (item["metadata"] ?? shared["metadata"]) as? [String: Any] ?? [:]
    let ruleset = (item["ruleset"] ?? shared["ruleset"]) as? String ?? ""
    self.code = code
    self.place = place
    bookYear = Int(ruleset.prefix(4)).map { $0 + 1 } ?? 0
    year = Self.year(metadata, book: bookYear)
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

  /// The year of a case's collection, which is the book's where the case states neither its first nor its last day.
  private static func year(_ metadata: [String: Any], book: Int) -> Int? {
    func parts(_ name: String) -> [Int]? {
      (metadata[name] as? String)?.split(separator: "/").compactMap { Int($0) }
    }
    let start = parts("collection_start")
    let end = parts("collection_end")
    guard let year = end?.last ?? start?.last.map({ $0 + 1 }) else { return book }
    return [nil, [1, 4, year - 1]].contains(start) && [nil, [31, 3, year]].contains(end) ? year : nil
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
