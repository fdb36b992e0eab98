public import KithTables

/// A time under one social worker.
public struct SocialWorkerEpisode: Row {
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
  public static var tableName: TableName { .socialWorkers }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: LookedAfterReturn) -> RowOrder { collection.socialWorkers.order }
}

extension SocialWorkerEpisode {
  /// The authority's identifier of the child (CHILD).
  @inlinable public var childID: Label { collection.socialWorkers.childID[row] }

  /// The date of birth as written in this table (DOB).
  @inlinable public var dateOfBirth: Cell<Day> { collection.socialWorkers.dateOfBirth[row] }

  /// The social worker's registration number or identifier (SW_ID).
  @inlinable public var worker: Label { collection.socialWorkers.worker[row] }

  /// The day on which the worker began (SW_DECOM).
  @inlinable public var start: Cell<Day> { collection.socialWorkers.start[row] }

  /// The day on which the worker ended (SW_DEC).
  @inlinable public var end: Cell<Day> { collection.socialWorkers.end[row] }

  /// Why the worker changed (SW_REASON).
  @inlinable public var reason: Coded<WorkerChangeReason> { collection.socialWorkers.reason[row] }
}

/// The table of SWEpisodes, in the order of the file.
public struct SocialWorkerTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let dateOfBirth: DayColumn
  @usableFromInline let worker: LabelColumn
  @usableFromInline let start: DayColumn
  @usableFromInline let end: DayColumn
  @usableFromInline let reason: CodeColumn<WorkerChangeReason>

  init(_ raw: RawTable, texts: inout TextDictionary, children: inout ChildNumbers) {
    self.raw = raw
    let columns = ColumnReader(raw)
    childID = columns.labels(.child, &texts)
    dateOfBirth = columns.days(.dateOfBirth)
    worker = columns.labels(.worker, &texts)
    start = columns.days(.workerStart)
    end = columns.days(.workerEnd)
    reason = columns.codes(.workerReason, &texts)
    order = RowOrder(raw, of: childID, sortedBy: [start, end], children: &children)
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.dateOfBirth, dateOfBirth), (.workerStart, start), (.workerEnd, end)] }
}
