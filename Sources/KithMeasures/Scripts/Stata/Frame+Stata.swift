import KithTables

extension Frame {
  /// The frame as statements in Stata, which leave its rows in a file of its name for the time of the run.
  var stata: String {
    (stataSource + moves.flatMap(\.stata) + ["keep \(columns.joined(separator: " "))", "save \(Self.file(name))"])
      .joined(separator: "\n")
  }

  /// The file of a frame or table for the time of the run.
  static func file(_ name: String) -> String { "\"`\(name)'\"" }

  private var stataSource: [String] {
    switch source {
    case .table(let name, let years):
      ["use \(Self.file(name)), clear", "keep_rows if inrange(year, \(years.lowerBound), \(years.upperBound))"]
    case .frame(let name): ["use \(Self.file(name)), clear"]
    case .returns(let tables): returns(tables)
    case .calendar(let first, let last, let holidays): calendar(first, last, holidays)
    }
  }

  private func returns(_ tables: [String]) -> [String] {
    tables.enumerated().map { place, name in
      place == 0
        ? "use authority year using \(Self.file(name)), clear" : "append using \(Self.file(name)), keep(authority year)"
    } + ["bysort authority year: keep if _n == 1"]
  }

  private func calendar(_ first: Day, _ last: Day, _ holidays: [Day]) -> [String] {
    let days = holidays.map { $0.stata.dropFirst(3).dropLast() }.joined(separator: " ").wrapped(to: 90)
    return [
      "clear", "set obs \(last.days(since: first) + 1)", "generate day = \(first.stata) + _n - 1",
      "generate byte is_working = !inlist(dow(day), 0, 6)",
      "foreach holiday in \(days.joined(separator: " ///\n    ")) {",
      "  replace is_working = 0 if day == td(`holiday')", "}", "generate number = sum(is_working)",
    ]
  }
}

extension Frame.Move {
  /// The move as statements in Stata on the rows in memory.
  var stata: [String] {
    switch self {
    case .keep(let condition): ["keep_rows if \(condition.stata)"]
    case .add(let name, let term): ["generate \(term.isCondition ? "byte " : "")\(name) = \(term.stata)"]
    case .fill(let name, let term): ["replace \(name) = \(term.stata) if missing(\(name))"]
    case .firstOf(let keys, let order): first(of: keys, order)
    case .addForGroup(let name, let summary, let keys): summary.stata(name, keys.joined(separator: " "))
    case .addAlong(let name, let along, let keys, let order):
      along.stata(name, "bysort \(keys.joined(separator: " ")) (\(order.joined(separator: " "))):")
    case .join(let name, let keys, let take, let isRequired): join(name, keys, take, isRequired)
    case .stack(let name): ["append using \(Frame.file(name))"]
    }
  }

  private func first(of keys: [String], _ order: [Frame.Order]) -> [String] {
    let falling = order.filter(\.isDescending).map(\.column)
    let names = order.map { ($0.isDescending ? "down_" : "") + $0.column }
    let within = names.isEmpty ? "" : " (\(names.joined(separator: " ")))"
    return falling.map { "generate down_\($0) = -\($0)" }
      + ["bysort \(keys.joined(separator: " "))\(within): keep if _n == 1"]
      + (falling.isEmpty ? [] : ["drop \(falling.map { "down_\($0)" }.joined(separator: " "))"])
  }

  private func join(_ name: String, _ keys: [String], _ take: [Frame.Taken], _ isRequired: Bool) -> [String] {
    let columns = take.map(\.column).joined(separator: " ")
    return [
      "merge m:1 \(keys.joined(separator: " ")) using \(Frame.file(name)), keep(\(isRequired ? "match" : "master match")) "
        + "nogenerate keepusing(\(columns))"
    ] + take.filter { $0.name != $0.column }.map { "rename \($0.column) \($0.name)" }
  }
}

extension Frame.Summary {
  fileprivate func stata(_ name: String, _ keys: String) -> [String] {
    switch self {
    case .least(let column): ["bysort \(keys): egen \(name) = min(\(column))"]
    case .greatest(let column): ["bysort \(keys): egen \(name) = max(\(column))"]
    case .total(let column): ["bysort \(keys): egen \(name) = total(\(column))"]
    case .firstText(let column):
      [
        "generate byte is_blank = missing(\(column))",
        "bysort \(keys) (is_blank \(column)): generate \(name) = \(column)[1]", "drop is_blank",
      ]
    case .lastText(let column): ["bysort \(keys) (\(column)): generate \(name) = \(column)[_N]"]
    case .last(let column, let order): ["bysort \(keys) (\(order)): generate \(name) = \(column)[_N]"]
    }
  }
}

extension Frame.Along {
  fileprivate func stata(_ name: String, _ group: String) -> [String] {
    switch self {
    case .previous(let column): ["\(group) generate \(name) = \(column)[_n - 1]"]
    case .running(let column): ["\(group) generate \(name) = sum(\(column))"]
    case .greatestBefore(let column):
      [
        "\(group) generate \(name) = \(column)[_n - 1]",
        "\(group) replace \(name) = max(\(name), \(name)[_n - 1]) if _n > 1",
      ]
    }
  }
}
