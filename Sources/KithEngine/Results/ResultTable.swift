/// The rows of a result, by column.
///
/// Columns read from the engine's own buffers, which live as long as the table or any of its columns does.
public struct ResultTable {
  /// The number of rows.
  public let rowCount: Int
  private let schema: Schema
  private let batches: [Batch]

  init(schema: Schema, batches: [Batch]) {
    self.schema = schema
    self.batches = batches
    rowCount = batches.reduce(0) { $0 + $1.rowCount }
  }

  /// The names of the columns, in order.
  public var columnNames: [String] { schema.names }

  /// A column of whole numbers of any width; decimals without places too, as `sum` gives.
  public func integers(_ name: String) throws(EngineError) -> IntegerColumn { try column(name) }

  /// A column of numbers of any kind, as doubles.
  public func doubles(_ name: String) throws(EngineError) -> DoubleColumn { try column(name) }

  /// A column of exact decimals; whole numbers too.
  public func decimals(_ name: String) throws(EngineError) -> DecimalColumn { try column(name) }

  /// A column of text, or of an engine's own list of words.
  public func text(_ name: String) throws(EngineError) -> TextColumn { try column(name) }

  /// A column of bytes.
  public func bytes(_ name: String) throws(EngineError) -> BytesColumn { try column(name) }

  /// A column of days.
  public func days(_ name: String) throws(EngineError) -> DayColumn { try column(name) }

  /// A column of moments.
  public func timestamps(_ name: String) throws(EngineError) -> TimestampColumn { try column(name) }

  /// A column of true and false.
  public func booleans(_ name: String) throws(EngineError) -> BooleanColumn { try column(name) }

  /// A column of lists, as `lists("codes", of: TextChunk.self)`.
  public func lists<Item: ColumnChunk>(
    _ name: String, of item: Item.Type
  ) throws(EngineError) -> Column<ListChunk<Item>> {
    try column(name)
  }

  private func column<Chunk: ColumnChunk>(_ name: String) throws(EngineError) -> Column<Chunk> {
    let names = columnNames
    guard let position = names.firstIndex(of: name) else {
      throw EngineError(.column, "the result has no column \(name); it has \(names.joined(separator: ", "))")
    }
    let type = schema.columns[position]
    if batches.isEmpty { _ = try Chunk(ArrowSource(emptyOf: type)) }
    var chunks: [Chunk] = []
    chunks.reserveCapacity(batches.count)
    for batch in batches { chunks.append(try Chunk(ArrowSource(column: position, of: batch, type: type))) }
    return Column(chunks: chunks, counts: batches.map(\.rowCount), owners: [schema] + batches)
  }
}
