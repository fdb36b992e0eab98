import KithReturns
import KithTables

/// The rows of which an expression is worked out, each in its group.
struct StataRows {
  let data: StataData
  let starts: [Int]
  let ends: [Int]
  let rows: [Int]
  var code = 0

  init(_ data: StataData, by keys: [String] = []) throws {
    self.data = data
    (starts, ends) = try data.groups(keys)
    rows = Array(0..<data.count)
  }

  private init(_ other: StataRows, _ data: StataData, rows: [Int]) {
    (self.data, starts, ends, self.rows) = (data, other.starts, other.ends, rows)
  }

  /// Some of the rows, with data that may have changed.
  func only(_ rows: [Int], of data: StataData) -> StataRows { StataRows(self, data, rows: rows) }

  func values(_ term: StataTerm) throws -> StataColumn {
    switch term {
    case .number(let number): .numbers(rows.map { _ in number })
    case .text(let text): .texts(rows.map { _ in text })
    case .name("_n"): .numbers(rows.map { Double($0 - starts[$0] + 1) })
    case .name("_N"): .numbers(rows.map { Double(ends[$0] - starts[$0]) })
    case .name(let name): try data.column(name).picked(rows)
    case .element(let name, let place): try element(name, place)
    case .not(let term): .numbers(try values(term).numbers().map { $0 == 0 ? 1 : 0 })
    case .negative(let term): .numbers(try values(term).numbers().map { $0 == StataColumn.missing ? $0 : -$0 })
    case .binary(let mark, let a, let b): try binary(mark, values(a), values(b))
    case .call(let name, let terms): try StataFunction(name, terms.map(values), self).value
    }
  }

  /// The rows of which a condition is true, which a missing number is.
  func rows(where term: StataTerm) throws -> [Int] {
    zip(rows, try values(term).numbers()).compactMap { $1 != 0 ? $0 : nil }
  }

  private func element(_ name: String, _ place: StataTerm) throws -> StataColumn {
    let places = zip(rows, try values(place).numbers()).map { row, place -> Int? in
      let at = starts[row] + Int(place) - 1
      return (starts[row]..<ends[row]).contains(at) ? at : nil
    }
    return try data.column(name).picked(places)
  }

  private func binary(_ mark: String, _ a: StataColumn, _ b: StataColumn) throws -> StataColumn {
    if case .texts(let a) = a, case .texts(let b) = b {
      return .numbers(
        try zip(a, b).map { a, b in
          switch mark {
          case "==": a == b ? 1 : 0
          case "!=": a != b ? 1 : 0
          default: throw StataFault("type mismatch: \(mark) of texts")
          }
        })
    }
    return .numbers(zip(try a.numbers(), try b.numbers()).map { Self.number(mark, $0, $1) })
  }

  private static func number(_ mark: String, _ a: Double, _ b: Double) -> Double {
    let missing = StataColumn.missing
    return switch mark {
    case "==": a == b ? 1 : 0
    case "!=": a != b ? 1 : 0
    case "<": a < b ? 1 : 0
    case "<=": a <= b ? 1 : 0
    case ">": a > b ? 1 : 0
    case ">=": a >= b ? 1 : 0
    case "&": a != 0 && b != 0 ? 1 : 0
    case "|": a != 0 || b != 0 ? 1 : 0
    case "+": a == missing || b == missing ? missing : a + b
    case "-": a == missing || b == missing ? missing : a - b
    case "*": a == missing || b == missing ? missing : a * b
    default: a == missing || b == missing || b == 0 ? missing : a / b
    }
  }
}

/// A function of Stata's, of columns.
struct StataFunction {
  let value: StataColumn

