public import KithTables

/// A disability of a child, or that there is none.
public struct ChildDisability: Row {
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
  public static var tableName: TableName { .disabilities }

  /// The rows of the table by child, in order.
  @inlinable public static func order(in collection: InNeedReturn) -> RowOrder { collection.disabilities.order }
}

extension ChildDisability {
  /// The authority's identifier of the child (LAchildID).
  @inlinable public var childID: Label { collection.disabilities.childID[row] }

  /// The disability; NONE where the child has none (Disability).
  @inlinable public var disability: Coded<Disability> { collection.disabilities.disability[row] }
}

/// The children's disabilities, in the order of the file.
public struct DisabilityTable: Sendable {
  /// The text of the table as it was submitted.
  public let raw: RawTable
  /// The rows by child, in order.
  public let order: RowOrder
  @usableFromInline let childID: LabelColumn
  @usableFromInline let disability: CodeColumn<Disability>

  init(_ raw: RawTable, links: InNeedLinks, texts: inout TextDictionary) {
    self.raw = raw
    let columns = ColumnReader(raw, days: raw.elementPath == nil ? .either : .iso)
    childID = columns.labels(.childIdentifier, &texts)
    disability = columns.codes(.disability, &texts)
    order = links.order(of: raw, sortedBy: [])
  }

  /// The columns that hold a day.
  var days: [(Field, DayColumn)] { [] }
}
