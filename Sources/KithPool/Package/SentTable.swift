public import KithLake

/// A table of a package as a preview tells of it: its rows, and what was done to each of its columns.
public struct SentTable: Hashable, Sendable {
  /// The table's name in the store.
  public let table: String
  /// How many rows of all returns are sent.
  public let rows: Int
  /// The columns, in order.
  public let columns: [SentColumn]

  /// The tables that have rows, in the order of the guidance.
  static func all(_ lake: LakeManifest, _ fields: [String]) -> [SentTable] {
    let files = Dictionary(grouping: lake.submissions.flatMap(\.files), by: \.table)
    return SentColumn.byTable(fields: fields, dates: lake.dates).compactMap { table, columns in
      guard let own = files[table] else { return nil }
      return SentTable(table: table, rows: own.map(\.rows).reduce(0, +), columns: columns)
    }
  }
}
