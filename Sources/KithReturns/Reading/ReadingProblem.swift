/// A fault of a file's text that stops nothing: where it stands and what to write instead.
public struct ReadingProblem: Sendable, Hashable {
  /// What is wrong.
  public enum Kind: String, Sendable, CaseIterable {
    /// A line that holds nothing between the file's rows.
    case blankLine
    /// A row with more cells than the header.
    case tooManyCells
    /// A row with fewer cells than the header.
    case tooFewCells
    /// A quote that opens a cell and does not close it.
    case openQuote
    /// White space before or after a value.
    case whiteSpace
    /// A column that the table should have and the file has not.
    case missingColumn
    /// A column that is there twice; the first is read.
    case doubledColumn
    /// An XML element that the layout does not have.
    case unknownElement
    /// An XML element that stands twice in a row; the last is read.
    case doubledElement
  }

  /// What is wrong.
  public let kind: Kind
  /// The table.
  public let table: TableName
  /// Whether the table is of the year before.
  public let isLastYear: Bool
  /// The file's name, without its folder.
  public let file: String
  /// The line, from 1; nil when the fault is of the whole file.
  public let line: Int?
  /// The row's position in its table; nil for a line that is no row.
  public let row: Int?
  /// The field; nil when the fault is of the whole line.
  public let field: Field?
}

extension ReadingProblem.Kind {
  /// What is wrong and what to do about it.
  public var advice: String {
    switch self {
    case .blankLine: "A blank line stands between rows; delete it."
    case .tooManyCells: "The row has more cells than the header; put a value that holds a comma in quotes."
    case .tooFewCells: "The row has fewer cells than the header; the missing cells were read as blank."
    case .openQuote: "A quotation mark opens this value and does not close it; close it or delete it."
    case .whiteSpace: "The value has white space around it, which was left out; delete it."
    case .missingColumn: "The file has no column of this name; add it, blank if there is nothing to put in it."
    case .unknownElement: "The layout has no element of this name here; it was left aside. Rename or delete it."
    case .doubledElement: "The row has two elements of this name; the last was read. Delete the other."
    case .doubledColumn: "The file has two columns of this name; the first was read. Delete the other."
    }
  }
}
