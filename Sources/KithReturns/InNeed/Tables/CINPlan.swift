public import KithTables

/// A time on a child in need plan.
public struct CINPlan: RowInDetails {
  /// The return that holds the row.
  public let collection: InNeedReturn
  /// The row's position in its table, from 0.
  public let row: Int

  /// The row at a position of the table.
  @inlinable public init(_ collection: InNeedReturn, row: Int) {
    self.collection = collection
    self.row = row
  }

  /// The table's name in the guidance.
  public static var tableName: TableName { .cinPlans }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: InNeedReturn) -> RowOrder { collection.plans.order }
}

extension CINPlan {
  /// The authority's identifier of the child (LAchildID).
  @inlinable public var childID: Label { collection.plans.childID[row] }

  /// The number of the CINdetails within the child, in flat tables (CINdetailsID).
  @inlinable public var detailsNumber: Label { collection.plans.detailsNumber[row] }

  /// The day on which the plan began (CINPlanStartDate).
  @inlinable public var start: Cell<Day> { collection.plans.start[row] }

  /// The day on which the plan ended (CINPlanEndDate).
  @inlinable public var end: Cell<Day> { collection.plans.end[row] }
}

/// The child in need plans, in the order of the file.
public struct CINPlanTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let detailsNumber: LabelColumn
  @usableFromInline let start: DayColumn
  @usableFromInline let end: DayColumn

  init(_ raw: RawTable, links: InNeedLinks, texts: inout TextDictionary) {
    self.raw = raw
    let columns = ColumnReader(raw, days: raw.elementPath == nil ? .either : .iso)
    childID = columns.labels(.childIdentifier, &texts)
    detailsNumber = columns.labels(.detailsNumber, &texts)
    start = columns.days(.planStart)
    end = columns.days(.planEnd)
    order = links.order(of: raw, sortedBy: [start, end])
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.planStart, start), (.planEnd, end)] }
}
