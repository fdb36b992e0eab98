import KithReturns

extension SyntheticReturn {
  /// The returns with errors put in, about one row in a thousand for each kind and one at least, and the answers.
  ///
  /// No child has two errors, so that each finding can be told from the others.
  public func withErrors(seed: UInt64, authority: SyntheticAuthority) -> (
    returns: SyntheticReturn, errors: [PlantedError]
  ) {
    var planter = ErrorPlanter(self, Chance(seed: seed, 20, UInt64(authority.place), UInt64(year)))
    for kind in ErrorKind.all where kind.years.contains(year) { planter.plant(kind) }
    planter.repeatRow()
    return (
      SyntheticReturn(year: year, lookedAfter: planter.lookedAfter, inNeed: planter.inNeed), planter.errors
    )
  }
}

/// Puts errors into tables.
struct ErrorPlanter {
  private(set) var lookedAfter: [TableName: RawTable]
  private(set) var inNeed: [TableName: RawTable]
  private(set) var errors: [PlantedError] = []
  private var chance: Chance
  private var children: Set<String> = []

  init(_ made: SyntheticReturn, _ chance: Chance) {
    lookedAfter = made.lookedAfter
    inNeed = made.inNeed
    self.chance = chance
  }

  /// Plants errors of a kind in rows that can go wrong so.
  mutating func plant(_ kind: ErrorKind) {
    let isCare = kind.collection == "ssda903"
    guard let table = isCare ? lookedAfter[kind.table] : inNeed[kind.table], table.rowCount > 0 else { return }
    var changes: [Int: [Field: String?]] = [:]
    for _ in 0..<(1 + table.rowCount / 1_000) {
      guard let (row, change) = target(kind, in: table) else { continue }
      changes[row] = change
      errors.append(
        PlantedError(
          kind: kind.name, rule: kind.rule, collection: kind.collection, table: kind.table, row: row,
          child: child(ofRow: row, in: table)))
    }
    let changed = table.replacing(changes)
    if isCare { lookedAfter[kind.table] = changed } else { inNeed[kind.table] = changed }
  }

  private mutating func target(_ kind: ErrorKind, in table: RawTable) -> (Int, [Field: String?])? {
    for _ in 0..<60 {
      let row = chance.below(table.rowCount)
      let child = child(ofRow: row, in: table)
      guard !children.contains(child) else { continue }
      let cells = Dictionary(
        uniqueKeysWithValues: table.columns.keys.compactMap { field in
          table.text(field, row: row).map { (field, $0) }
        })
      guard let change = kind.change(ErrorRow(cells: cells, number: row)) else { continue }
      children.insert(child)
      return (row, change)
    }
    return nil
  }

  private func child(ofRow row: Int, in table: RawTable) -> String {
    table.text(.child, row: row) ?? table.text(.childIdentifier, row: row) ?? ""
  }

  /// Sends a header twice.
  mutating func repeatRow() {
    guard let table = lookedAfter[.headers], table.rowCount > 0 else { return }
    for _ in 0..<60 {
      let row = chance.below(table.rowCount)
      let child = child(ofRow: row, in: table)
      guard children.insert(child).inserted else { continue }
      lookedAfter[.headers] = table.replacing([:], repeating: row)
      errors.append(
        PlantedError(
          kind: "row sent twice", rule: "INT32", collection: "ssda903", table: .headers, row: row, child: child))
      return
    }
  }
}

extension RawTable {
  /// The table with other cells in some rows, and a row added again at its end.
  fileprivate func replacing(_ changes: [Int: [Field: String?]], repeating row: Int? = nil) -> RawTable {
    let fields = columns.sorted { $0.value < $1.value }.map(\.key)
    var builder = RawTableBuilder()
    let rows = Array(0..<rowCount) + (row.map { [$0] } ?? [])
    for (place, row) in rows.enumerated() {
      let change = place < rowCount ? changes[row] ?? [:] : [:]
      let cells = fields.map { field -> String? in change[field] ?? text(field, row: row) }
      builder.append(cells, line: place + 2, in: parents.isEmpty ? nil : Int(parents[row]))
    }
    return builder.table(name, file: file, fields: fields)
  }
}
