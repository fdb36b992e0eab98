import KithTables

/// A step of a script in R or Stata: a frame of rows, made from another by moves, one after the other.
///
/// The frames take the steps of ``MeasureRun`` that bear their names, and a few of their own where one statement of SQL holds
/// several; a test holds the two to the same counts.
struct Frame: Hashable, Sendable {
  /// The name under which later frames know it.
  let name: String
  let source: Source
  let moves: [Move]
  /// The columns that stay, in order.
  let columns: [String]

  /// Where a frame's rows come from.
  enum Source: Hashable, Sendable {
    /// The rows of a table of the returns, of some collection years.
    case table(String, years: ClosedRange<Int>)
    /// The rows of an earlier frame.
    case frame(String)
    /// Each authority and year that has rows in one of some tables.
    case returns(of: [String])
    /// Each day from one to another, with the number of working days up to it.
    case calendar(from: Day, to: Day, holidays: [Day])
  }

  /// What is done to all rows.
  enum Move: Hashable, Sendable {
    /// Keeps the rows of which a condition holds.
    case keep(Term)
    /// Adds a column.
    case add(String, Term)
    /// Puts a value where a column has none.
    case fill(String, Term)
    /// Keeps the first row of each group, in an order within it.
    case firstOf([String], by: [Order] = [])
    /// Adds a column that has its value for each group of rows.
    case addForGroup(String, Summary, within: [String])
    /// Adds a column whose value depends on the rows before in the group, in an order of columns.
    case addAlong(String, Along, within: [String], by: [String])
    /// Adds columns of a frame in which no two rows have the same keys. Rows without a partner go where one is required.
    case join(String, on: [String], take: [Taken], isRequired: Bool = false)
    /// Adds the rows of a frame that has the same columns.
    case stack(String)
  }

  /// A value of a group of rows, of a column.
  enum Summary: Hashable, Sendable {
    case least(String)
    case greatest(String)
    case total(String)
    /// The text that comes first in the order of letters.
    case firstText(String)
    /// The text that comes last.
    case lastText(String)
    /// The value of the last row, in an order of a column.
    case last(String, by: String)
  }

  /// A value along the rows of a group, of a column.
  enum Along: Hashable, Sendable {
    /// The row before's.
    case previous(String)
    /// The greatest of the rows before.
    case greatestBefore(String)
    /// The sum up to the row.
    case running(String)
  }

  /// A column that orders rows, of numbers that are not missing.
  struct Order: Hashable, Sendable, ExpressibleByStringLiteral {
    let column: String
    let isDescending: Bool

    init(stringLiteral name: String) { (column, isDescending) = (name, false) }

    init(descending name: String) { (column, isDescending) = (name, true) }

    static func down(_ name: String) -> Order { Order(descending: name) }
  }

  /// A column of a joined frame, and its name here.
  struct Taken: Hashable, Sendable, ExpressibleByStringLiteral {
    let column: String
    let name: String

    init(stringLiteral name: String) { (column, self.name) = (name, name) }

    init(_ column: String, as name: String) { (self.column, self.name) = (column, name) }
  }

  init(_ name: String, _ source: Source, _ moves: [Move], columns: String) {
    self.name = name
    self.source = source
    self.moves = moves
    self.columns = columns.split(separator: " ").map { String($0) }
  }

  /// The tables and frames that it is made of, in the order in which they are met.
  var parts: [String] {
    var parts: [String] =
      switch source {
      case .table(let name, _), .frame(let name): [name]
      case .returns(let tables): tables
      case .calendar: []
      }
    for move in moves {
      switch move {
      case .join(let name, _, _, _) where !parts.contains(name), .stack(let name) where !parts.contains(name):
        parts.append(name)
      default: break
      }
    }
    return parts
  }
}
