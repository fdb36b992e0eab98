public import KithTables

/// A value that can be bound to a statement.
public protocol SQLValue {
  /// The value, as it is bound.
  var parameter: SQL.Parameter { get }
}

extension Int: SQLValue {
  /// A whole number.
  public var parameter: SQL.Parameter { .integer(Int64(self)) }
}

extension Int64: SQLValue {
  /// A whole number.
  public var parameter: SQL.Parameter { .integer(self) }
}

extension Int32: SQLValue {
  /// A whole number.
  public var parameter: SQL.Parameter { .integer(Int64(self)) }
}

extension Double: SQLValue {
  /// A number with a fraction.
  public var parameter: SQL.Parameter { .double(self) }
}

extension String: SQLValue {
  /// Text.
  public var parameter: SQL.Parameter { .text(self) }
}

extension Bool: SQLValue {
  /// True or false.
  public var parameter: SQL.Parameter { .boolean(self) }
}

extension Day: SQLValue {
  /// A day.
  public var parameter: SQL.Parameter { .day(self) }
}

extension SQL.Parameter: SQLValue {
  /// The value itself.
  public var parameter: SQL.Parameter { self }

  /// The value as a driver would spell it in a message; nil when it holds nothing to hide.
  var spelling: String? {
    switch self {
    case .integer(let value): String(value)
    case .double(let value): String(value)
    case .text(let value): value
    case .day(let value): value.iso
    case .boolean, .null: nil
    }
  }
}
