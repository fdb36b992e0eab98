public import KithTables

/// A child adopted in the year (AD1).
public struct AD1: Row {
  /// The return that holds the row.
  public let collection: LookedAfterReturn
  /// The row's position in its table, from 0.
  public let row: Int

  /// The row at a position of the table.
  @inlinable public init(_ collection: LookedAfterReturn, row: Int) {
    self.collection = collection
    self.row = row
  }

  /// The table's name in the guidance.
  public static var tableName: TableName { .ad1s }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: LookedAfterReturn) -> RowOrder { collection.ad1s.order }
}

extension AD1 {
  /// The authority's identifier of the child (CHILD).
  @inlinable public var childID: Label { collection.ad1s.childID[row] }

  /// The date of birth as written in this table (DOB).
  @inlinable public var dateOfBirth: Cell<Day> { collection.ad1s.dateOfBirth[row] }

  /// The day of the decision that the child should be placed for adoption (DATE_INT).
  @inlinable public var decided: Cell<Day> { collection.ad1s.decided[row] }

  /// The day of the match with the adopters (DATE_MATCH).
  @inlinable public var matched: Cell<Day> { collection.ad1s.matched[row] }

  /// Whether the child's foster carer adopted the child (FOSTER_CARE).
  @inlinable public var adoptedByFosterCarer: Coded<YesOrNo> { collection.ad1s.adoptedByFosterCarer[row] }

  /// How many people adopted the child (NB_ADOPTR).
  @inlinable public var numberOfAdopters: Coded<NumberOfAdopters> { collection.ad1s.numberOfAdopters[row] }

  /// The sex of the adopters (SEX_ADOPTR).
  @inlinable public var sexOfAdopters: Coded<SexOfAdopters> { collection.ad1s.sexOfAdopters[row] }

  /// The legal status of the adopters (LS_ADOPTR).
  @inlinable public var adoptersStatus: Coded<AdoptersStatus> { collection.ad1s.adoptersStatus[row] }
}

/// The table of AD1, in the order of the file.
public struct AD1Table: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let dateOfBirth: DayColumn
  @usableFromInline let decided: DayColumn
  @usableFromInline let matched: DayColumn
  @usableFromInline let adoptedByFosterCarer: CodeColumn<YesOrNo>
  @usableFromInline let numberOfAdopters: CodeColumn<NumberOfAdopters>
  @usableFromInline let sexOfAdopters: CodeColumn<SexOfAdopters>
  @usableFromInline let adoptersStatus: CodeColumn<AdoptersStatus>

  init(_ raw: RawTable, texts: inout TextDictionary, children: inout ChildNumbers) {
    self.raw = raw
    let columns = ColumnReader(raw)
    childID = columns.labels(.child, &texts)
    dateOfBirth = columns.days(.dateOfBirth)
    decided = columns.days(.adoptionDecided)
    matched = columns.days(.matched)
    adoptedByFosterCarer = columns.codes(.adoptedByFosterCarer, &texts)
    numberOfAdopters = columns.codes(.numberOfAdopters, &texts)
    sexOfAdopters = columns.codes(.sexOfAdopters, &texts)
    adoptersStatus = columns.codes(.adoptersStatus, &texts)
    order = RowOrder(raw, of: childID, children: &children)
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.dateOfBirth, dateOfBirth), (.adoptionDecided, decided), (.matched, matched)] }
}
