public import KithReturns
import KithTables

extension LookedAfterReturn: SubmittedReturn {
  /// The tables, in the guidance's order.
  public var tableNames: [TableName] { LookedAfterSchema.tables.map(\.name) }

  /// The authority's identifier of the child with a number.
  public func childID(_ number: Int) -> String { childIDs.indices.contains(number) ? texts[childIDs[number]] : "" }

  /// The field whose day tells one of a child's rows from another.
  public func keyDate(of table: TableName) -> Field? {
    switch table {
    case .episodes: .start
    case .reviews: .review
    case .placedForAdoption: .placedDecided
    case .absences: .missingStart
    case .socialWorkers: .workerStart
    case .deprivationsOfLiberty: .orderStart
    default: nil
    }
  }

  /// The child's latest social worker.
  public func worker(ofChild number: Int) -> String? {
    Child(self, number: number).socialWorkers.last { $0.worker.isPresent }.map { texts[$0.worker] }
  }

  /// The rows of a table by child.
  public func order(_ table: TableName) -> RowOrder? {
    switch table {
    case .headers: headers.order
    case .episodes: episodes.order
    case .reviews: reviews.order
    case .uascs: uascs.order
    case .oc2s: oc2s.order
    case .oc3s: oc3s.order
    case .ad1s: ad1s.order
    case .placedForAdoption: placedForAdoption.order
    case .previousPermanence: previousPermanence.order
    case .absences: absences.order
    case .socialWorkers: socialWorkers.order
    case .deprivationsOfLiberty: deprivationsOfLiberty.order
    default: nil
    }
  }

  /// The fields of a table that hold a day.
  public func dayFields(of table: TableName) -> Set<Field> {
    LookedAfterSchema.tables.first { $0.name == table }?.days ?? []
  }

  /// The rows of a table where a field holds a text that is not a day.
  public func unreadableDays(_ table: TableName, _ field: Field) -> [Int] { unreadable[table]?[field] ?? [] }

  /// The table from which a field is worked out: the UASC flag is, from that of such children.
  public func derivation(of field: Field) -> TableName? { field == .unaccompanied ? .uascs : nil }

  /// What must be supplied so that a field is worked out: the postcodes for where placements lie, and the authority
  /// too for whether that is its own area.
  public func supply(for field: Field) -> Supply? {
    guard placementFields.contains(field) else { return nil }
    return reference.postcodes != nil && field == .placementLocation ? .authority : .postcodes
  }

  /// Whether something that rules may need was supplied.
  public func has(_ supply: Supply) -> Bool {
    switch supply {
    case .authority: authority != nil
    case .postcodes: reference.postcodes != nil || placementFields.contains(where: episodes.raw.has)
    case .postcodeFile: reference.postcodes != nil
    case .providers: reference.providers != nil
    case .bankHolidays: true
    }
  }

  private var placementFields: [Field] { [.placementAuthority, .placementLocation, .placementDistance] }
}
