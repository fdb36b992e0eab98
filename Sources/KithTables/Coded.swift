/// A cell that should hold one of a set's codes: missing, a code, or a text that is not a code.
///
/// As with ``Cell``, a comparison with a missing cell is never true. A text that is not a code equals no code and
/// is unlike every code, so `!=` and ``isNone(of:)`` are true of it.
public struct Coded<Codes: CodeSet>: Sendable {
  /// 0 when missing, 1 + ordinal for a code, ``unknownBit`` with a text's identifier otherwise.
  @usableFromInline let raw: UInt32

  @usableFromInline static var unknownBit: UInt32 { 1 << 31 }

  @inlinable init(raw: UInt32) { self.raw = raw }

  /// A cell that holds a code.
  @inlinable public init(_ code: Codes) { raw = UInt32(truncatingIfNeeded: code.ordinal + 1) }

  /// A cell that is blank.
  @inlinable public static var missing: Self { Self(raw: 0) }

  /// Whether the cell is blank.
  @inlinable public var isMissing: Bool { raw == 0 }

  /// Whether the cell holds a code or another text.
  @inlinable public var isPresent: Bool { raw != 0 }

  /// Whether the cell holds a text that is not one of the set's codes.
  @inlinable public var isUnknown: Bool { raw & Self.unknownBit != 0 }

  /// The code; nil when the cell is blank or holds another text.
  public var code: Codes? {
    guard raw != 0, !isUnknown else { return nil }
    return Array(Codes.allCases)[Int(raw) - 1]
  }

  /// Whether the cell holds this code.
  @inlinable public static func == (a: Self, b: Codes) -> Bool { Int(a.raw) == b.ordinal + 1 }

  /// Whether the cell holds something other than this code; false for a blank.
  @inlinable public static func != (a: Self, b: Codes) -> Bool { a.isPresent && Int(a.raw) != b.ordinal + 1 }

  /// Whether the cell holds a code of the group.
  @inlinable public func isOne(of group: CodeGroup<Codes>) -> Bool {
    raw != 0 && !isUnknown && group.mask >> UInt64(raw - 1) & 1 == 1
  }

  /// Whether the cell holds something that is not a code of the group; false for a blank.
  @inlinable public func isNone(of group: CodeGroup<Codes>) -> Bool { isPresent && !isOne(of: group) }

  /// Whether the cell is blank or holds something that is not a code of the group.
  @inlinable public func isMissingOrNone(of group: CodeGroup<Codes>) -> Bool { !isOne(of: group) }

  /// Whether the cell is blank or holds something other than this code.
  @inlinable public func isMissingOrNot(_ code: Codes) -> Bool { Int(raw) != code.ordinal + 1 }

  /// Whether the two cells hold something different, where a blank differs from a code and equals a blank.
  @inlinable public func differs(from other: Self) -> Bool { raw != other.raw }

  /// Whether both cells hold something, and the same.
  @inlinable public func equals(_ other: Self) -> Bool { raw != 0 && raw == other.raw }
}
