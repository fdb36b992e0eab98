import KithTables

/// An expression of Stata's.
indirect enum StataTerm {
  case number(Double)
  case text(String)
  case name(String)
  case element(String, StataTerm)
  case call(String, [StataTerm])
  case not(StataTerm)
  case negative(StataTerm)
  case binary(String, StataTerm, StataTerm)

  /// Whether it asks for another row's value of a variable.
  func readsElements(of name: String) -> Bool {
    switch self {
    case .element(let own, _): own == name
    case .call(_, let terms): terms.contains { $0.readsElements(of: name) }
    case .not(let term), .negative(let term): term.readsElements(of: name)
    case .binary(_, let a, let b): a.readsElements(of: name) || b.readsElements(of: name)
    case .number, .text, .name: false
    }
  }
}

/// Reads an expression from the beginning of a text, and leaves the rest.
struct StataParser {
  private(set) var rest: Substring

  init(_ text: some StringProtocol) { rest = Substring(text) }

  private mutating func skipSpaces() { rest = rest.drop { $0 == " " || $0 == "\n" } }

  private mutating func take(_ text: String) -> Bool {
    skipSpaces()
    guard rest.hasPrefix(text) else { return false }
    rest = rest.dropFirst(text.count)
    return true
  }

  private static let levels = [["|"], ["&"], ["==", "!=", "<=", ">=", "<", ">"], ["+", "-"], ["*", "/"]]

  mutating func term(_ level: Int = 0) throws -> StataTerm {
    guard level < Self.levels.count else { return try unary() }
    var left = try term(level + 1)
    while let mark = Self.levels[level].first(where: { take($0) }) {
      left = .binary(mark, left, try term(level + 1))
    }
    return left
  }

  private mutating func unary() throws -> StataTerm {
    if take("!") { return .not(try unary()) }
    if take("-") { return .negative(try unary()) }
    if take("(") {
      let inner = try term()
      guard take(")") else { throw StataFault("parentheses do not match before \(rest.prefix(20))") }
      return inner
    }
    return try simple()
  }

  private mutating func simple() throws -> StataTerm {
    skipSpaces()
    if take("\"") {
      let text = rest.prefix { $0 != "\"" }
      rest = rest.dropFirst(text.count + 1)
      return .text(String(text))
    }
    let word = rest.prefix { $0 == "_" || $0 == "." || $0.isLetter || $0.isNumber }
    guard !word.isEmpty else { throw StataFault("an expression is wanted at \(rest.prefix(20))") }
    rest = rest.dropFirst(word.count)
    if word == "." { return .number(StataColumn.missing) }
    if let number = Double(word) { return .number(number) }
    if word == "td", take("(") { return try day() }
    if rest.hasPrefix("(") { return .call(String(word), try arguments()) }
    if take("[") {
      let place = try term()
      guard take("]") else { throw StataFault("brackets do not match") }
      return .element(String(word), place)
    }
    return .name(String(word))
  }

  private mutating func arguments() throws -> [StataTerm] {
    _ = take("(")
    var terms: [StataTerm] = []
    repeat { terms.append(try term()) } while take(",")
    guard take(")") else { throw StataFault("parentheses do not match before \(rest.prefix(20))") }
    return terms
  }

  private mutating func day() throws -> StataTerm {
    let months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    let text = rest.prefix { $0 != ")" }
    rest = rest.dropFirst(text.count + 1)
    guard text.count == 9, let date = Int(text.prefix(2)), let year = Int(text.suffix(4)),
      let month = months.firstIndex(of: String(text.dropFirst(2).prefix(3))), let day = Day(date, month + 1, year)
    else { throw StataFault("\(text) is no day") }
    return .number(StataDays.number(day))
  }
}

/// Days as Stata counts them, from 1 January 1960.
enum StataDays {
  static func number(_ day: Day?) -> Double { day.map { Double($0.number) + 3653 } ?? StataColumn.missing }
  static func day(_ number: Double) -> Day { Day(number: Int32(number - 3653)) }
}
