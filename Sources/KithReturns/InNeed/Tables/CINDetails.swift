public import KithTables

/// A time in need, from referral to closure.
public struct CINDetails: RowInDetails {
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
  public static var tableName: TableName { .cinDetails }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: InNeedReturn) -> RowOrder { collection.details.order }
}

extension CINDetails {
  /// The authority's identifier of the child (LAchildID).
  @inlinable public var childID: Label { collection.details.childID[row] }

  /// The number of the CINdetails within the child, in flat tables (CINdetailsID).
  @inlinable public var detailsNumber: Label { collection.details.detailsNumber[row] }

  /// The day of the referral (CINreferralDate).
  @inlinable public var referred: Cell<Day> { collection.details.referred[row] }

  /// Who referred the child (ReferralSource).
  @inlinable public var source: Coded<ReferralSource> { collection.details.source[row] }

  /// The main reason for the need (PrimaryNeedCode).
  @inlinable public var primaryNeed: Coded<PrimaryNeed> { collection.details.primaryNeed[row] }

  /// The day on which the case was closed (CINclosureDate).
  @inlinable public var closed: Cell<Day> { collection.details.closed[row] }

  /// Why the case was closed (ReasonForClosure).
  @inlinable public var closureReason: Coded<ClosureReason> { collection.details.closureReason[row] }

  /// The day of an initial child protection conference (DateOfInitialCPC).
  @inlinable public var conference: Cell<Day> { collection.details.conference[row] }

  /// Whether the referral led to no further action (ReferralNFA).
  @inlinable public var noFurtherAction: Coded<YesNo> { collection.details.noFurtherAction[row] }

  /// The row itself.
  @inlinable public var details: CINDetails { self }

  /// Where the row is among the ordered rows.
  @inlinable public static func range(in details: CINDetails) -> Range<Int> {
    details.collection.details.order.range(ofRow: details.row)
  }

  /// The assessments, by start.
  @inlinable public var assessments: Rows<Assessment> { Rows(in: self) }
  /// The child in need plans, by start.
  @inlinable public var plans: Rows<CINPlan> { Rows(in: self) }
  /// The enquiries under section 47, by start.
  @inlinable public var enquiries: Rows<Section47> { Rows(in: self) }
  /// The child protection plans, by start.
  @inlinable public var protectionPlans: Rows<ChildProtectionPlan> { Rows(in: self) }
  /// The review conferences of the child protection plans, plan by plan and by day.
  @inlinable public var reviews: Rows<PlanReview> { Rows(in: self) }
  /// The factors that the assessments found, assessment by assessment.
  @inlinable public var factors: Rows<IdentifiedFactor> { Rows(in: self) }
}

/// The times in need, in the order of the file.
public struct CINDetailsTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let detailsNumber: LabelColumn
  @usableFromInline let referred: DayColumn
  @usableFromInline let source: CodeColumn<ReferralSource>
  @usableFromInline let primaryNeed: CodeColumn<PrimaryNeed>
  @usableFromInline let closed: DayColumn
  @usableFromInline let closureReason: CodeColumn<ClosureReason>
  @usableFromInline let conference: DayColumn
  @usableFromInline let noFurtherAction: CodeColumn<YesNo>

  init(_ raw: RawTable, links: InNeedLinks, texts: inout TextDictionary) {
    self.raw = raw
    let columns = ColumnReader(raw, days: raw.elementPath == nil ? .either : .iso)
    childID = columns.labels(.childIdentifier, &texts)
    detailsNumber = columns.labels(.detailsNumber, &texts)
    referred = columns.days(.referred)
    source = columns.codes(.referralSource, &texts)
    primaryNeed = columns.codes(.primaryNeed, &texts)
    closed = columns.days(.closed)
    closureReason = columns.codes(.closureReason, &texts)
    conference = columns.days(.conference)
    noFurtherAction = columns.codes(.noFurtherAction, &texts)
    order = links.order(of: raw, sortedBy: [referred, closed])
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.referred, referred), (.closed, closed), (.conference, conference)] }
}
