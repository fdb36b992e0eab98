public import KithTables

/// A child's ethnic group.
public struct ChildCharacteristics: Row {
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
  public static var tableName: TableName { .childCharacteristics }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: InNeedReturn) -> RowOrder { collection.characteristics.order }
}

extension ChildCharacteristics {
  /// The authority's identifier of the child (LAchildID).
  @inlinable public var childID: Label { collection.characteristics.childID[row] }

  /// The ethnic group (Ethnicity).
  @inlinable public var ethnicity: Coded<Ethnicity> { collection.characteristics.ethnicity[row] }
}

/// The children's ethnic groups, in the order of the file.
public struct ChildCharacteristicsTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let ethnicity: CodeColumn<Ethnicity>

  init(_ raw: RawTable, links: InNeedLinks, texts: inout TextDictionary) {
    self.raw = raw
    let columns = ColumnReader(raw, days: raw.elementPath == nil ? .either : .iso)
    childID = columns.labels(.childIdentifier, &texts)
    ethnicity = columns.codes(.ethnicGroup, &texts)
    order = links.order(of: raw, sortedBy: [])
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [] }
}
