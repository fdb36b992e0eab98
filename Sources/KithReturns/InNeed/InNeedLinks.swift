import KithTables

/// To which child each row of a CIN Census belongs, and in which rows of other tables it stands.
struct InNeedLinks {
  private let tables: [TableName: RawTable]
  private let numbers: [Int32]
  private let childCount: Int

  /// The links of tables whose rows know the rows in which they stand.
  init(_ tables: [TableName: RawTable], texts: inout TextDictionary, children: inout ChildNumbers) {
    self.tables = tables
    let identifiers = tables[.childIdentifiers] ?? .absent(.childIdentifiers)
    numbers = children.numbers(ofRows: ColumnReader(identifiers).labels(.childIdentifier, &texts))
    childCount = children.labels.count
  }

  /// The rows of a table by child and by the rows in which they stand, in the order of days.
  func order(of raw: RawTable, sortedBy days: [DayColumn]) -> RowOrder {
    RowOrder(
      raw, childOfRow: childOfRow(raw.name), childCount: childCount, in: ancestors(of: raw.name), sortedBy: days)
  }

  private func childOfRow(_ table: TableName) -> [Int32] {
    guard let raw = tables[table] else { return [] }
    if table == .childIdentifiers { return numbers }
    guard let parent = InNeedSchema.parent(of: table) else { return Array(repeating: -1, count: raw.rowCount) }
    let children = childOfRow(parent)
    return raw.parents.map { children[Int($0)] }
  }

  /// The rows in which a table's rows stand, the outermost first; a child's own row is none of them.
  private func ancestors(of table: TableName) -> [(rowOfRow: [Int32], count: Int)] {
    guard let parent = InNeedSchema.parent(of: table), parent != .childIdentifiers else { return [] }
    let own = tables[table]?.parents ?? []
    let above = ancestors(of: parent).map { rows, count in (rowOfRow: own.map { rows[Int($0)] }, count: count) }
    return above + [(rowOfRow: own, count: tables[parent]?.rowCount ?? 0)]
  }
}

extension InNeedSchema {
  /// The schema of a table.
  static func schema(of table: TableName) -> TableSchema? { tables.first { $0.name == table } }

  /// The table in whose rows those of a table stand; nil for the outermost.
  static func parent(of table: TableName) -> TableName? { schema(of: table)?.nesting?.parent }

  /// The fields that hold a day, in any table.
  static let days = tables.reduce(into: Set<Field>()) { $0.formUnion($1.days) }
}
