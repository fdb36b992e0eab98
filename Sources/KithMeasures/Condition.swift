/// What must hold of a row of a population for it to count.
///
/// A condition is a value, so that one definition is written as SQL for an engine and as a script in another language, and is
/// put to a row in a test. A column that is missing makes no condition true, as in SQL.
public indirect enum Condition: Hashable, Sendable {
  /// Every row.
  case always
  /// The column, of true and false, is true.
  case holds(String)
  /// The column is this text.
  case equals(String, String)
  /// The column is one of these texts.
  case isOne(String, [String])
  /// The column, a number, lies in the range, its ends among it.
  case lies(String, ClosedRange<Int>)
  /// The column, a number, is at least this.
  case isAtLeast(String, Int)
  /// The column has a value.
  case isKnown(String)
  /// All of these hold.
  case all([Condition])
  /// The condition does not hold, or cannot be told.
  case not(Condition)

  /// The condition and another.
  public func and(_ other: Condition) -> Condition {
    switch (self, other) {
    case (.always, _): other
    case (_, .always): self
    default: .all([self, other])
    }
  }

  /// The condition in SQL; never from input.
  public var sql: String {
    switch self {
    case .always: "TRUE"
    case .holds(let column): column
    case .equals(let column, let text): "\(column) = \(Self.quoted(text))"
    case .isOne(let column, let texts): "\(column) IN (\(texts.map(Self.quoted).joined(separator: ", ")))"
    case .lies(let column, let range): "\(column) BETWEEN \(range.lowerBound) AND \(range.upperBound)"
    case .isAtLeast(let column, let least): "\(column) >= \(least)"
    case .isKnown(let column): "\(column) IS NOT NULL"
    case .all(let parts): parts.map { "(\($0.sql))" }.joined(separator: " AND ")
    case .not(let part): "NOT coalesce(\(part.sql), FALSE)"
    }
  }

  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "''") + "'"
  }

  /// The columns that the condition reads.
  public var columns: Set<String> {
    switch self {
    case .always: []
    case .holds(let column), .equals(let column, _), .isOne(let column, _), .lies(let column, _),
      .isAtLeast(let column, _), .isKnown(let column):
      [column]
    case .all(let parts): parts.reduce(into: []) { $0.formUnion($1.columns) }
    case .not(let part): part.columns
    }
  }
}