  init(_ name: String, _ inputs: [StataColumn], _ rows: StataRows) throws {
    switch name {
    case "cond": value = try Self.choice(inputs)
    case "missing": value = try Self.missing(inputs)
    case "inlist": value = try Self.isListed(inputs)
    case "inrange":
      let (x, low, high) = (try inputs[0].numbers(), try inputs[1].numbers(), try inputs[2].numbers())
      value = .numbers(x.indices.map { x[$0] >= low[$0] && x[$0] <= high[$0] ? 1 : 0 })
    case "min", "max": value = try Self.extreme(name == "min", inputs)
    case "sum": value = try Self.running(inputs[0], rows)
    case "substr":
      let places = (Int(try inputs[1].numbers().first ?? 1), Int(try inputs[2].numbers().first ?? 1))
      value = .texts(try inputs[0].texts().map { String($0.dropFirst(places.0 - 1).prefix(places.1)) })
    case "strupper": value = .texts(try inputs[0].texts().map { $0.uppercased() })
    case "strtrim": value = .texts(try inputs[0].texts().map { $0.trimmed })
    case "real": value = .numbers(try inputs[0].texts().map { Double($0) ?? StataColumn.missing })
    case "date": value = .numbers(try inputs[0].texts().map { StataDays.number(Day(censusText: $0)) })
    case "mdy":
      let parts = try inputs.map { try $0.numbers() }
      value = .numbers(
        parts[0].indices.map { row in
          parts.contains { $0[row] == StataColumn.missing }
            ? StataColumn.missing : StataDays.number(Day(Int(parts[1][row]), Int(parts[0][row]), Int(parts[2][row])))
        })
    default: value = try Self.ofDay(name, inputs)
    }
  }

  private static func choice(_ inputs: [StataColumn]) throws -> StataColumn {
    guard inputs.count == 3 else { throw StataFault("cond() has three arguments here") }
    let hits = try inputs[0].numbers().enumerated().compactMap { $1 != 0 ? $0 : nil }
    return try inputs[2].replacing(hits, with: inputs[1].picked(hits))
  }

  private static func missing(_ inputs: [StataColumn]) throws -> StataColumn {
    switch inputs[0] {
    case .numbers(let values): .numbers(values.map { $0 == StataColumn.missing ? 1 : 0 })
    case .texts(let values): .numbers(values.map { $0.isEmpty ? 1 : 0 })
    }
  }

  private static func isListed(_ inputs: [StataColumn]) throws -> StataColumn {
    let row = inputs.dropFirst()
    if case .texts(let values) = inputs[0] {
      guard inputs.count <= 10 else { throw StataFault("inlist() takes nine texts at most") }
      let others = try row.map { try $0.texts() }
      return .numbers(values.indices.map { place in others.contains { $0[place] == values[place] } ? 1 : 0 })
    }
    let (values, others) = (try inputs[0].numbers(), try row.map { try $0.numbers() })
    return .numbers(values.indices.map { place in others.contains { $0[place] == values[place] } ? 1 : 0 })
  }

  /// The least or greatest of numbers that are not missing.
  private static func extreme(_ isLeast: Bool, _ inputs: [StataColumn]) throws -> StataColumn {
    let all = try inputs.map { try $0.numbers() }
    return .numbers(
      all[0].indices.map { row in
        let known = all.map { $0[row] }.filter { $0 != StataColumn.missing }
        return (isLeast ? known.min() : known.max()) ?? StataColumn.missing
      })
  }

  /// The sum up to each row of its group, in which a missing number is 0.
  private static func running(_ input: StataColumn, _ rows: StataRows) throws -> StataColumn {
    var sum = 0.0
    return .numbers(
      zip(rows.rows, try input.numbers()).map { row, number in
        sum = (rows.starts[row] == row ? 0 : sum) + (number == StataColumn.missing ? 0 : number)
        return sum
      })
  }

  private static func ofDay(_ name: String, _ inputs: [StataColumn]) throws -> StataColumn {
    .numbers(
      try inputs[0].numbers().map { number in
        guard number != StataColumn.missing else { return number }
        let day = name == "dofm" ? Day(number: 0) : StataDays.day(number)
        switch name {
        case "day": return Double(day.civil.day)
        case "month": return Double(day.civil.month)
        case "year": return Double(day.civil.year)
        case "dow": return Double(((Int(day.number) + 4) % 7 + 7) % 7)
        case "mofd": return Double((day.civil.year - 1960) * 12 + day.civil.month - 1)
        case "dofm":
          let month = Int(number) + 1960 * 12
          return StataDays.number(Day(1, month % 12 + 1, month / 12))
        default: throw StataFault("unknown function \(name)()")
        }
      })
  }
}
