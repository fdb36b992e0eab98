public import KithTables

/// A factor that an assessment found.
public struct IdentifiedFactor: RowInDetails {
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
  public static var tableName: TableName { .identifiedFactors }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: InNeedReturn) -> RowOrder { collection.factors.order }
}

extension IdentifiedFactor {
  /// The authority's identifier of the child (LAchildID).
  @inlinable public var childID: Label { collection.factors.childID[row] }

  /// The number of the CINdetails within the child, in flat tables (CINdetailsID).
  @inlinable public var detailsNumber: Label { collection.factors.detailsNumber[row] }

  /// The number of the assessment within its CINdetails, in flat tables (AssessmentID).
  @inlinable public var assessmentNumber: Label { collection.factors.assessmentNumber[row] }

  /// The factor (AssessmentFactor).
  @inlinable public var factor: Coded<AssessmentFactor> { collection.factors.factor[row] }

  /// The assessment that found the factor.
  @inlinable public var assessment: Assessment {
    Assessment(collection, row: Int(collection.factors.order.groups[1].rowOfRow[row]))
  }
}

/// The factors that assessments found, in the order of the file.
public struct IdentifiedFactorTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let detailsNumber: LabelColumn
  @usableFromInline let assessmentNumber: LabelColumn
  @usableFromInline let factor: CodeColumn<AssessmentFactor>

  init(_ raw: RawTable, links: InNeedLinks, texts: inout TextDictionary) {
    self.raw = raw
    let columns = ColumnReader(raw, days: raw.elementPath == nil ? .either : .iso)
    childID = columns.labels(.childIdentifier, &texts)
    detailsNumber = columns.labels(.detailsNumber, &texts)
    assessmentNumber = columns.labels(.assessmentNumber, &texts)
    factor = columns.codes(.factor, &texts)
    order = links.order(of: raw, sortedBy: [])
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [] }
}
