/// The name of a return's table, as the guidance writes it.
public struct TableName: Hashable, Sendable, CustomStringConvertible {
  /// The guidance's name.
  public let name: String
  /// The collection whose table it is, said where the returns of several are checked together; nil within one return.
  public let collection: CollectionKind?

  /// The table with this name.
  public init(_ name: String) { self.init(name, nil) }

  private init(_ name: String, _ collection: CollectionKind?) {
    self.name = name
    self.collection = collection
  }

  /// The same table, with its collection said.
  public func of(_ collection: CollectionKind) -> TableName { TableName(name, collection) }

  /// The same table, as its own return names it.
  public var inItsReturn: TableName { TableName(name, nil) }

  /// The guidance's name, after that of the collection where it is said: `CIN Header`.
  public var description: String { collection.map { "\($0.rawValue.uppercased()) \(name)" } ?? name }
}

/// The name of a field, as the guidance writes it.
public struct Field: Hashable, Sendable, CustomStringConvertible {
  /// The guidance's name.
  public let description: String

  /// The field with this name.
  public init(_ name: String) { description = name }
}

/// The collection years in which something holds, each named by the calendar year in which it ends.
public struct YearSpan: Hashable, Sendable {
  /// The first year; nil when there is no first.
  public let first: Int?
  /// The last year; nil when there is no last.
  public let last: Int?

  /// Every year.
  public static let all = YearSpan(first: nil, last: nil)

  /// A year and all that follow.
  public static func since(_ first: Int) -> YearSpan { YearSpan(first: first, last: nil) }

  /// A year and all before it.
  public static func until(_ last: Int) -> YearSpan { YearSpan(first: nil, last: last) }

  /// The years from one to another, both included.
  public static func between(_ first: Int, _ last: Int) -> YearSpan { YearSpan(first: first, last: last) }

  /// One year.
  public static func only(_ year: Int) -> YearSpan { YearSpan(first: year, last: year) }

  /// Whether the year is one of them.
  public func contains(_ year: Int) -> Bool { year >= first ?? .min && year <= last ?? .max }
}
