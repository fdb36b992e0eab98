import Crypto
import Foundation
import KithEngine
import KithPlaces
import KithReturns
import KithTables

/// A file of an extract, read into a temporary table of the store's connection as text.
struct ExtractTable {
  let name: TableName
  let file: String
  let sha256: String
  private let columns: [ExtractMap.Column]
  private let collection: CollectionKind
  private let table: String

  init(_ columns: [ExtractMap.Column], folder: String, on connection: Connection) throws {
    guard let first = columns.first, columns.allSatisfy({ $0.file == first.file }) else {
      throw StoreError(.unfit, "The map draws one table from several files; a table has one.")
    }
    self.columns = columns
    (name, file, collection) = (first.table, first.file, first.collection)
    table = "extract_\(collection.rawValue)_\(name)"
    let path = folder + "/" + file
    sha256 = try Self.hash(path)
    try connection.execute(
      """
      CREATE OR REPLACE TEMP TABLE \(identifier: table) AS
      SELECT * FROM read_csv(\(literal: path), header = true, all_varchar = true)
      """)
    let held = try connection.query("SELECT * FROM \(identifier: table) LIMIT 0").columnNames
    let missing = columns.map(\.name).filter { !held.contains($0) }
    guard missing.isEmpty else {
      throw StoreError(
        .unfit, "\(file) has no column \(missing.joined(separator: ", ")); mend the map of its edition.")
    }
  }

  /// What the store is to note of the fields that are not as in a return.
  var states: [Field: String] {
    Dictionary(uniqueKeysWithValues: fields.compactMap { field, column in column.form.state.map { (field, $0) } })
  }

  func drop(on connection: Connection) {
    // A temporary table goes with the connection in any case.
    _ = try? connection.execute("DROP TABLE IF EXISTS temp.\(identifier: table)")
  }

  private var fields: [(Field, ExtractMap.Column)] {
    columns.compactMap { column in if case .field(let field) = column.target { (field, column) } else { nil } }
  }

  /// The years and authorities that the file has rows of.
  func places(year: Int?, authority: String?, on connection: Connection) throws -> [ExtractPlace] {
    let names = (column(.year), column(.authority))
    let found = try connection.query(
      """
      SELECT DISTINCT \(sql: Self.value(names.0)) AS y, \(sql: Self.value(names.1)) AS a FROM \(identifier: table)
      """)
    let (years, authorities) = (try found.text("y").values, try found.text("a").values)
    return try (0..<found.rowCount).map { row in
      guard let place = year ?? years[row].flatMap(Self.year), let owner = authority ?? authorities[row].map(Self.code)
      else {
        throw StoreError(
          .unfit,
          "\(file) has rows whose year or authority cannot be read; map (year) and (authority), "
            + "or give --year and --la.")
      }
      return ExtractPlace(
        year: place, authority: owner, yearText: year == nil ? years[row] : nil,
        authorityText: authority == nil ? authorities[row] : nil)
    }
  }

  /// The rows of a year and authority, as a table of a return.
  func rows(of place: ExtractPlace, on connection: Connection) throws -> RawTable {
    let isTheirs =
      condition(column(.year), place.yearText) + " AND " + condition(column(.authority), place.authorityText)
    let found = try connection.query("SELECT * FROM \(identifier: table) WHERE \(sql: isTheirs) ORDER BY rowid")
    let cells = try fields.map { _, column in (column.form, try found.text(column.name).values) }
    var builder = RawTableBuilder()
    for row in 0..<found.rowCount {
      builder.append(
        cells.map { form, values in values[row].map { form.rewritten($0.trimmed, for: collection) } }, line: 0)
    }
    return builder.table(name, file: file, fields: fields.map(\.0))
  }

  private func column(_ target: ExtractMap.Target) -> String? { columns.first { $0.target == target }?.name }

  private static func value(_ column: String?) -> SQL {
    column.map { "\(identifier: $0)" } ?? "CAST(NULL AS VARCHAR)"
  }

  private func condition(_ column: String?, _ text: String?) -> SQL {
    guard let column, let text else { return "TRUE" }
    return "\(identifier: column) = \(text)"
  }

  /// The year in which a collection ends, as `2024`, `2023/24` or `202324`.
  private static func year(_ text: String) -> Int? {
    let digits = text.filter(\.isNumber)
    guard let number = Int(digits) else { return nil }
    if digits.count == 4 { return number }
    guard digits.count == 6, number / 100 % 100 + 1 == number % 100 else { return nil }
    return number / 100 + 1
  }

  /// The authority's three digits where the register knows the text, else the text: extracts have names of their own.
  private static func code(_ text: String) -> String {
    let known = AuthorityCode(parsing: text).flatMap { AuthorityRegister.england[$0] }
    return (known ?? AuthorityRegister.england.authority(onsCode: text))?.code.description ?? text.trimmed
  }

  private static func hash(_ path: String) throws(StoreError) -> String {
    guard let handle = FileHandle(forReadingAtPath: path) else {
      throw StoreError(.unfit, "\(path) cannot be read; the map names it as a file of the extract.")
    }
    defer { try? handle.close() }
    var hash = SHA256()
    while let bytes = try? handle.read(upToCount: 1 << 20), !bytes.isEmpty { hash.update(data: bytes) }
    return hash.finalize().hexadecimal
  }
}
