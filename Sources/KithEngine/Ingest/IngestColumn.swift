public import KithTables

/// A column to store in a table: a name, and a value or nil for each row.
public struct IngestColumn: Sendable {
  /// The column's name in the table.
  public let name: String
  let values: Values

  enum Values: Sendable {
    case integers([Int64?])
    case doubles([Double?])
    case text([String?])
    case run(TextRun)
    case coded(codes: [Int32], words: [String])
    case bytes([[UInt8]?])
    case days([Day?])
    case booleans([Bool?])
    case nothing(rows: Int)
  }

  private init(_ name: String, _ values: Values) {
    self.name = name
    self.values = values
  }

  /// Whole numbers.
  public static func integers(_ name: String, _ values: [Int64?]) -> IngestColumn { .init(name, .integers(values)) }

  /// Whole numbers.
  public static func integers(_ name: String, _ values: [Int?]) -> IngestColumn {
    .init(name, .integers(values.map { $0.map(Int64.init) }))
  }

  /// Numbers.
  public static func doubles(_ name: String, _ values: [Double?]) -> IngestColumn { .init(name, .doubles(values)) }

  /// Text.
  public static func text(_ name: String, _ values: [String?]) -> IngestColumn { .init(name, .text(values)) }

  /// Text.
  public static func text(_ name: String, _ values: TextRun) -> IngestColumn { .init(name, .run(values)) }

  /// Text as numbers of words; a negative number is a row without text.
  public static func coded(_ name: String, codes: [Int32], words: [String]) -> IngestColumn {
    precondition(codes.allSatisfy { $0 < words.count }, "every code must be the number of a word")
    return .init(name, .coded(codes: codes, words: words))
  }

  /// Bytes.
  public static func bytes(_ name: String, _ values: [[UInt8]?]) -> IngestColumn { .init(name, .bytes(values)) }

  /// Days.
  public static func days(_ name: String, _ values: [Day?]) -> IngestColumn { .init(name, .days(values)) }

  /// True and false.
  public static func booleans(_ name: String, _ values: [Bool?]) -> IngestColumn { .init(name, .booleans(values)) }

  init(parameter: SQL.Parameter, name: String) {
    self.name = name
    values =
      switch parameter {
      case .integer(let value): .integers([value])
      case .double(let value): .doubles([value])
      case .text(let value): .text([value])
      case .day(let value): .days([value])
      case .boolean(let value): .booleans([value])
      case .null: .nothing(rows: 1)
      }
  }

  /// The number of rows.
  public var count: Int {
    switch values {
    case .integers(let values): values.count
    case .doubles(let values): values.count
    case .text(let values): values.count
    case .run(let values): values.count
    case .coded(let codes, _): codes.count
    case .bytes(let values): values.count
    case .days(let values): values.count
    case .booleans(let values): values.count
    case .nothing(let rows): rows
    }
  }
}
