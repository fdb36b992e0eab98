public import KithReturns

/// A return that rules check.
public protocol SubmittedReturn: LinkedReturn {
  /// The calendar year in which the collection ends.
  var year: Int { get }
  /// The text of a table as submitted, with no columns when it was not.
  func raw(_ table: TableName) -> RawTable
  /// The tables, in the guidance's order.
  var tableNames: [TableName] { get }
  /// How many children the return and last year's have together.
  var childCount: Int { get }
  /// The authority's identifier of the child with a number.
  func childID(_ number: Int) -> String
  /// The authority's identifier of the child with a number, as the return of a table has it.
  func childID(_ number: Int, in table: TableName) -> String
  /// The field of a table whose day tells one of a child's rows from another; nil where a child has one row.
  func keyDate(of table: TableName) -> Field?
  /// The identifier of the child's worker, the latest that the return names; nil when it names none.
  func worker(ofChild number: Int) -> String?
  /// The rows of a table by child.
  func order(_ table: TableName) -> RowOrder?
  /// The fields of a table that hold a day.
  func dayFields(of table: TableName) -> Set<Field>
  /// The rows of a table where a field holds a text that is not a day.
  func unreadableDays(_ table: TableName, _ field: Field) -> [Int]
  /// The table from which a field that no file need hold is worked out when the file has it not; nil for others.
  func derivation(of field: Field) -> TableName?
  /// What must be supplied so that a field which no file need hold is worked out; nil for other fields.
  func supply(for field: Field) -> Supply?
  /// Whether something that rules may need was supplied.
  func has(_ supply: Supply) -> Bool
}

extension SubmittedReturn {
  /// The identifier, which is the same in every table of one return.
  public func childID(_ number: Int, in table: TableName) -> String { childID(number) }

  /// Nothing need be supplied.
  public func supply(for field: Field) -> Supply? { nil }
}
