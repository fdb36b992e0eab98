public import KithReturns
import KithTables

extension InNeedReturn: SubmittedReturn {
  /// The tables, in the guidance's order.
  public var tableNames: [TableName] { InNeedSchema.tables.map(\.name) }

  /// The authority's identifier of the child with a number.
  public func childID(_ number: Int) -> String { childIDs.indices.contains(number) ? texts[childIDs[number]] : "" }

  /// The field whose day tells one of a child's rows from another.
  public func keyDate(of table: TableName) -> Field? {
    switch table {
    case .cinDetails: .referred
    case .assessments: .assessmentStart
    case .cinPlans: .planStart
    case .section47s: .enquiryStart
    case .childProtectionPlans: .protectionStart
    case .reviews: .reviewed
    default: nil
    }
  }

  /// Nobody: the census does not name workers.
  public func worker(ofChild number: Int) -> String? { nil }

  /// The fields of a table that hold a day.
  public func dayFields(of table: TableName) -> Set<Field> {
    InNeedSchema.tables.first { $0.name == table }?.days ?? []
  }

  /// The rows of a table where a field holds a text that is not a day.
  public func unreadableDays(_ table: TableName, _ field: Field) -> [Int] { unreadable[table]?[field] ?? [] }

  /// The table from which a field is worked out: an assessment's factors are, from their own.
  public func derivation(of field: Field) -> TableName? { field == .factors ? .identifiedFactors : nil }

  /// Whether something was supplied: the authority's code, or the bank holidays over which rules count, which is 65
  /// working days back from the year's end and 5 from its start.
  public func has(_ supply: Supply) -> Bool {
    switch supply {
    case .authority: authority != nil
    case .bankHolidays: workingDay(5, backFrom: start).hasValue && workingDay(65, backFrom: end).hasValue
    case .postcodes, .postcodeFile, .providers: false
    }
  }
}
