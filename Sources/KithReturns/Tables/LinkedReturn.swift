public import KithTables

/// A return whose tables are typed, and whose rows are linked to their child.
public protocol LinkedReturn: AnyObject, Sendable {
  /// Last year's return; nil when it was not given.
  var lastYear: Self? { get }
}

/// A child of a return, as the tables' rows that belong to the child.
public struct ChildOf<Collection: LinkedReturn>: Sendable {
  /// The return.
  public let collection: Collection
  /// The child's number, the same in last year's return; -1 where a row belongs to no child.
  public let number: Int

  /// The child with a number.
  @inlinable public init(_ collection: Collection, number: Int) {
    self.collection = collection
    self.number = number
  }

  /// The same child in last year's return; nil when that was not given.
  @inlinable public var lastYear: ChildOf? { collection.lastYear.map { ChildOf($0, number: number) } }
}

/// A row of one of a return's tables.
public protocol Row: Sendable {
  /// The kind of return.
  associatedtype Collection: LinkedReturn
  /// The table's name in the guidance.
  static var tableName: TableName { get }
  /// The rows of the table by child, in order.
  static func order(in collection: Collection) -> RowOrder
  /// The return that holds the row.
  var collection: Collection { get }
  /// The row's position in its table, from 0.
  var row: Int { get }
  /// The authority's identifier of the child.
  var childID: Label { get }
  /// The row at a position of the table.
  init(_ collection: Collection, row: Int)
}

extension Row {
  /// The child to whom the row belongs.
  @inlinable public var child: ChildOf<Collection> {
    ChildOf(collection, number: Self.order(in: collection).child(ofRow: row))
  }

  /// The row before this one, of the same child and, where rows stand in others, in the same one; nil for the first.
  @inlinable public var previous: Self? {
    Self.order(in: collection).row(-1, after: row).map { Self(collection, row: $0) }
  }

  /// The row after this one, of the same child and, where rows stand in others, in the same one; nil for the last.
  @inlinable public var next: Self? {
    Self.order(in: collection).row(1, after: row).map { Self(collection, row: $0) }
  }
}

/// Rows of one table that belong together, in order.
public struct Rows<Element: Row>: RandomAccessCollection, Sendable {
  @usableFromInline let collection: Element.Collection
  /// The place of the first row among the table's ordered rows.
  public let startIndex: Int
  /// The place after the last row.
  public let endIndex: Int

  /// The rows of a child.
  @inlinable public init(of child: ChildOf<Element.Collection>) {
    self.init(child.collection, Element.order(in: child.collection).range(ofChild: child.number))
  }

  /// No row but this one.
  public init(only row: Element) {
    self.init(row.collection, Element.order(in: row.collection).range(ofRow: row.row))
  }

  /// The rows at these places among the table's ordered rows.
  @inlinable init(_ collection: Element.Collection, _ range: Range<Int>) {
    self.collection = collection
    startIndex = range.lowerBound
    endIndex = range.upperBound
  }

  /// The row at a place.
  @inlinable public subscript(position: Int) -> Element {
    Element(collection, row: Int(Element.order(in: collection).rows[position]))
  }
}

extension LinkedReturn {
  /// All rows of a table, in the order of the file.
  public func all<Element: Row>(_ type: Element.Type) -> some RandomAccessCollection<Element>
  where Element.Collection == Self {
    (0..<Element.order(in: self).rowCount).lazy.map { Element(self, row: $0) }
  }
}
