public import KithTables

/// An enquiry under section 47.
public struct Section47: RowInDetails {
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
  public static var tableName: TableName { .section47s }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: InNeedReturn) -> RowOrder { collection.enquiries.order }
}

extension Section47 {
  /// The authority's identifier of the child (LAchildID).
  @inlinable public var childID: Label { collection.enquiries.childID[row] }

  /// The number of the CINdetails within the child, in flat tables (CINdetailsID).
  @inlinable public var detailsNumber: Label { collection.enquiries.detailsNumber[row] }

  /// The day on which the enquiry began (S47ActualStartDate).
  @inlinable public var start: Cell<Day> { collection.enquiries.start[row] }

  /// The day by which the conference was to be held (InitialCPCtarget).
  @inlinable public var conferenceTarget: Cell<Day> { collection.enquiries.conferenceTarget[row] }

  /// The day of the initial child protection conference (DateOfInitialCPC).
  @inlinable public var conference: Cell<Day> { collection.enquiries.conference[row] }

  /// Whether no conference was needed (ICPCnotRequired).
  @inlinable public var conferenceNotRequired: Coded<YesNo> { collection.enquiries.conferenceNotRequired[row] }
}

/// The enquiries under section 47, in the order of the file.
public struct Section47Table: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let detailsNumber: LabelColumn
  @usableFromInline let start: DayColumn
  @usableFromInline let conferenceTarget: DayColumn
  @usableFromInline let conference: DayColumn
  @usableFromInline let conferenceNotRequired: CodeColumn<YesNo>

  init(_ raw: RawTable, links: InNeedLinks, texts: inout TextDictionary) {
    self.raw = raw
    let columns = ColumnReader(raw, days: raw.elementPath == nil ? .either : .iso)
    childID = columns.labels(.childIdentifier, &texts)
    detailsNumber = columns.labels(.detailsNumber, &texts)
    start = columns.days(.enquiryStart)
    conferenceTarget = columns.days(.conferenceTarget)
    conference = columns.days(.conference)
    conferenceNotRequired = columns.codes(.conferenceNotRequired, &texts)
    order = links.order(of: raw, sortedBy: [start, conference])
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] {
    [(.enquiryStart, start), (.conferenceTarget, conferenceTarget), (.conference, conference)]
  }
}
