public import KithTables

/// A time when a child was missing or away without authorisation.
public struct MissingPeriod: Row {
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
  public static var tableName: TableName { .absences }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: LookedAfterReturn) -> RowOrder { collection.absences.order }
}

extension MissingPeriod {
  /// The authority's identifier of the child (CHILD).
  @inlinable public var childID: Label { collection.absences.childID[row] }

  /// The date of birth as written in this table (DOB).
  @inlinable public var dateOfBirth: Cell<Day> { collection.absences.dateOfBirth[row] }

  /// Whether the child was missing or away (MISSING).
  @inlinable public var kind: Coded<Absence> { collection.absences.kind[row] }

  /// The day on which it began (MIS_START).
  @inlinable public var start: Cell<Day> { collection.absences.start[row] }

  /// The day on which it ended (MIS_END).
  @inlinable public var end: Cell<Day> { collection.absences.end[row] }
}

/// The table of Missing, in the order of the file.
public struct MissingTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let dateOfBirth: DayColumn
  @usableFromInline let kind: CodeColumn<Absence>
  @usableFromInline let start: DayColumn
  @usableFromInline let end: DayColumn

  init(_ raw: RawTable, texts: inout TextDictionary, children: inout ChildNumbers) {
    self.raw = raw
    let columns = ColumnReader(raw)
    childID = columns.labels(.child, &texts)
    dateOfBirth = columns.days(.dateOfBirth)
    kind = columns.codes(.absence, &texts)
    start = columns.days(.missingStart)
    end = columns.days(.missingEnd)
    order = RowOrder(raw, of: childID, sortedBy: [start, end], children: &children)
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.dateOfBirth, dateOfBirth), (.missingStart, start), (.missingEnd, end)] }
}
