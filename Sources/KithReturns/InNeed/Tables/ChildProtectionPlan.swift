public import KithTables

/// A child protection plan.
public struct ChildProtectionPlan: RowInDetails {
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
  public static var tableName: TableName { .childProtectionPlans }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: InNeedReturn) -> RowOrder { collection.protectionPlans.order }
}

extension ChildProtectionPlan {
  /// The authority's identifier of the child (LAchildID).
  @inlinable public var childID: Label { collection.protectionPlans.childID[row] }

  /// The number of the CINdetails within the child, in flat tables (CINdetailsID).
  @inlinable public var detailsNumber: Label { collection.protectionPlans.detailsNumber[row] }

  /// The number of the child protection plan within its CINdetails, in flat tables (CPPID).
  @inlinable public var protectionPlanNumber: Label { collection.protectionPlans.protectionPlanNumber[row] }

  /// The day on which the plan began (CPPstartDate).
  @inlinable public var start: Cell<Day> { collection.protectionPlans.start[row] }

  /// The day on which the plan ended (CPPendDate).
  @inlinable public var end: Cell<Day> { collection.protectionPlans.end[row] }

  /// The category of abuse at the start (InitialCategoryOfAbuse).
  @inlinable public var initialAbuse: Coded<CategoryOfAbuse> { collection.protectionPlans.initialAbuse[row] }

  /// The latest category of abuse (LatestCategoryOfAbuse).
  @inlinable public var latestAbuse: Coded<CategoryOfAbuse> { collection.protectionPlans.latestAbuse[row] }

  /// How many plans the child had before (NumberOfPreviousCPP).
  @inlinable public var previousPlans: Cell<Double> { collection.protectionPlans.previousPlans[row] }

  /// The plan's review conferences, by day.
  @inlinable public var reviews: Rows<PlanReview> {
    Rows(collection, collection.planReviews.order.groups[1].range(in: row))
  }
}

/// The child protection plans, in the order of the file.
public struct ChildProtectionPlanTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let detailsNumber: LabelColumn
  @usableFromInline let protectionPlanNumber: LabelColumn
  @usableFromInline let start: DayColumn
  @usableFromInline let end: DayColumn
  @usableFromInline let initialAbuse: CodeColumn<CategoryOfAbuse>
  @usableFromInline let latestAbuse: CodeColumn<CategoryOfAbuse>
  @usableFromInline let previousPlans: NumberColumn

  init(_ raw: RawTable, links: InNeedLinks, texts: inout TextDictionary) {
    self.raw = raw
    let columns = ColumnReader(raw, days: raw.elementPath == nil ? .either : .iso)
    childID = columns.labels(.childIdentifier, &texts)
    detailsNumber = columns.labels(.detailsNumber, &texts)
    protectionPlanNumber = columns.labels(.protectionPlanNumber, &texts)
    start = columns.days(.protectionStart)
    end = columns.days(.protectionEnd)
    initialAbuse = columns.codes(.initialAbuse, &texts)
    latestAbuse = columns.codes(.latestAbuse, &texts)
    previousPlans = columns.wholeNumbers(.previousPlans)
    order = links.order(of: raw, sortedBy: [start, end])
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.protectionStart, start), (.protectionEnd, end)] }
}
