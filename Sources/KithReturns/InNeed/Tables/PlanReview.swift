public import KithTables

/// A review conference of a child protection plan.
public struct PlanReview: RowInDetails {
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
  public static var tableName: TableName { .reviews }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: InNeedReturn) -> RowOrder { collection.planReviews.order }
}

extension PlanReview {
  /// The authority's identifier of the child (LAchildID).
  @inlinable public var childID: Label { collection.planReviews.childID[row] }

  /// The number of the CINdetails within the child, in flat tables (CINdetailsID).
  @inlinable public var detailsNumber: Label { collection.planReviews.detailsNumber[row] }

  /// The number of the child protection plan within its CINdetails, in flat tables (CPPID).
  @inlinable public var protectionPlanNumber: Label { collection.planReviews.protectionPlanNumber[row] }

  /// The day of the review conference (CPPreviewDate).
  @inlinable public var date: Cell<Day> { collection.planReviews.date[row] }

  /// The child protection plan that was reviewed.
  @inlinable public var plan: ChildProtectionPlan {
    ChildProtectionPlan(collection, row: Int(collection.planReviews.order.groups[1].rowOfRow[row]))
  }
}

/// The review conferences, in the order of the file.
public struct PlanReviewTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let detailsNumber: LabelColumn
  @usableFromInline let protectionPlanNumber: LabelColumn
  @usableFromInline let date: DayColumn

  init(_ raw: RawTable, links: InNeedLinks, texts: inout TextDictionary) {
    self.raw = raw
    let columns = ColumnReader(raw, days: raw.elementPath == nil ? .either : .iso)
    childID = columns.labels(.childIdentifier, &texts)
    detailsNumber = columns.labels(.detailsNumber, &texts)
    protectionPlanNumber = columns.labels(.protectionPlanNumber, &texts)
    date = columns.days(.reviewed)
    order = links.order(of: raw, sortedBy: [date])
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.reviewed, date)] }
}
