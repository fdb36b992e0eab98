/// Makes the CIN tables row by row, in the order of the document; a child's rows wait for the end of the child, as only
/// then is its identifier sure to be known.
struct InNeedTablesBuilder {
  private let file: String
  private var builders: [RawTableBuilder]
  /// How many rows began in each table.
  private var counts: [Int]
  /// How many of them stand in the row of the table above that began last.
  private var ordinals: [Int]
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
  private static let parents = schemas.map { $0.nesting?.parent.flatMap { places[$0] } }
  private static let header = places[.censusHeader] ?? 0
  private static let child = places[.childIdentifiers] ?? 0
  /// The columns of each table for the numbers by which flat tables tell rows apart, the outermost's first.
  private static let numberColumns = schemas.map { schema in
    [Field.detailsNumber, .assessmentNumber, .protectionPlanNumber].compactMap { schema.fields.firstIndex(of: $0) }
  }

  init(file: String) {
    self.file = file
    builders = Array(repeating: RawTableBuilder(), count: Self.schemas.count)
    counts = Array(repeating: 0, count: Self.schemas.count)
    ordinals = counts
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
  func childLacks(_ table: Int) -> Bool { counts[table] == childCount }

  mutating func beginChild() {
    childCount += 1
    identifier = nil
    begin(holder: Self.child)
  }

  /// Starts to count the rows that stand in a new row of a table.
  private mutating func begin(holder: Int) {
    for table in ordinals.indices where Self.parents[table] == holder { ordinals[table] = 0 }
  }

  /// Begins a row of the table at this place among the schema's.
  mutating func beginRow(_ table: Int, line: Int) {
    let above = Self.parents[table]
    let holder = above.flatMap { above in open.last { $0.table == above } }
    var values = [String?](repeating: nil, count: Self.schemas[table].fields.count)
    ordinals[table] += 1
    number(&values, table, in: holder)
    let parent = above == Self.child ? childCount : above.map { _ in holder?.place ?? 0 }
    open.append(Row(table: table, place: counts[table], line: line, parent: parent, values: values))
    counts[table] += 1
    if table != Self.child { begin(holder: table) }
  }

  /// Gives a row the numbers by which flat tables tell rows apart: those of the row in which it stands, and its own.
  private func number(_ values: inout [String?], _ table: Int, in holder: Row?) {
    let inherited = holder.map { holder in Self.numberColumns[holder.table].map { holder.values[$0] } } ?? []
    for (place, column) in Self.numberColumns[table].enumerated() {
      values[column] = place < inherited.count ? inherited[place] : String(ordinals[table])
    }
  }

  /// Sets a cell of the innermost row, by the field's place among its table's.
  mutating func set(_ column: Int, _ text: String) {
    guard let row = open.indices.last else { return }
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
