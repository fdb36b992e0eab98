public import KithTables

/// The permanence arrangement that a child had before the child came into care.
public struct PreviousPermanence: Row {
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
  public static var tableName: TableName { .previousPermanence }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: LookedAfterReturn) -> RowOrder {
    collection.previousPermanence.order
  }
}

extension PreviousPermanence {
  /// The authority's identifier of the child (CHILD).
  @inlinable public var childID: Label { collection.previousPermanence.childID[row] }

  /// The date of birth as written in this table (DOB).
  @inlinable public var dateOfBirth: Cell<Day> { collection.previousPermanence.dateOfBirth[row] }

  /// The arrangement (PREV_PERM).
  @inlinable public var option: Coded<PermanenceOption> { collection.previousPermanence.option[row] }

  /// The authority or country where it was arranged (LA_PERM).
  @inlinable public var authority: Label { collection.previousPermanence.authority[row] }

  /// The date of the order, of which parts may be unknown (DATE_PERM).
  @inlinable public var orderDate: Label { collection.previousPermanence.orderDate[row] }
}

/// The table of PrevPerm, in the order of the file.
public struct PreviousPermanenceTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let dateOfBirth: DayColumn
  @usableFromInline let option: CodeColumn<PermanenceOption>
  @usableFromInline let authority: LabelColumn
  @usableFromInline let orderDate: LabelColumn

  init(_ raw: RawTable, texts: inout TextDictionary, children: inout ChildNumbers) {
    self.raw = raw
    let columns = ColumnReader(raw)
    childID = columns.labels(.child, &texts)
    dateOfBirth = columns.days(.dateOfBirth)
    option = columns.codes(.permanence, &texts)
    authority = columns.labels(.permanenceAuthority, &texts)
    orderDate = columns.labels(.permanenceDate, &texts)
    order = RowOrder(raw, of: childID, children: &children)
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.dateOfBirth, dateOfBirth)] }
}
