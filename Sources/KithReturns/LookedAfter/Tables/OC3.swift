public import KithTables

/// A care leaver around a birthday (OC3).
public struct OC3: Row {
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
  public static var tableName: TableName { .oc3s }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: LookedAfterReturn) -> RowOrder { collection.oc3s.order }
}

extension OC3 {
  /// The authority's identifier of the child (CHILD).
  @inlinable public var childID: Label { collection.oc3s.childID[row] }

  /// The date of birth as written in this table (DOB).
  @inlinable public var dateOfBirth: Cell<Day> { collection.oc3s.dateOfBirth[row] }

  /// Whether the authority is in touch (IN_TOUCH).
  @inlinable public var inTouch: Coded<InTouch> { collection.oc3s.inTouch[row] }

  /// The main activity (ACTIV).
  @inlinable public var activity: Coded<Activity> { collection.oc3s.activity[row] }

  /// The accommodation (ACCOM).
  @inlinable public var accommodation: Coded<Accommodation> { collection.oc3s.accommodation[row] }
}

/// The table of OC3, in the order of the file.
public struct OC3Table: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let dateOfBirth: DayColumn
  @usableFromInline let inTouch: CodeColumn<InTouch>
  @usableFromInline let activity: CodeColumn<Activity>
  @usableFromInline let accommodation: CodeColumn<Accommodation>

  init(_ raw: RawTable, texts: inout TextDictionary, children: inout ChildNumbers) {
    self.raw = raw
    let columns = ColumnReader(raw)
    childID = columns.labels(.child, &texts)
    dateOfBirth = columns.days(.dateOfBirth)
    inTouch = columns.codes(.inTouch, &texts)
    activity = columns.codes(.activity, &texts)
    accommodation = columns.codes(.accommodation, &texts)
    order = RowOrder(raw, of: childID, children: &children)
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.dateOfBirth, dateOfBirth)] }
}
