import Foundation
import KithPlaces
import KithReturns
import KithTables
import KithTesting

@testable import KithRules

/// A return of a conformance case and the rows that the rule should flag in it.
struct ConformanceCase: Sendable {
  let code: String
  /// The case's place in its file, from 0.
  let place: Int
  /// The year whose rule book the case is for.
  let bookYear: Int
  /// The calendar year in which the case's collection ends.
  let year: Int
  /// The first and last day of the collection.
  let days: (first: Day, last: Day)?
  let authority: String?
  let isXML: Bool
  let tables: [TableName: RawTable]
  let lastYear: [TableName: RawTable]?
  /// The list of providers that the case gives, and, for the rule that asks for it, the postcode file of set-up.
  let reference: LookedAfterReference
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
    days = Self.days(metadata)
    let stated = (metadata["collectionYear"] as? String).flatMap { Int($0.prefix(4)) }
    year = days?.last.year ?? stated ?? bookYear
    authority = metadata["localAuthority"] as? String
    isXML = metadata["file_format"] as? String == "xml"
    let tables = item["tables"] as? [String: [[String: Any]]] ?? [:]
    var now: [TableName: RawTable] = [:]
    var before: [TableName: RawTable] = [:]
    for (name, rows) in tables {
      let isLast = name.hasSuffix("_last")
      let table = TableName(isLast ? String(name.dropLast(5)) : name)
      let raw = RawTable(name: table, json: rows, of: LookedAfterSchema.tables)
      if isLast { before[table] = raw } else { now[table] = raw }
    }
    self.tables = now
    lastYear = before.isEmpty ? nil : before
    reference = LookedAfterReference(
      postcodes: code == "392c" ? SuppliedPostcodes.directory(for: [now[.episodes]]) : nil,
      providers: (metadata["provider_info"] as? [[String: Any]]).map(Self.providers))
    let flagged = (item["expected"] ?? item["intended_expected"]) as? [String: [Int]]
    let intended = item["intended_expected"] as? [String: [Int]]
    expected = Set(
      (flagged ?? intended ?? [:]).flatMap { table, rows in rows.map { FlaggedRow(table: table, row: $0) } })
  }

  /// The days that the case states; a year from the one that it states where it states one, nil where it states none.
  private static func days(_ metadata: [String: Any]) -> (first: Day, last: Day)? {
    func day(_ name: String) -> Day? { (metadata[name] as? String).flatMap { Day(returnText: $0) } }
    switch (day("collection_start"), day("collection_end")) {
    case let (first?, last?): return (first, last)
    case let (first?, nil): return (first, first.adding(years: 1).adding(days: -1))
    case let (nil, last?): return (last.adding(days: 1).adding(years: -1), last)
    case (nil, nil): return nil
    }
  }

  private static func providers(_ items: [[String: Any]]) -> ProviderList {
    let names = Set(items.flatMap(\.keys)).sorted()
    let cells = items.map { item in names.map { RawTable.text(item[$0]) ?? "" } }
    return ProviderList(ProviderList.entries(of: [names] + cells) ?? [])
  }
}
