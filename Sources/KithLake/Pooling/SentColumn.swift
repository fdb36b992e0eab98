import KithReturns
import KithStore

/// A column as it is sent to a pool.
public struct SentColumn: Hashable, Sendable {
  /// The column's name in the store.
  public let name: String
  /// The guidance's fields that fill it.
  public let fields: [String]
  /// Whether anything is sent in it.
  public let isSent: Bool
  /// What is done to its values, in words.
  public let treatment: String

  /// The columns of every table, by the fields that an agreement names and how days stand.
  public static func byTable(fields: [String], dates: String) -> [(table: String, columns: [SentColumn])] {
    StoredTable.all.map { table in (table.name, table.columns.map { SentColumn($0, fields, dates) }) }
  }

  private init(_ column: StoredColumn, _ agreed: [String], _ dates: String) {
    let fields = column.fields.map(\.description)
    name = column.name
    self.fields = fields
    isSent = LakeRecipe.covers(fields, by: agreed, withheld: LakeRecipe.neverPooled)
    if LakeRecipe.neverPooled.contains(column.name) {
      treatment = "never sent"
    } else if !isSent {
      treatment = "not sent: the agreement does not name it"
    } else {
      treatment = ColumnTreatment.ofKind(column).words(in: column.name, dates: dates)
    }
  }
}

extension ColumnTreatment {
  /// What a pool's recipe does, in words.
  fileprivate func words(in column: String, dates: String) -> String {
    switch self {
    case .day:
      dates == LakeRecipe.Dates.birthMonth.rawValue && !Self.births.contains(column)
        ? "a day, as returned" : "the first of the month"
    case .keyed(.postcode): "the postcode's sector: without its last two letters"
    case .keyed(.child): "the authority's pseudonym"
    default: words
    }
  }
}
