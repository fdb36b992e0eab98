import CArrow

/// Columns of Kith's own making, to be given to a driver.
final class OwnedRecord {
  let array: UnsafeMutablePointer<ArrowArray>
  let schema: UnsafeMutablePointer<ArrowSchema>
  private var isGiven = false

  /// A record of columns that all have this many rows.
  init(columns: [IngestColumn], rows: Int) throws(EngineError) {
    array = .allocate(capacity: 1)
    schema = .allocate(capacity: 1)
    array.initialize(to: ArrowArray())
    schema.initialize(to: ArrowSchema())
    try Self.check(KithSchemaMake(schema, "+s", "", Int64(columns.count)))
    try Self.check(KithArrayMake(array, Int64(rows), 0, 1, Int64(columns.count)))
    for (position, column) in columns.enumerated() {
      guard let array = array.pointee.children[position], let schema = schema.pointee.children[position] else {
        continue
      }
      try ColumnWriter(array: array, schema: schema).write(column)
    }
  }

  /// A record of one row: the parameters of a statement.
  convenience init(parameters: [SQL.Parameter]) throws(EngineError) {
    let columns = parameters.enumerated().map { IngestColumn(parameter: $1, name: "p\($0 + 1)") }
    try self.init(columns: columns, rows: 1)
  }

  deinit {
    // A driver that was given the values frees them itself; the schema is freed by whoever has it.
    if !isGiven { array.pointee.release?(array) }
    schema.pointee.release?(schema)
    array.deallocate()
    schema.deallocate()
  }

  /// Notes that a driver has taken the values.
  func wasGiven() { isGiven = true }

  static func check(_ code: Int32) throws(EngineError) {
    guard code == 0 else { throw EngineError(.ingest, "there is not enough memory for the columns") }
  }
}
