/// A cell of text, as the number that its return's dictionary gave to the text.
///
/// Labels of one return, and of the return of the year before that was loaded with it, are equal when their texts
/// are. As with ``Cell``, a comparison with a blank is never true.
public struct Label: Sendable {
  /// The text's number in its dictionary; 0 when the cell is blank.
  public let id: UInt32

  /// The text with this number.
  @inlinable public init(id: UInt32) { self.id = id }

  /// A blank cell.
  @inlinable public static var missing: Label { Label(id: 0) }

  /// Whether the cell is blank.
  @inlinable public var isMissing: Bool { id == 0 }

  /// Whether the cell holds a text.
  @inlinable public var isPresent: Bool { id != 0 }

  /// Whether both hold the same text.
  @inlinable public static func == (a: Label, b: Label) -> Bool { a.id != 0 && a.id == b.id }

  /// Whether both hold a text and these differ.
  @inlinable public static func != (a: Label, b: Label) -> Bool { a.id != 0 && b.id != 0 && a.id != b.id }

  /// Whether the two cells hold something different, where a blank differs from a text and equals a blank.
  @inlinable public func differs(from other: Label) -> Bool { id != other.id }
}
