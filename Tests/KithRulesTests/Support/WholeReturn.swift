import Foundation
import KithPlaces
import KithReturns
import KithTables
import KithTesting
import Testing

@testable import KithRules

/// A whole return of the shared folder, with every row that the validator in use flags in it.
struct WholeReturn: Sendable {
  let name: String
  let year: Int
  let collection: LookedAfterReturn
  /// The rows flagged, by rule.
  let expected: [String: Set<FlaggedRow>]
  /// The rules that the validator could not run on it.
  let failed: Set<String>

  init(_ name: String) throws {
    let folder = SharedFolder.path("cases/ssda903_returns/\(name)")
    let meta = try Self.object(folder + "/meta.json")
    let expected = try Self.object(folder + "/expected/expected.json")
    let year = try #require((meta["collectionYear"] as? String).flatMap { Int($0) })
    let submission = try Submission.read([folder])
    var tables = submission.tables
    var lastYear = submission.lastYear
    tables[.episodes] = try tables[.episodes]?.adding(Self.derived(folder + "/expected/derived_episodes.csv"))
    if let before = lastYear?[.episodes] {
      lastYear?[.episodes] = before.adding(try Self.derived(folder + "/expected/derived_episodes_last.csv"))
    }
    self.name = name
    self.year = year
    collection = LookedAfterReturn(
      year: year, authority: meta["localAuthority"] as? String, tables: tables, lastYear: lastYear,
      isXML: submission.isXML,
      reference: LookedAfterReference(
        postcodes: SuppliedPostcodes.directory(for: [tables[.episodes], lastYear?[.episodes]]),
        providers: try Self.providers(folder + "/expected/provider_lookup.csv")))
    let flagged = expected["flagged"] as? [String: [String: [Int]]] ?? [:]
    let positions = submission.isXML ? Self.positionsInXML(tables) : [:]
    self.expected = flagged.mapValues { tables in
      Set(
        tables.flatMap { table, rows in
          rows.map { FlaggedRow(table: table, row: positions[TableName(table)]?[$0] ?? $0) }
        })
    }
    failed = Set((expected["failed"] as? [String: Any]).map { Array($0.keys) } ?? expected["failed"] as? [String] ?? [])
  }

  /// Where the validator's rows of a table stand among Kith's: of a child's block in the XML header it makes a row only
  /// where the block's first item is filled, Kith where any is.
  private static func positionsInXML(_ tables: [TableName: RawTable]) -> [TableName: [Int]] {
    [TableName.ad1s: Field.adoptionDecided, .oc3s: .inTouch].reduce(into: [:]) { positions, item in
      guard let table = tables[item.key] else { return }
      positions[item.key] = (0..<table.rowCount).filter { table.text(item.value, row: $0) != nil }
    }
  }

  private static func object(_ path: String) throws -> [String: Any] {
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    return try #require(object as? [String: Any])
  }

  private static func providers(_ path: String) throws -> ProviderList {
    let text = try SeparatedText(Array(Data(contentsOf: URL(filePath: path))))
    return ProviderList(ProviderList.entries(of: [text.header] + text.records) ?? [])
  }

  private static func derived(_ path: String) throws -> [(field: Field, cells: [String?])] {
    let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").map { line in
      line.trimmingCharacters(in: .newlines).split(separator: ",", omittingEmptySubsequences: false).map(String.init)
    }
    return ["PL_LA", "PL_LOCATION", "PL_DISTANCE"].map { name in
      let column = lines[0].firstIndex(of: name) ?? 0
      return (Field(name), lines.dropFirst().map { $0[column].isEmpty ? nil : $0[column] })
    }
  }
}
