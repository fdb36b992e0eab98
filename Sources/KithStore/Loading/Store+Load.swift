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
  public func load(_ request: LoadRequest) throws -> LoadOutcome { try load(PreparedLoad(request)) }

  /// Loads a return whose rows have been laid out.
  public func load(_ prepared: PreparedLoad) throws -> LoadOutcome {
    let request = prepared.request
    try refuseMixture(with: request)
    let hash = request.filesHash
    let before = try latest(of: request)
    if let before, before.hash == hash { return .alreadyThere(id: before.id) }
    return try connection.transaction {
      let id = try nextSubmission()
      let rows = prepared.rows
      try store(tablesOf: prepared, as: id)
      if let before {
        try connection.execute("UPDATE submission SET state = 'superseded' WHERE id = \(before.id)")
      }
      let version = try nextVersion(of: request)
      try insert(request, id: id, version: version, supersedes: before?.id, hash: hash, rows: rows)
      try keep(request.check?.rules ?? [], as: id)
      try note(synthetic: request.isSynthetic)
      try log("load", detail: "submission \(id), version \(version), \(rows) rows", asOf: request.asOf)
      return .loaded(id: id, version: version, rows: rows, superseded: before?.id)
    }
  }

  /// Makes ready for returns that are loaded one after the other: the engine writes what it has noted in its log to the
  /// tables less often, and so writes fewer half-full blocks twice.
  public func expectManyLoads() throws { try connection.execute("SET checkpoint_threshold = '256MB'") }

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
  /// Stores the rows of a return and what is to be known of its tables.
  private func store(tablesOf prepared: PreparedLoad, as id: Int) throws {
    for rows in prepared.tables { try store(rows, as: id) }
    try describe(prepared, submission: id)
    let files = prepared.request.files
    try connection.ingest(
      [
        .integers("submission", files.map { _ in id }), .text("name", files.map(\.name)),
        .text("sha256", files.map(\.sha256)), .text("table_name", files.map(\.table.description)),
        .integers("row_count", files.map(\.rows)),
      ], into: "file", catalog: Self.catalog, mode: .append)
  }

  private func store(_ rows: TableRows, as id: Int) throws {
    try connection.ingest(
      rows.columns(submission: id), into: rows.table.name, catalog: Self.catalog, mode: .append)
    let unreadable = rows.unreadable
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
  private func describe(_ prepared: PreparedLoad, submission id: Int) throws {
    let states = prepared.states
    var marks: [String: RowsMark] = [:]
    for rows in prepared.tables {
      marks[rows.table.name] = try rows.mark(submission: id) ?? self.marks(of: rows.table, in: id...id)[id]
    }
    try connection.ingest(
      [
        .integers("submission", states.map { _ in id }), .text("table_name", states.map(\.name)),
        .text("state", states.map(\.state)), .integers("row_count", states.map { (marks[$0.name] ?? .none).count }),
        .text("rows_sha256", states.map { (marks[$0.name] ?? .none).hash }),
      ], into: "submission_table", catalog: Self.catalog, mode: .append)
    let fields = states.flatMap { table in table.fields.map { (table.name, $0.field, $0.state) } }
    try connection.ingest(
      [
        .integers("submission", fields.map { _ in id }), .text("table_name", fields.map(\.0)),
        .text("field", fields.map(\.1)), .text("state", fields.map(\.2)),
      ], into: "submission_field", catalog: Self.catalog, mode: .append)
  }
}

extension LoadRequest {
  /// The condition that a submission is of this collection, year and authority.
  var place: SQL {
    "collection = \(collection.rawValue) AND year = \(year) AND authority = \(authority)"
  }
}
