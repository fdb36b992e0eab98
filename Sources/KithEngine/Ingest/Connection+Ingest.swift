import CArrow

extension Connection {
  /// What to do with a table that columns are stored in.
  public enum IngestMode: Hashable, Sendable {
    /// Make the table; one of its name is an error.
    case create
    /// Add to the table, which must be there.
    case append
    /// Make the table, in place of one of its name.
    case replace
  }

  /// Stores columns in a table, in bulk. Returns the number of rows stored.
  ///
  /// All columns must have the same number of rows. The values are copied once, into Arrow's layout. A table of another
  /// database than the connection's own, such as one attached, is named with its `catalog`.
  @discardableResult
  public func ingest(
    _ columns: [IngestColumn], into table: String, catalog: String? = nil, mode: IngestMode
  ) throws(EngineError) -> Int {
    try ingest(columns, into: table, mode: mode) { (statement: Statement) throws(EngineError) in
      if let catalog { try statement.set(ADBC_INGEST_OPTION_TARGET_CATALOG, catalog) }
    }
  }

  /// Keeps columns in a table of the connection's own, in place of what it held, for as long as the connection lasts.
  @discardableResult
  public func keep(_ columns: [IngestColumn], as table: String) throws(EngineError) -> Int {
    if dialect.ingestion == .text { return try keepAsText(columns, as: table) }
    try execute("DROP TABLE IF EXISTS \(identifier: table)")
    return try ingest(columns, into: table, mode: .create) { (statement: Statement) throws(EngineError) in
      try statement.set(ADBC_INGEST_OPTION_TEMPORARY, ADBC_OPTION_VALUE_ENABLED)
    }
  }

  private func ingest(
    _ columns: [IngestColumn], into table: String, mode: IngestMode,
    options: (Statement) throws(EngineError) -> Void
  ) throws(EngineError) -> Int {
    guard let rows = columns.first?.count else { throw EngineError(.ingest, "there are no columns to store") }
    if let odd = columns.first(where: { $0.count != rows }) {
      throw EngineError(
        .ingest, "the column \(odd.name) has \(odd.count) rows, and \(columns[0].name) has \(rows)")
    }
    let record = try OwnedRecord(columns: columns, rows: rows)
    let statement = try Statement(nil, empty: self)
    try statement.set(ADBC_INGEST_OPTION_TARGET_TABLE, table)
    try options(statement)
    try statement.set(ADBC_INGEST_OPTION_MODE, mode.option)
    try statement.bind(record)
    _ = try statement.execute()
    return rows
  }
}

extension Connection.IngestMode {
  fileprivate var option: String {
    switch self {
    case .create: ADBC_INGEST_OPTION_MODE_CREATE
    case .append: ADBC_INGEST_OPTION_MODE_APPEND
    case .replace: ADBC_INGEST_OPTION_MODE_REPLACE
    }
  }
}
