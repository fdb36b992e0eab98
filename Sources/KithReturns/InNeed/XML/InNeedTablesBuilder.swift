/// Makes the CIN tables row by row, in the order of the document; a child's rows wait for the end of the child, as only
/// then is its identifier sure to be known.
struct InNeedTablesBuilder {
  private let file: String
  private var builders: [RawTableBuilder]
  /// How many rows began in each table.
  private var counts: [Int]
  private var waiting: [Row] = []
  private var open: [Row] = []
  private var childCount = -1
  private var identifier: String?

  private struct Row {
    let table: Int
    let place: Int
    let line: Int
    /// The row of the table above in which it stands.
    let parent: Int?
    var values: [String?]
  }

  private static let schemas = InNeedSchema.tables
  private static let places = Dictionary(uniqueKeysWithValues: zip(schemas.map(\.name), 0...))
  private static let columns = schemas.map { Dictionary(uniqueKeysWithValues: zip($0.fields, 0...)) }
  private static let parents = schemas.map { $0.nesting?.parent.flatMap { places[$0] } }
  private static let header = places[.censusHeader] ?? 0
  private static let child = places[.childIdentifiers] ?? 0

  init(file: String) {
    self.file = file
    builders = Array(repeating: RawTableBuilder(), count: Self.schemas.count)
    counts = Array(repeating: 0, count: Self.schemas.count)
  }

  /// The tables of all rows that ended.
  var tables: [TableName: RawTable] {
    Dictionary(
      uniqueKeysWithValues: zip(Self.schemas, builders).map { schema, builder in
        (
          schema.name,
          builder.table(schema.name, file: file, fields: schema.fields, elementPath: schema.nesting?.path)
        )
      })
  }

  /// The table of the innermost row that has not ended; of the children where there is none.
  var current: TableName { open.last.map { Self.schemas[$0.table].name } ?? .childIdentifiers }

  /// The position of that row in its table.
  var currentRow: Int? { open.last?.place }

  /// Whether the document had no header.
  var isWithoutHeader: Bool { counts[Self.header] == 0 }

  /// Whether the child's identifier has not been met.
  var isWithoutIdentifier: Bool { identifier == nil && open.last?.values[0] == nil }

  /// Whether the child has no row yet in a table of which it should have one.
  func childLacks(_ table: TableName) -> Bool { Self.places[table].map { counts[$0] } == childCount }

  mutating func beginChild() {
    childCount += 1
    identifier = nil
  }

  mutating func beginRow(_ table: TableName, line: Int) {
    guard let table = Self.places[table] else { return }
    let parent = Self.parents[table].map { above in
      above == Self.child ? childCount : open.last { $0.table == above }?.place ?? 0
    }
    var row = Row(
      table: table, place: counts[table], line: line, parent: parent,
      values: Array(repeating: nil, count: Self.schemas[table].fields.count))
    number(&row)
    counts[table] += 1
    open.append(row)
  }

  /// Gives a row the numbers by which flat tables tell rows apart: those of the rows in which it stands, and its own.
  private func number(_ row: inout Row) {
    let columns = Self.columns[row.table]
    let holders = open.filter { Self.parents[$0.table] != nil }
    for field in [Field.detailsNumber, .assessmentNumber, .protectionPlanNumber] {
      guard let column = columns[field] else { continue }
      let holder = holders.last { Self.columns[$0.table][field] != nil }
      row.values[column] = holder.flatMap { $0.values[Self.columns[$0.table][field] ?? 0] } ?? ownNumber(row)
    }
  }

  private func ownNumber(_ row: Row) -> String {
    String(1 + waiting.count { $0.table == row.table && $0.parent == row.parent })
  }

  mutating func set(_ field: Field, _ text: String) {
    guard let row = open.indices.last, let column = Self.columns[open[row].table][field] else { return }
    open[row].values[column] = text
  }

  mutating func endRow() {
    guard let row = open.popLast() else { return }
    if row.table == Self.child { identifier = row.values[0] }
    if row.table == Self.header { append(row) } else { waiting.append(row) }
  }

  mutating func endChild() {
    // Within a table rows end in the order in which they began, as none stands in another of its table.
    for var row in waiting {
      if row.table != Self.child { row.values[0] = identifier }
      append(row)
    }
    waiting.removeAll(keepingCapacity: true)
  }

  private mutating func append(_ row: Row) {
    builders[row.table].append(row.values, line: row.line, in: Self.parents[row.table] == nil ? nil : row.parent)
  }
}
