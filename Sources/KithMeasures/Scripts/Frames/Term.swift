import KithTables

/// A value worked out of a row's columns, which R and Stata each write in their own way.
///
/// A condition is a term too. It holds or does not: one that asks of a missing value does not hold, as in ``Condition``.
indirect enum Term: Hashable, Sendable {
  case column(String)
  case text(String)
  case number(Int)
  case day(Day)
  case missingText
  case missingNumber
  /// A value, or another in its place where it is missing.
  case orElse(Term, Term)
  case sum(Term, Term)
  case difference(Term, Term)
  case product(Int, Term)
  /// The value of the first condition that holds.
  case choose([Choice], otherwise: Term)
  /// The same day of the month so many months later, or the month's last day where it is shorter.
  case later(Term, months: Term)
  /// The 1 April of a calendar year.
  case firstOfApril(Term)
  /// The calendar year of a day.
  case year(Term)
  /// The letter of a text at a place, from 1.
  case letter(Term, Int)

  case always
  /// A column of true and false is true.
  case holds(String)
  case known(Term)
  case same(Term, Term)
  /// The first is less than the second.
  case less(Term, Term)
  case atMost(Term, Term)
  case isOne(Term, [String])
  case begins(Term, String)
  case all([Term])
  case any([Term])
  case not(Term)

  /// A condition and the value where it is the first to hold.
  struct Choice: Hashable, Sendable {
    let condition: Term
    let value: Term

    init(_ condition: Term, _ value: Term) {
      self.condition = condition
      self.value = value
    }
  }
}

extension Term: ExpressibleByStringLiteral {
  /// The column of a name.
  init(stringLiteral name: String) { self = .column(name) }
}

extension Term {
  static func more(_ a: Term, _ b: Term) -> Term { .less(b, a) }
  static func atLeast(_ a: Term, _ b: Term) -> Term { .atMost(b, a) }
  static func different(_ a: Term, _ b: Term) -> Term { .not(.same(a, b)) }
  static func between(_ low: Term, _ value: Term, _ high: Term) -> Term {
    .all([.atMost(low, value), .atMost(value, high)])
  }
  static func later(_ day: Term, _ months: Int) -> Term { .later(day, months: .number(months)) }
  static func isText(_ column: String, _ text: String) -> Term { .same(.column(column), .text(text)) }
  /// 1 where a condition holds, else 0.
  static func flag(_ condition: Term) -> Term { .choose([Choice(condition, .number(1))], otherwise: .number(0)) }

  /// Whether it is true or false.
  var isCondition: Bool {
    switch self {
    case .always, .holds, .known, .same, .less, .atMost, .isOne, .begins, .all, .any, .not: true
    default: false
    }
  }

  /// Whether it is written without marks around it that hold it together.
  var isSimple: Bool {
    switch self {
    case .sum, .difference, .product, .same, .less, .atMost, .all, .any: false
    default: true
    }
  }

  /// Whether its value may be missing.
  var canBeMissing: Bool {
    switch self {
    case .text, .number, .day: false
    case .orElse(_, let other): other.canBeMissing
    case .sum(let a, let b), .difference(let a, let b): a.canBeMissing || b.canBeMissing
    case .product(_, let a): a.canBeMissing
    case .choose(let choices, let otherwise): otherwise.canBeMissing || choices.contains { $0.value.canBeMissing }
    case .later(let day, let months): day.canBeMissing || months.canBeMissing
    default: !isCondition
    }
  }
}

extension Condition {
  /// The condition as a term.
  var term: Term {
    switch self {
    case .always: .always
    case .holds(let column): .holds(column)
    case .equals(let column, let text): .isText(column, text)
    case .isOne(let column, let texts): .isOne(.column(column), texts)
    case .lies(let column, let range): .between(.number(range.lowerBound), .column(column), .number(range.upperBound))
    case .isAtLeast(let column, let least): .atLeast(.column(column), .number(least))
    case .isKnown(let column): .known(.column(column))
    case .all(let parts): .all(parts.map(\.term))
    case .not(let part): .not(part.term)
    }
  }
}
