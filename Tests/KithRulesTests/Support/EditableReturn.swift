import KithReturns
import KithTables

@testable import KithRules

/// A table whose cells a test may change.
struct EditableTable: Sendable {
  let name: TableName
  var fields: [Field]
  var rows: [[String?]]

  init(_ name: TableName, _ fields: [Field], rows: [[String?]] = []) {
    (self.name, self.fields, self.rows) = (name, fields, rows)
  }

  init(_ raw: RawTable) {
    let fields = raw.columns.sorted { $0.value < $1.value }.map(\.key)
    self.init(raw.name, fields, rows: (0..<raw.rowCount).map { row in fields.map { raw.text($0, row: row) } })
  }

  var raw: RawTable {
    var builder = RawTableBuilder()
    for (place, row) in rows.enumerated() { builder.append(row, line: place + 2) }
    return builder.table(name, file: "\(name).csv", fields: fields)
  }

  var csv: String {
    let lines = [fields.map(\.description)] + rows.map { $0.map { $0 ?? "" } }
    return lines.map { $0.joined(separator: ",") + "\n" }.joined()
  }

  subscript(field: Field, row: Int) -> String? {
    get { fields.firstIndex(of: field).flatMap { rows[row][$0] } }
    set { if let column = fields.firstIndex(of: field) { rows[row][column] = newValue } }
  }

  /// The text of a row, by which it is known in whatever order the rows stand.
  func text(ofRow row: Int) -> String { rows[row].map { $0 ?? "" }.joined(separator: "|") }
}

/// A return whose cells a test may change.
struct EditableReturn: Sendable {
  var year: Int
  var authority: String? = "E09000027"
  var isXML = false
  var days: (first: Day, last: Day)?
  var tables: [TableName: EditableTable]
  var lastYear: [TableName: EditableTable]?

  init(year: Int, tables: [TableName: EditableTable], lastYear: [TableName: EditableTable]?) {
    (self.year, self.tables, self.lastYear) = (year, tables, lastYear)
  }

  init(_ item: ConformanceCase) {
    self.init(
      year: item.year, tables: item.tables.mapValues { EditableTable($0) },
      lastYear: item.lastYear?.mapValues { EditableTable($0) })
    (authority, isXML, days) = (item.authority, item.isXML, item.days)
  }

  init(_ collection: LookedAfterReturn) {
    func tables(_ from: LookedAfterReturn) -> [TableName: EditableTable] {
      let raw = from.tableNames.map(from.raw).filter(\.isSubmitted)
      return Dictionary(uniqueKeysWithValues: raw.map { ($0.name, EditableTable($0)) })
    }
    self.init(year: collection.year, tables: tables(collection), lastYear: collection.lastYear.map(tables))
    (authority, isXML) = (collection.authority, collection.isXML)
  }

  var collection: LookedAfterReturn {
    LookedAfterReturn(
      year: year, authority: authority, tables: tables.mapValues(\.raw), lastYear: lastYear?.mapValues(\.raw),
      isXML: isXML, days: days)
  }

  /// A table of this year or of last.
  subscript(place: TablePlace) -> EditableTable? {
    get { place.isLastYear ? lastYear?[place.table] : tables[place.table] }
    set { if place.isLastYear { lastYear?[place.table] = newValue } else { tables[place.table] = newValue } }
  }

  /// Every table, this year's first, in the guidance's order.
  var places: [TablePlace] {
    let names = LookedAfterSchema.tables.map(\.name)
    return names.filter { tables[$0] != nil }.map { TablePlace(table: $0, isLastYear: false) }
      + names.filter { lastYear?[$0] != nil }.map { TablePlace(table: $0, isLastYear: true) }
  }
}

/// A table of this year or of last.
struct TablePlace: Hashable, Sendable, CustomStringConvertible {
  let table: TableName
  let isLastYear: Bool

  var description: String { table.description + (isLastYear ? "_last" : "") }
}

extension LookedAfterRules {
  /// Every rule of every year, each in one year in which it holds: the rules of 2026, then those of other years that
  /// are not among them.
  static let booksOfEachRule: [(year: Int, rules: [Rule<LookedAfterReturn>])] = {
    var taken: Set<Int> = []
    return [2026, 2027, 2025, 2024, 2023].map { year in
      let places = all.indices.filter { all[$0].years.contains(year) && !taken.contains($0) }
      taken.formUnion(places)
      return (year, places.map { all[$0] })
    }
  }()
}
