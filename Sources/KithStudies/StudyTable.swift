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

extension StudyTable.Cell {
  /// Whether it holds words.
  public var isText: Bool {
    switch self {
    case .text: true
    default: false
    }
  }

  /// The cell as a person reads it.
  public var words: String { self == .none ? "–" : plain }

  /// The cell as a file holds it; blank where there is nothing.
  public var plain: String {
    switch self {
    case .text(let text): text
    case .count(let count): String(count)
    case .number(let number, let places): Self.decimals(number.roundedHalfUp(places: places), places)
    case .none: ""
    }
  }

  private static func decimals(_ number: Double, _ places: Int) -> String {
    guard abs(number) < 1e15 else { return "\(number)" }
    let scale = (0..<places).reduce(1.0) { scale, _ in scale * 10 }
    let whole = Int((abs(number) * scale).rounded())
    let digits = String(whole)
    let padded = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
    let sign = number < 0 && whole > 0 ? "-" : ""
    return sign + padded.dropLast(places) + (places > 0 ? "." + padded.suffix(places) : "")
  }
}
