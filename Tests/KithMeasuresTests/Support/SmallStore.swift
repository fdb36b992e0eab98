import KithMeasures
import KithReturns
import KithStore
import KithTesting

/// A store of a few invented children, whose returns are written as tables in text.
final class SmallStore {
  private let folder: ScratchFolder
  let store: Store
  /// The measures of each year, once they were asked for.
  var runs: [RunKey: MeasureRun] = [:]

  /// What a run is of.
  struct RunKey: Hashable {
    let year: Int
    let options: MeasureOptions
  }

  /// A store in memory, or in a file.
  init(at path: String? = nil) throws {
    folder = try ScratchFolder()
    store = try path.map { try Store($0, for: .writing) } ?? Store.inMemory()
  }

  /// Loads a CIN Census of tables in text, cells apart by `|`: columns that are not written are blank, tables that are not are empty,
  /// and a child of whom nothing is said was born on 1 June 2015.
  func need(_ year: Int, _ tables: [TableName: String], authority: String = "301") throws {
    var tables = tables
    if tables[.childIdentifiers] == nil {
      let children = TextTable(tables[.cinDetails] ?? "").distinct("LAchildID")
      tables[.childIdentifiers] = (["LAchildID | PersonBirthDate | Sex"] + children.map { "\($0) | 2015-06-01 | F" })
        .joined(separator: "\n")
    }
    try load(.inNeed, year, tables, authority)
  }

  /// Loads an SSDA903 return in the same way, without some tables; a child of whom nothing is said was born on 1 June 2014.
  func care(
    _ year: Int, _ tables: [TableName: String], authority: String = "301", without absent: Set<TableName> = []
  ) throws {
    var tables = tables
    if tables[.headers] == nil {
      let children =
        (TextTable(tables[.episodes] ?? "").distinct("CHILD") + TextTable(tables[.oc3s] ?? "").distinct("CHILD"))
      tables[.headers] = (["CHILD | SEX | DOB"] + Set(children).sorted().map { "\($0) | F | 01/06/2014" })
        .joined(separator: "\n")
    }
    try load(.lookedAfter, year, tables, authority, without: absent)
  }

  private func load(
    _ kind: CollectionKind, _ year: Int, _ tables: [TableName: String], _ authority: String,
    without absent: Set<TableName> = []
  ) throws {
    let place = "\(authority)/\(kind.rawValue)-\(year)"
    for schema in kind.schemas where kind == .lookedAfter || schema.name != .censusHeader {
      if absent.contains(schema.name) { continue }
      let table = TextTable(tables[schema.name] ?? "")
      try folder.write(table.csv(of: schema), "\(place)/\(schema.name).csv")
    }
    let submission = try Submission.read([folder.path + "/" + place], of: kind)
    _ = try store.load(LoadRequest(submission, year: year, authority: authority))
    runs = [:]
  }
}

/// A table written in text: a heading and rows, cells apart by `|`.
struct TextTable {
  let header: [String]
  let rows: [[String]]

  init(_ text: String) {
    let lines = text.split(separator: "\n").map { line in
      line.split(separator: "|", omittingEmptySubsequences: false).map { String($0).trimmed }
    }
    header = lines.first ?? []
    rows = Array(lines.dropFirst())
  }

  func distinct(_ column: String) -> [String] {
    guard let place = header.firstIndex(of: column) else { return [] }
    return Set(rows.map { $0[place] }).sorted()
  }

  /// The table with all columns of its schema, and those worked out that it has.
  func csv(of schema: TableSchema) -> String {
    let fields = schema.fields.map(\.description) + schema.derived.map(\.description).filter(header.contains)
    let places = fields.map { header.firstIndex(of: $0) }
    let lines = rows.map { row in places.map { $0.flatMap { $0 < row.count ? row[$0] : nil } ?? "" } }
    return ([fields] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
  }
}

extension String {
  fileprivate var trimmed: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}
