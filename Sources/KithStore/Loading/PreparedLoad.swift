import KithReturns

/// A return with its rows laid out as they are stored, so that a store need be held no longer than storing takes.
public struct PreparedLoad: Sendable {
  /// What is loaded, without its tables.
  public let request: LoadRequest
  /// The tables that have rows.
  let tables: [TableRows]
  let states: [TableState]

  /// Lays a return's rows out.
  public init(_ request: LoadRequest) {
    self.request = request.withoutTables
    let submitted = request.linkedTables
    let raw = StoredTable.tables(of: request.collection).map { table in
      (table, submitted[table.schema.name] ?? .absent(table.schema.name))
    }
    tables = raw.filter { $0.1.rowCount > 0 }.map { TableRows(table: $0, raw: $1) }
    states = raw.map { TableState($0, $1, in: request) }
  }

  /// How many rows there are.
  public var rows: Int { tables.reduce(0) { $0 + $1.count } }
}

/// Whether a table and its fields were collected in a year, and submitted.
struct TableState: Sendable {
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
  /// The tables with the rows of the CIN Census linked to those in which they stand.
  var linkedTables: [TableName: RawTable] {
    guard collection == .inNeed else { return tables }
    let linked = InNeedReturn(year: year, authority: authority, tables: tables)
    return Dictionary(uniqueKeysWithValues: InNeedSchema.tables.map { ($0.name, linked.raw($0.name)) })
  }
}
