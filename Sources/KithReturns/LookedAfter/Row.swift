public import KithTables

/// A row of one of the SSDA903 return's tables.
public protocol Row: Sendable {
  /// The table's name in the guidance.
  static var tableName: TableName { get }
  /// The rows of the table by child, in order.
  static func order(in collection: LookedAfterReturn) -> RowOrder
  /// The return that holds the row.
  var collection: LookedAfterReturn { get }
  /// The row's position in its table, from 0.
  var row: Int { get }
  /// The authority's identifier of the child.
  var childID: Label { get }
  /// The row at a position of the table.
  init(_ collection: LookedAfterReturn, row: Int)
}

extension Row {
  /// The child to whom the row belongs.
  @inlinable public var child: Child {
    Child(collection, number: Self.order(in: collection).child(ofRow: row))
  }

  /// The child's row before this one; nil for the first.
  @inlinable public var previous: Self? {
    Self.order(in: collection).row(-1, after: row).map { Self(collection, row: $0) }
  }

  /// The child's row after this one; nil for the last.
  @inlinable public var next: Self? {
    Self.order(in: collection).row(1, after: row).map { Self(collection, row: $0) }
  }
}

/// A child's rows in one table, in order.
public struct Rows<Element: Row>: RandomAccessCollection, Sendable {
  @usableFromInline let collection: LookedAfterReturn
  /// The place of the first row among the table's ordered rows.
  public let startIndex: Int
  /// The place after the last row.
  public let endIndex: Int

  /// The rows of a child.
  @inlinable public init(of child: Child) {
    let range = Element.order(in: child.collection).range(ofChild: child.number)
    collection = child.collection
    startIndex = range.lowerBound
    endIndex = range.upperBound
  }

  /// The row at a place.
  @inlinable public subscript(position: Int) -> Element {
    Element(collection, row: Int(Element.order(in: collection).rows[position]))
  }
}
