public import KithTables

/// A deprivation of liberty order.
public struct DeprivationOfLiberty: Row {
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
  public static var tableName: TableName { .deprivationsOfLiberty }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: LookedAfterReturn) -> RowOrder {
    collection.deprivationsOfLiberty.order
  }
}

extension DeprivationOfLiberty {
  /// The authority's identifier of the child (CHILD).
  @inlinable public var childID: Label { collection.deprivationsOfLiberty.childID[row] }

  /// The date of birth as written in this table (DOB).
  @inlinable public var dateOfBirth: Cell<Day> { collection.deprivationsOfLiberty.dateOfBirth[row] }

  /// The day on which the order began (DOLO_START).
  @inlinable public var start: Cell<Day> { collection.deprivationsOfLiberty.start[row] }

  /// The day on which it ended (DOLO_END).
  @inlinable public var end: Cell<Day> { collection.deprivationsOfLiberty.end[row] }
}

/// The table of DoLo, in the order of the file.
public struct DeprivationOfLibertyTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let dateOfBirth: DayColumn
  @usableFromInline let start: DayColumn
  @usableFromInline let end: DayColumn

  init(_ raw: RawTable, texts: inout TextDictionary, children: inout ChildNumbers) {
    self.raw = raw
    let columns = ColumnReader(raw)
    childID = columns.labels(.child, &texts)
    dateOfBirth = columns.days(.dateOfBirth)
    start = columns.days(.orderStart)
    end = columns.days(.orderEnd)
    order = RowOrder(raw, of: childID, sortedBy: [start, end], children: &children)
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.dateOfBirth, dateOfBirth), (.orderStart, start), (.orderEnd, end)] }
}
