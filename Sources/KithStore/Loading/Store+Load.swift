import Crypto
import KithEngine
import KithPlaces
import KithReturns
import KithTables

extension Store {
  /// Loads a return in one transaction: it is wholly in when this returns, and wholly out when it throws or is killed.
  ///
  /// A return of a collection, year and authority that the store has already supersedes the one that it has, which
  /// stays as history.
  public func load(_ request: LoadRequest) throws -> LoadOutcome {
    try refuseMixture(with: request)
    let hash = request.filesHash
    let before = try latest(of: request)
    if let before, before.hash == hash { return .alreadyThere(id: before.id) }
    return try connection.transaction {
      let id = try nextSubmission()
      let rows = try store(tablesOf: request, as: id)
      if let before {
        try connection.execute("UPDATE submission SET state = 'superseded' WHERE id = \(before.id)")
      }
      let version = try nextVersion(of: request)
      try insert(request, id: id, version: version, supersedes: before?.id, hash: hash, rows: rows)
      try note(synthetic: request.isSynthetic)
      try log("load", detail: "submission \(id), version \(version), \(rows) rows", asOf: request.asOf)
      return .loaded(id: id, version: version, rows: rows, superseded: before?.id)
    }
  }

  private func refuseMixture(with request: LoadRequest) throws {
    guard let isSynthetic = try isSynthetic, isSynthetic != request.isSynthetic else { return }
    throw StoreError(
      .mixed,
      isSynthetic
        ? "The store holds synthetic submissions, and this one is real; load it into another store."
        : "The store holds real submissions, and this one is synthetic; load it into another store.")
  }

  private func note(synthetic: Bool) throws {
    guard try isSynthetic == nil else { return }
    try connection.execute("INSERT INTO store_note VALUES ('synthetic', \(String(synthetic)))")
  }

  private func latest(of request: LoadRequest) throws -> (id: Int, hash: String)? {
    let found = try connection.query(
      """
      SELECT id, files_sha256 FROM submission
      WHERE state = 'current' AND \(sql: request.place)
      """)
    guard let id = try found.integers("id").first ?? nil, let hash = try found.text("files_sha256").first ?? nil else {
      return nil
    }
    return (Int(id), hash)
  }

  private func nextSubmission() throws -> Int {
    Int(try connection.query("SELECT coalesce(max(id), 0) + 1 AS id FROM submission").integers("id")[0] ?? 1)
  }

  private func nextVersion(of request: LoadRequest) throws -> Int {
    let found = try connection.query(
      "SELECT coalesce(max(version), 0) + 1 AS v FROM submission WHERE \(sql: request.place)")
    return Int(try found.integers("v")[0] ?? 1)
  }

  private func insert(
    _ request: LoadRequest, id: Int, version: Int, supersedes: Int?, hash: String, rows: Int
  ) throws {
    try connection.execute(
      """
      INSERT INTO submission VALUES (
        \(id), \(request.collection.rawValue), \(request.year), \(request.authority), \(version),
        \(supersedes), 'current', \(request.check?.ruleBook), \(request.check?.errors), \(request.check?.queries),
        \(hash), \(rows), \(request.isSynthetic), \(request.extract?.edition), \(request.asOf))
      """)
  }
}

extension Store {
  /// Stores the rows of a return and what is to be known of its tables. Returns the number of rows.
  private func store(tablesOf request: LoadRequest, as id: Int) throws -> Int {
    let tables = request.linkedTables
    let stored = StoredTable.tables(of: request.collection).map { table in
      (table, tables[table.schema.name] ?? .absent(table.schema.name))
    }
    for (table, raw) in stored where raw.rowCount > 0 { try store(TableRows(table: table, raw: raw), as: id) }
    try describe(stored, submission: id, of: request)
    let files = request.files
    try connection.ingest(
      [
        .integers("submission", files.map { _ in id }), .text("name", files.map(\.name)),
        .text("sha256", files.map(\.sha256)), .text("table_name", files.map(\.table.description)),
        .integers("row_count", files.map(\.rows)),
      ], into: "file", catalog: Self.catalog, mode: .append)
    return stored.reduce(0) { $0 + $1.1.rowCount }
  }

  private func store(_ rows: TableRows, as id: Int) throws {
    let (columns, unreadable) = rows.columns(submission: id)
    try connection.ingest(columns, into: rows.table.name, catalog: Self.catalog, mode: .append)
    guard !unreadable.isEmpty else { return }
    try connection.ingest(
      [
        .integers("submission", unreadable.map { _ in id }),
        .text("table_name", unreadable.map { _ in rows.table.name }),
        .integers("position", unreadable.map(\.position)), .text("field", unreadable.map(\.field)),
        .text("text", unreadable.map(\.text)),
      ], into: "unreadable", catalog: Self.catalog, mode: .append)
  }

  /// Keeps what is to be known of each table: whether it was collected in the year, whether it and each field were
  /// submitted, and the count and hash of its rows.
  private func describe(_ tables: [(StoredTable, RawTable)], submission id: Int, of request: LoadRequest) throws {
    let states = tables.map { table, raw in TableState(table, raw, in: request) }
    let marks = try tables.map { table, raw in
      raw.rowCount > 0 ? try self.marks(of: table, in: id...id)[id] ?? .none : .none
    }
    try connection.ingest(
      [
        .integers("submission", states.map { _ in id }), .text("table_name", states.map(\.name)),
        .text("state", states.map(\.state)), .integers("row_count", marks.map(\.count)),
        .text("rows_sha256", marks.map(\.hash)),
      ], into: "submission_table", catalog: Self.catalog, mode: .append)
    let fields = states.flatMap { table in table.fields.map { (table.name, $0.field, $0.state) } }
    try connection.ingest(
      [
        .integers("submission", fields.map { _ in id }), .text("table_name", fields.map(\.0)),
        .text("field", fields.map(\.1)), .text("state", fields.map(\.2)),
      ], into: "submission_field", catalog: Self.catalog, mode: .append)
  }
}

/// Whether a table and its fields were collected in a year, and submitted.
private struct TableState {
  let name: String
  let state: String
  let fields: [(field: String, state: String)]

  init(_ table: StoredTable, _ raw: RawTable, in request: LoadRequest) {
    let schema = table.schema
    let isCollected = schema.years.contains(request.year)
    let missing = request.extract == nil ? "not submitted" : "not in the extract"
    name = table.name
    state = raw.isSubmitted ? "submitted" : isCollected ? missing : "not collected"
    fields = (schema.fields + schema.derived).map { field in
      if raw.has(field) { return (field.description, request.extract?.states[schema.name]?[field] ?? "submitted") }
      let holds = isCollected && schema.fieldYears[field]?.contains(request.year) ?? true
      return (field.description, holds ? missing : "not collected")
    }
  }
}

extension LoadRequest {
  /// The condition that a submission is of this collection, year and authority.
  var place: SQL {
    "collection = \(collection.rawValue) AND year = \(year) AND authority = \(authority)"
  }

  /// The tables with the rows of the CIN Census linked to those in which they stand.
  var linkedTables: [TableName: RawTable] {
    guard collection == .inNeed else { return tables }
    let linked = InNeedReturn(year: year, authority: authority, tables: tables)
    return Dictionary(uniqueKeysWithValues: InNeedSchema.tables.map { ($0.name, linked.raw($0.name)) })
  }
}

extension Digest {
  /// The digest in hexadecimal.
  var hexadecimal: String {
    let digits = Array("0123456789abcdef")
    return String(flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] })
  }
}
