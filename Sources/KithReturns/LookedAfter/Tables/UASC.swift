public import KithTables

/// An unaccompanied asylum-seeking child.
public struct UASC: Row {
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
  public static var tableName: TableName { .uascs }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: LookedAfterReturn) -> RowOrder { collection.uascs.order }
}

extension UASC {
  /// The authority's identifier of the child (CHILD).
  @inlinable public var childID: Label { collection.uascs.childID[row] }

  /// The sex as written in this table (SEX).
  @inlinable public var sex: Coded<Sex> { collection.uascs.sex[row] }

  /// The date of birth as written in this table (DOB).
  @inlinable public var dateOfBirth: Cell<Day> { collection.uascs.dateOfBirth[row] }

  /// The day on which the status ceased, or will (DUC).
  @inlinable public var statusCeased: Cell<Day> { collection.uascs.statusCeased[row] }
}

/// The table of UASC, in the order of the file.
public struct UASCTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let sex: CodeColumn<Sex>
  @usableFromInline let dateOfBirth: DayColumn
  @usableFromInline let statusCeased: DayColumn

  init(_ raw: RawTable, texts: inout TextDictionary, children: inout ChildNumbers) {
    self.raw = raw
    let columns = ColumnReader(raw)
    childID = columns.labels(.child, &texts)
    sex = columns.codes(.sex, &texts)
    dateOfBirth = columns.days(.dateOfBirth)
    statusCeased = columns.days(.statusCeased)
    order = RowOrder(raw, of: childID, children: &children)
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.dateOfBirth, dateOfBirth), (.statusCeased, statusCeased)] }
}
