public import KithTables

/// A decision that a child should be placed for adoption, and its reversal.
public struct PlacedForAdoption: Row {
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
  public static var tableName: TableName { .placedForAdoption }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: LookedAfterReturn) -> RowOrder {
    collection.placedForAdoption.order
  }
}

extension PlacedForAdoption {
  /// The authority's identifier of the child (CHILD).
  @inlinable public var childID: Label { collection.placedForAdoption.childID[row] }

  /// The date of birth as written in this table (DOB).
  @inlinable public var dateOfBirth: Cell<Day> { collection.placedForAdoption.dateOfBirth[row] }

  /// The day of the decision (DATE_PLACED).
  @inlinable public var decided: Cell<Day> { collection.placedForAdoption.decided[row] }

  /// The day on which the decision was reversed (DATE_PLACED_CEASED).
  @inlinable public var reversed: Cell<Day> { collection.placedForAdoption.reversed[row] }

  /// Why it was reversed (REASON_PLACED_CEASED).
  @inlinable public var reversalReason: Coded<ReversalReason> { collection.placedForAdoption.reversalReason[row] }
}

/// The table of PlacedAdoption, in the order of the file.
public struct PlacedForAdoptionTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let dateOfBirth: DayColumn
  @usableFromInline let decided: DayColumn
  @usableFromInline let reversed: DayColumn
  @usableFromInline let reversalReason: CodeColumn<ReversalReason>

  init(_ raw: RawTable, texts: inout TextDictionary, children: inout ChildNumbers) {
    self.raw = raw
    let columns = ColumnReader(raw)
    childID = columns.labels(.child, &texts)
    dateOfBirth = columns.days(.dateOfBirth)
    decided = columns.days(.placedDecided)
    reversed = columns.days(.placedReversed)
    reversalReason = columns.codes(.reversalReason, &texts)
    order = RowOrder(raw, of: childID, sortedBy: [decided, reversed], children: &children)
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] {
    [(.dateOfBirth, dateOfBirth), (.placedDecided, decided), (.placedReversed, reversed)]
  }
}
