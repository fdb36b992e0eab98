import KithStatistics

/// A table of a study, for a page or a file.
public struct StudyTable: Hashable, Sendable {
  /// A cell.
  public enum Cell: Hashable, Sendable {
    /// Words.
    case text(String)
    /// A count.
    case count(Int)
    /// A number, and the decimal places to which it is shown.
    case number(Double, places: Int)
    /// Nothing that can be said.
    case none
  }

  /// The table's name.
  public let name: String
  /// The columns' names, in small letters.
  public let columns: [String]
  /// The rows, each of as many cells as there are columns.
  public let rows: [[Cell]]

  /// A table of rows.
  public init(_ name: String, columns: [String], rows: [[Cell]]) {
    precondition(rows.allSatisfy { $0.count == columns.count })
    self.name = name
    self.columns = columns
    self.rows = rows
  }
}

extension StudyTable.Cell {
  /// A number, or nothing where there is none or it is not finite.
  public static func maybe(_ number: Double?, places: Int) -> Self {
    number.map { $0.isFinite ? .number($0, places: places) : .none } ?? .none
  }
}

extension StudyTable.Cell: Encodable {
  /// Words as text, numbers as numbers to their places.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .text(let text): try container.encode(text)
    case .count(let count): try container.encode(count)
    case .number(let number, let places): try container.encode(number.roundedHalfUp(places: places))
    case .none: try container.encodeNil()
    }
  }
}
