import KithTables

extension Frame {
  /// The frame as a function in R of what it is made of.
  var r: String {
    let lines = rSource + moves.flatMap(\.r) + ["rows[\(String.rNames(columns))]"]
    let body = lines.map { "  " + $0 }.joined(separator: "\n")
    return "make_\(name) <- function(\(parts.joined(separator: ", "))) {\n\(body)\n}"
  }

  /// The call that makes the frame.
  var rCall: String {
    "frames$\(name) <- make_\(name)(\(parts.map { "frames$\($0)" }.joined(separator: ", ")))"
  }

  private var rSource: [String] {
    switch source {
    case .table(let name, let years): ["rows <- of_years(\(name), \(years.lowerBound), \(years.upperBound))"]
    case .frame(let name): ["rows <- \(name)"]
    case .returns(let tables): ["rows <- returns_of(\(tables.joined(separator: ", ")))"]
    case .calendar(let first, let last, let holidays):
      [
        "holidays <- day(c(",
        "  " + holidays.map { "\"\($0.iso)\"" }.joined(separator: ", ").wrapped(to: 100).joined(separator: "\n    "),
        "))", "rows <- calendar(day(\"\(first.iso)\"), day(\"\(last.iso)\"), holidays)",
      ]
    }
  }
}

extension Frame.Move {
  /// The move as statements in R on `rows`.
  var r: [String] {
    switch self {
    case .keep(let condition): ["rows <- keep(rows, \(condition.r))"]
    case .add(let name, let term): ["rows <- add(rows, \(name) = \(term.isCondition ? "is_true(\(term.r))" : term.r))"]
    case .fill(let name, let term): ["rows <- add(rows, \(name) = or_else(\(name), \(term.r)))"]
    case .firstOf(let keys, let order):
      (order.isEmpty ? [] : [Self.rSorted(keys, order)]) + ["rows <- first_of(rows, \(keys.joined(separator: ", ")))"]
    case .addForGroup(let name, .last(let column, let order), let keys):
      [
        Self.rSorted(keys, [.init(stringLiteral: order)]),
        "rows <- add(rows, \(name) = last(\(column), \(Self.rGroup(keys))))",
      ]
    case .addForGroup(let name, let summary, let keys):
      ["rows <- add(rows, \(name) = \(summary.rFunction)(\(summary.column), \(Self.rGroup(keys))))"]
    case .addAlong(let name, let along, let keys, let order):
      [
        Self.rSorted(keys, order.map { .init(stringLiteral: $0) }),
        "rows <- add(rows, \(name) = \(along.rFunction)(\(along.column), \(Self.rGroup(keys))))",
      ]
    case .join(let name, let keys, let take, let isRequired):
      [
        "rows <- join(rows, \(name), \(String.rNames(keys)), \(Self.rTaken(take))\(isRequired ? ", required = TRUE" : ""))"
      ]
    case .stack(let name): ["rows <- stack(rows, \(name))"]
    }
  }

  private static func rGroup(_ keys: [String]) -> String { "group(\(keys.joined(separator: ", ")))" }

  private static func rSorted(_ keys: [String], _ order: [Frame.Order]) -> String {
    let columns = keys + order.map { ($0.isDescending ? "-" : "") + $0.column }
    return "rows <- sorted(rows, \(columns.joined(separator: ", ")))"
  }

  private static func rTaken(_ take: [Frame.Taken]) -> String {
    let parts = take.map { $0.name == $0.column ? $0.name.rQuoted : "\($0.name) = \($0.column.rQuoted)" }
    return "c(\(parts.joined(separator: ", ")))"
  }
}

extension Frame.Summary {
  var column: String {
    switch self {
    case .least(let column), .greatest(let column), .total(let column), .firstText(let column), .lastText(let column),
      .last(let column, _):
      column
    }
  }

  fileprivate var rFunction: String {
    switch self {
    case .least, .firstText: "least"
    case .greatest, .lastText: "greatest"
    case .total: "total"
    case .last: "last"
    }
  }
}

extension Frame.Along {
  var column: String {
    switch self {
    case .previous(let column), .greatestBefore(let column), .running(let column): column
    }
  }

  fileprivate var rFunction: String {
    switch self {
    case .previous: "previous"
    case .greatestBefore: "greatest_before"
    case .running: "running_sum"
    }
  }
}
