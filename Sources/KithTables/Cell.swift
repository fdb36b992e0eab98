/// One value of a row, which may be missing or unreadable.
///
/// A comparison is true only when both sides hold a value, as in SQL, so a rule that states its failing
/// condition does not fail on blanks. Ask for blanks by name: ``isMissing``, ``isUnreadable``. `==` and `!=`
/// are both false when either side has no value, so never negate a comparison: write the opposite one.
public struct Cell<Value: Comparable & Sendable>: Sendable {
  /// The value; nil when the cell is blank or cannot be read.
  public let value: Value?
  /// Whether the file holds text here that is not a value of this kind.
  public let isUnreadable: Bool

  @inlinable init(value: Value?, isUnreadable: Bool) {
    self.value = value
    self.isUnreadable = isUnreadable
  }

  /// A cell that holds a value.
  @inlinable public init(_ value: Value) { self.init(value: value, isUnreadable: false) }

  /// A blank cell.
  @inlinable public static var missing: Self { Self(value: nil, isUnreadable: false) }

  /// A cell with text that is not a value of this kind.
  @inlinable public static var unreadable: Self { Self(value: nil, isUnreadable: true) }

  /// Whether the cell is blank.
  @inlinable public var isMissing: Bool { value == nil && !isUnreadable }

  /// Whether the cell holds anything, readable or not.
  @inlinable public var isPresent: Bool { value != nil || isUnreadable }

  /// Whether the cell holds a value.
  @inlinable public var hasValue: Bool { value != nil }

  /// Whether the cell is blank or cannot be read.
  @inlinable public var hasNoValue: Bool { value == nil }

  /// This cell when it holds a value, else a value to take in its place.
  @inlinable public func or(_ other: Self) -> Self { value == nil ? other : self }
}

extension Cell {
  /// Whether both hold values and the first is the lower.
  @inlinable public static func < (a: Self, b: Self) -> Bool { a.compares(b, <) }
  /// Whether both hold values and the first is the lower or they are equal.
  @inlinable public static func <= (a: Self, b: Self) -> Bool { a.compares(b, <=) }
  /// Whether both hold values and the first is the higher.
  @inlinable public static func > (a: Self, b: Self) -> Bool { a.compares(b, >) }
  /// Whether both hold values and the first is the higher or they are equal.
  @inlinable public static func >= (a: Self, b: Self) -> Bool { a.compares(b, >=) }
  /// Whether both hold the same value.
  @inlinable public static func == (a: Self, b: Self) -> Bool { a.compares(b, ==) }
  /// Whether both hold values and these differ.
  @inlinable public static func != (a: Self, b: Self) -> Bool { a.compares(b, !=) }

  @inlinable func compares(_ other: Self, _ relation: (Value, Value) -> Bool) -> Bool {
    guard let value, let theirs = other.value else { return false }
    return relation(value, theirs)
  }

  /// Whether the two cells hold something different, where a blank differs from a value and equals a blank.
  @inlinable public func differs(from other: Self) -> Bool {
    value != other.value || isUnreadable != other.isUnreadable
  }
}

extension Cell<Day> {
  /// A day of the calendar, written as day, month and year.
  public static func day(_ day: Int, _ month: Int, _ year: Int) -> Self {
    Day(day, month, year).map { Self($0) } ?? .missing
  }

  /// The day this many days later.
  @inlinable public func adding(days: Int) -> Self {
    Self(value: value?.adding(days: days), isUnreadable: isUnreadable)
  }

  /// The same day this many years later; 29 February becomes 28 February in a common year.
  @inlinable public func adding(years: Int) -> Self {
    Self(value: value?.adding(years: years), isUnreadable: isUnreadable)
  }

  /// The number of days from another day to this one, missing when either is.
  @inlinable public func days(since other: Self) -> Cell<Int> {
    guard let value, let theirs = other.value else { return .missing }
    return Cell<Int>(value.days(since: theirs))
  }
}

extension Cell: ExpressibleByIntegerLiteral where Value == Int {
  /// A whole number.
  @inlinable public init(integerLiteral value: Int) { self.init(value) }
}

extension Cell: ExpressibleByFloatLiteral where Value == Double {
  /// A number.
  @inlinable public init(floatLiteral value: Double) { self.init(value) }
}
