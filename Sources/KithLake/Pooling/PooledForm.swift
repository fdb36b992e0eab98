import KithEngine
import KithReturns
import KithStore

/// What the cells of a column may look like in a pool.
struct PooledForm {
  private let treatment: ColumnTreatment
  private let isMonth: Bool

  /// The form of a column, by the fields that the agreement names and how days stand.
  init(_ column: StoredColumn, fields: [String], dates: String) {
    let isCovered = LakeRecipe.covers(
      column.fields.map(\.description), by: fields, withheld: LakeRecipe.neverPooled)
    treatment = isCovered ? .ofKind(column) : .leftOut
    isMonth = dates != LakeRecipe.Dates.birthMonth.rawValue || ColumnTreatment.births.contains(column.name)
  }

  private static let name = "[0-9a-f]{32}"

  /// The condition that a value that is there may stand in the column; nil where every one may.
  func condition(_ column: String) -> SQL? {
    let cell: SQL = "\(identifier: column)"
    return switch treatment {
    case .number: nil
    case .leftOut: "FALSE"
    case .day: isMonth ? "day(\(sql: cell)) = 1" : nil
    case .keyed(.child): Self.match(cell, Self.name + "[-/.]*")
    case .keyed(.postcode): Self.match(cell, PostcodeSector.form)
    case .keyed: Self.match(cell, Self.name)
    case .listed(let codes): "\(sql: cell) IN (\(sql: codes.map { "\(literal: $0)" as SQL }.joined(by: ", ")))"
    case .formed(let form): Self.match(cell, form)
    case .mapped: Self.match(cell, "[A-Z0-9/]{1,8}") + " AND NOT " + Self.match(cell, Self.postcode)
    }
  }

  /// What to send instead of a value that may not stand there.
  var remedy: String {
    switch treatment {
    case .number: ""
    case .leftOut: "is of a field that the agreement does not name, or that no pool takes; leave it empty"
    case .day: "is a day where only a month may stand; send the first of the month"
    case .keyed(.child): "is no keyed name; send the authority's pseudonym of the child"
    case .keyed(.postcode): "is no postcode sector; send all but the postcode's last two letters"
    case .keyed: "is no keyed name; send the authority's pseudonym"
    case .listed, .formed, .mapped: "is no code of the guidance; leave it empty or mend the return"
    }
  }

  private static func match(_ cell: SQL, _ form: String) -> SQL { "regexp_full_match(\(sql: cell), \(literal: form))" }

  private static let postcode = "[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}"

  /// The tables of the store's own that a pool takes.
  static let ownTables: Set<String> = [
    "submission", "submission_table", "submission_field", "person_link", "harmonisation", "authority",
    "authority_successor",
  ]

  /// The condition that a text may stand in a column of one of the store's own tables.
  static func ownCondition(_ table: String, _ column: String) -> SQL {
    switch (table, column) {
    case ("person_link", "child"): match("\(identifier: column)", name + "[-/.]*")
    case ("person_link", "person"): match("\(identifier: column)", name)
    case ("submission", "as_of"), ("submission", "files_sha256"): "\(identifier: column) = ''"
    default:
      """
      NOT regexp_matches(\(identifier: column), '[A-Z][0-9]{11}[0-9A-Z]')
      AND NOT regexp_matches(\(identifier: column), '\\b[A-Z]{1,2}[0-9][A-Z0-9]? ?[0-9][A-Z]{2}\\b')
      """
    }
  }
}

extension ColumnTreatment {
  /// What is done to a column that the agreement covers.
  static func ofKind(_ column: StoredColumn) -> ColumnTreatment {
    switch column.kind {
    case .day: .day
    case .whole, .number: .number
    case .text: .ofText(column.name)
    case .mapped: .mapped(column.fields.map { $0.description.lowercased() })
    }
  }

  /// What is done to a column under an agreement.
  static func of(_ column: StoredColumn, in table: StoredTable, _ recipe: LakeRecipe) -> ColumnTreatment {
    recipe.covers(column.fields.map(\.description)) ? .ofKind(column) : .leftOut
  }
}
