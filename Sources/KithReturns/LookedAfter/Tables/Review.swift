public import KithTables

/// A review of a child's case.
public struct Review: Row {
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
  public static var tableName: TableName { .reviews }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: LookedAfterReturn) -> RowOrder { collection.reviews.order }
}

extension Review {
  /// The authority's identifier of the child (CHILD).
  @inlinable public var childID: Label { collection.reviews.childID[row] }

  /// The date of birth as written in this table (DOB).
  @inlinable public var dateOfBirth: Cell<Day> { collection.reviews.dateOfBirth[row] }

  /// The day of the review (REVIEW).
  @inlinable public var date: Cell<Day> { collection.reviews.date[row] }

  /// How the child took part (REVIEW_CODE).
  @inlinable public var participation: Coded<Participation> { collection.reviews.participation[row] }
}

/// The table of Reviews, in the order of the file.
public struct ReviewTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let dateOfBirth: DayColumn
  @usableFromInline let date: DayColumn
  @usableFromInline let participation: CodeColumn<Participation>

  init(_ raw: RawTable, texts: inout TextDictionary, children: inout ChildNumbers) {
    self.raw = raw
    let columns = ColumnReader(raw)
    childID = columns.labels(.child, &texts)
    dateOfBirth = columns.days(.dateOfBirth)
    date = columns.days(.review)
    participation = columns.codes(.participation, &texts)
    order = RowOrder(raw, of: childID, sortedBy: [date], children: &children)
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.dateOfBirth, dateOfBirth), (.review, date)] }
}
