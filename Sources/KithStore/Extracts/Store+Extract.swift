import Crypto
import Foundation
import KithEngine
import KithPlaces
import KithReturns
import KithTables

extension Store {
  /// Loads an extract from the files in a folder, a submission for each collection, year and authority in it; `each` is
  /// told what became of every one.
  ///
  /// `year` and `authority` are for files that do not say them.
  public func load(
    extractIn folder: String, by map: ExtractMap, year: Int? = nil, authority: String? = nil, isSynthetic: Bool = false,
    asOf: String? = nil,
    each: (LoadRequest, LoadOutcome) throws -> Void
  ) throws {
    for collection in CollectionKind.allCases {
      let columns = map.columns.filter { $0.collection == collection }
      guard !columns.isEmpty else { continue }
      let tables = try Dictionary(grouping: columns, by: \.table).values.map { columns in
        try ExtractTable(columns, folder: folder, on: connection)
      }.sorted { $0.name.description < $1.name.description }
      defer { for table in tables { table.drop(on: connection) } }
      let places = try Set(tables.flatMap { try $0.places(year: year, authority: authority, on: connection) })
      for place in places.sorted() {
        var request = try request(place, of: collection, tables, map, asOf)
        request.isSynthetic = isSynthetic
        let outcome = try load(request)
        try each(request.withoutTables, outcome)
      }
    }
  }

  private func request(
    _ place: ExtractPlace, of collection: CollectionKind, _ tables: [ExtractTable], _ map: ExtractMap, _ asOf: String?
  ) throws -> LoadRequest {
    var raw: [TableName: RawTable] = [:]
    var files: [LoadRequest.File] = []
    var states: [TableName: [Field: String]] = [:]
    for table in tables {
      let rows = try table.rows(of: place, on: connection)
      raw[table.name] = rows
      files.append(.init(name: table.file, sha256: table.sha256, table: table.name, rows: rows.rowCount))
      states[table.name] = table.states
    }
    return LoadRequest(
      collection, raw, files: files, year: place.year, authority: place.authority,
      extract: .init(edition: map.title, states: states), asOf: asOf)
  }
}

/// A year and an authority that an extract has rows of.
struct ExtractPlace: Hashable, Comparable {
  let year: Int
  let authority: String
  /// The texts by which the file names them; nil where the user did.
  let yearText: String?
  let authorityText: String?

  static func < (a: ExtractPlace, b: ExtractPlace) -> Bool { (a.year, a.authority) < (b.year, b.authority) }
  static func == (a: ExtractPlace, b: ExtractPlace) -> Bool { (a.year, a.authority) == (b.year, b.authority) }

  func hash(into hasher: inout Hasher) {
    hasher.combine(year)
    hasher.combine(authority)
  }
}
