public import KithTables

/// What the file says of itself.
public struct CensusHeader: Row {
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
  public static var tableName: TableName { .censusHeader }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: InNeedReturn) -> RowOrder { collection.header.order }
}

extension CensusHeader {
  /// A blank: the row is about no child.
  @inlinable public var childID: Label { .missing }

  /// The name of the collection, CIN (Collection).
  @inlinable public var collectionName: Label { collection.header.collectionName[row] }

  /// The calendar year in which the collection ends (Year).
  @inlinable public var collectionYear: Label { collection.header.collectionYear[row] }

  /// The last day of the collection year (ReferenceDate).
  @inlinable public var referenceDate: Cell<Day> { collection.header.referenceDate[row] }

  /// The level of the sender (SourceLevel).
  @inlinable public var sourceLevel: Label { collection.header.sourceLevel[row] }

  /// The number of the authority that sends the return (LEA).
  @inlinable public var sendingAuthority: Label { collection.header.sendingAuthority[row] }

  /// The system that made the file (SoftwareCode).
  @inlinable public var softwareCode: Label { collection.header.softwareCode[row] }

  /// The release of the system (Release).
  @inlinable public var softwareRelease: Label { collection.header.softwareRelease[row] }

  /// The number of the file in the order of files sent (SerialNo).
  @inlinable public var serialNumber: Label { collection.header.serialNumber[row] }

  /// When the file was made (DateTime).
  @inlinable public var madeAt: Label { collection.header.madeAt[row] }
}

/// What the file says of itself, in the order of the file.
public struct CensusHeaderTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let collectionName: LabelColumn
  @usableFromInline let collectionYear: LabelColumn
  @usableFromInline let referenceDate: DayColumn
  @usableFromInline let sourceLevel: LabelColumn
  @usableFromInline let sendingAuthority: LabelColumn
  @usableFromInline let softwareCode: LabelColumn
  @usableFromInline let softwareRelease: LabelColumn
  @usableFromInline let serialNumber: LabelColumn
  @usableFromInline let madeAt: LabelColumn

  init(_ raw: RawTable, links: InNeedLinks, texts: inout TextDictionary) {
    self.raw = raw
    let columns = ColumnReader(raw, days: raw.elementPath == nil ? .either : .iso)
    collectionName = columns.labels(.collectionName, &texts)
    collectionYear = columns.labels(.collectionYear, &texts)
    referenceDate = columns.days(.referenceDate)
    sourceLevel = columns.labels(.sourceLevel, &texts)
    sendingAuthority = columns.labels(.sendingAuthority, &texts)
    softwareCode = columns.labels(.softwareCode, &texts)
    softwareRelease = columns.labels(.softwareRelease, &texts)
    serialNumber = columns.labels(.serialNumber, &texts)
    madeAt = columns.labels(.madeAt, &texts)
    order = links.order(of: raw, sortedBy: [])
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [(.referenceDate, referenceDate)] }
}
