public import KithReturns
import KithTables

extension BothReturns: SubmittedReturn {
  /// The tables, each with its collection said: those of the CIN Census first.
  public var tableNames: [TableName] {
    inNeed.tableNames.map { $0.of(.inNeed) } + lookedAfter.tableNames.map { $0.of(.lookedAfter) }
  }

  /// How many children the returns, and last year's, have together.
  public var childCount: Int { max(inNeed.childCount, lookedAfter.childCount) }

  /// The authority's identifier of the child with a number, in the CIN Census or else in the SSDA903 return.
  public func childID(_ number: Int) -> String {
    let own = inNeed.childID(number)
    return own.isEmpty ? lookedAfter.childID(number) : own
  }

  /// The authority's identifier of the child with a number, as the return of a table has it.
  public func childID(_ number: Int, in table: TableName) -> String {
    own(table)?.childID(number) ?? childID(number)
  }

  /// The identifier of the child's worker, as the SSDA903 return has it.
  public func worker(ofChild number: Int) -> String? { lookedAfter.worker(ofChild: number) }

  /// The text of a table as submitted.
  public func raw(_ table: TableName) -> RawTable { own(table)?.raw(table.inItsReturn) ?? .absent(table) }

  /// The field of a table whose day tells one of a child's rows from another.
  public func keyDate(of table: TableName) -> Field? { own(table)?.keyDate(of: table.inItsReturn) }

  /// The rows of a table by child.
  public func order(_ table: TableName) -> RowOrder? { own(table)?.order(table.inItsReturn) }

  /// The fields of a table that hold a day.
  public func dayFields(of table: TableName) -> Set<Field> { own(table)?.dayFields(of: table.inItsReturn) ?? [] }

  /// The rows of a table where a field holds a text that is not a day.
  public func unreadableDays(_ table: TableName, _ field: Field) -> [Int] {
    own(table)?.unreadableDays(table.inItsReturn, field) ?? []
  }

  /// The table from which a field is worked out when its own has it not.
  public func derivation(of field: Field) -> TableName? {
    inNeed.derivation(of: field)?.of(.inNeed) ?? lookedAfter.derivation(of: field)?.of(.lookedAfter)
  }

  /// What must be supplied so that a field is worked out.
  public func supply(for field: Field) -> Supply? { lookedAfter.supply(for: field) }

  /// Whether something that rules may need was supplied.
  public func has(_ supply: Supply) -> Bool { lookedAfter.has(supply) || inNeed.has(supply) }

  /// The return whose table it is.
  private func own(_ table: TableName) -> (any SubmittedReturn)? {
    switch table.collection {
    case .lookedAfter: lookedAfter
    case .inNeed: inNeed
    case nil: nil
    }
  }
}
