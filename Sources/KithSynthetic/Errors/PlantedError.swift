public import KithReturns

/// An error put into a return on purpose: the answer that a check should give.
public struct PlantedError: Sendable, Hashable {
  /// What was done, in a few words.
  public let kind: String
  /// The rule that should fail; nil where no rule of the return can tell.
  public let rule: String?
  /// The collection, `ssda903` or `cin`.
  public let collection: String
  /// The table.
  public let table: TableName
  /// The row's place in its table, from 0.
  public let row: Int
  /// The authority's identifier of the child.
  public let child: String

  /// The known answers as a file.
  public static let fileName = SyntheticFiles.errors

  /// The file of some errors.
  public static func file(_ errors: [PlantedError]) -> String {
    errors.reduce(into: "COLLECTION,RULE,TABLE,ROW,CHILD,KIND\n") { text, error in
      text += "\(error.collection),\(error.rule ?? ""),\(error.table),\(error.row),\(error.child),\(error.kind)\n"
    }
  }
}

/// A way in which returns go wrong.
struct ErrorKind: Sendable {
  let name: String
  let rule: String?
  let collection: String
  let table: TableName
  /// The years in which the rule has an answer for it.
  var years: YearSpan = .all
  /// Changes a row's cells, by field; nil where the row cannot go wrong so.
  let change: @Sendable (ErrorRow) -> [Field: String?]?
}

/// A row before it goes wrong.
struct ErrorRow {
  let cells: [Field: String]
  let number: Int

  subscript(_ field: Field) -> String? { cells[field] }

  /// A cell with two neighbouring figures of the year swapped, as in 2042 for 2024.
  func mistyped(_ field: Field) -> String? {
    guard var text = self[field].map(Array.init), text.count == 10 else { return nil }
    let place = text.firstIndex(of: "/") == nil ? 2 : 8
    text.swapAt(place, place + 1)
    let typed = String(text)
    return typed == self[field] ? nil : typed
  }
}
