import KithReturns
import KithRules

/// The rows of one table that are of one child, this year's and last year's beside each other.
struct ChildTable: Sendable {
  /// A row.
  struct Row: Sendable {
    let isLastYear: Bool
    /// The position in the table, by which findings name the row.
    let position: Int
    /// The line in the file; nil where the layout shows none.
    let line: Int?
    /// The day that tells the row from the child's others, as submitted.
    let key: String
    let cells: [Field: String]
  }

  let table: TableName
  let fields: [Field]
  let rows: [Row]

  /// Every table of a return that names a child.
  static func all(of child: String, in collection: some SubmittedReturn) -> [ChildTable] {
    collection.tableNames.compactMap { table in
      let now = rows(of: child, table, collection, isLastYear: false)
      let before = collection.lastYear.map { rows(of: child, table, $0, isLastYear: true) } ?? []
      guard !now.isEmpty || !before.isEmpty else { return nil }
      let source = now.isEmpty ? collection.lastYear ?? collection : collection
      let fields = source.raw(table).columns.sorted { $0.value < $1.value }.map(\.key)
      return ChildTable(table: table, fields: fields, rows: beside(now, before))
    }
  }

  private static func rows(
    of child: String, _ table: TableName, _ collection: some SubmittedReturn, isLastYear: Bool
  ) -> [Row] {
    let raw = collection.raw(table)
    guard raw.rowCount > 0, let order = collection.order(table),
      let number = (0..<collection.childCount).first(where: { collection.childID($0, in: table) == child })
    else { return [] }
    let key = collection.keyDate(of: table)
    return order.rows(ofChild: number).filter { $0 < raw.rowCount }.map { row in
      let cells = raw.columns.keys.compactMap { field in raw.text(field, row: row).map { (field, $0) } }
      return Row(
        isLastYear: isLastYear, position: row, line: raw.line(ofRow: row),
        key: key.flatMap { raw.text($0, row: row) } ?? "", cells: Dictionary(uniqueKeysWithValues: cells))
    }
  }

  /// Rows of both years, those of one day beside each other, in the order in which they were submitted.
  private static func beside(_ now: [Row], _ before: [Row]) -> [Row] {
    var left = before
    var rows: [Row] = []
    for row in now {
      rows.append(row)
      if let same = left.firstIndex(where: { $0.key == row.key }) { rows.append(left.remove(at: same)) }
    }
    return left + rows
  }
}
