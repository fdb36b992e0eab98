public import KithTables

/// An assessment.
public struct Assessment: RowInDetails {
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
  public static var tableName: TableName { .assessments }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: InNeedReturn) -> RowOrder { collection.assessments.order }
}

extension Assessment {
  /// The authority's identifier of the child (LAchildID).
  @inlinable public var childID: Label { collection.assessments.childID[row] }

  /// The number of the CINdetails within the child, in flat tables (CINdetailsID).
  @inlinable public var detailsNumber: Label { collection.assessments.detailsNumber[row] }

  /// The number of the assessment within its CINdetails, in flat tables (AssessmentID).
  @inlinable public var assessmentNumber: Label { collection.assessments.assessmentNumber[row] }

  /// The day on which the assessment began (AssessmentActualStartDate).
  @inlinable public var start: Cell<Day> { collection.assessments.start[row] }

  /// The planned day of an internal review (AssessmentInternalReviewDate).
  @inlinable public var internalReview: Cell<Day> { collection.assessments.internalReview[row] }

  /// The day on which the assessment was authorised, and so ended (AssessmentAuthorisationDate).
  @inlinable public var authorised: Cell<Day> { collection.assessments.authorised[row] }

  /// The factors that the assessment found.
  @inlinable public var factors: Rows<IdentifiedFactor> {
    Rows(collection, collection.factors.order.groups[1].range(in: row))
  }
}

/// The assessments, in the order of the file.
public struct AssessmentTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let detailsNumber: LabelColumn
  @usableFromInline let assessmentNumber: LabelColumn
  @usableFromInline let start: DayColumn
  @usableFromInline let internalReview: DayColumn
  @usableFromInline let authorised: DayColumn

  init(_ raw: RawTable, links: InNeedLinks, texts: inout TextDictionary) {
    self.raw = raw
    let columns = ColumnReader(raw, days: raw.elementPath == nil ? .either : .iso)
    childID = columns.labels(.childIdentifier, &texts)
    detailsNumber = columns.labels(.detailsNumber, &texts)
    assessmentNumber = columns.labels(.assessmentNumber, &texts)
    start = columns.days(.assessmentStart)
    internalReview = columns.days(.assessmentReview)
    authorised = columns.days(.assessmentAuthorised)
    order = links.order(of: raw, sortedBy: [start, authorised])
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] {
    [(.assessmentStart, start), (.assessmentReview, internalReview), (.assessmentAuthorised, authorised)]
  }
}
