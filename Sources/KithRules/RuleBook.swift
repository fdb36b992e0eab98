import KithReturns

/// The rules that hold in one collection year.
public struct RuleBook<Collection: SubmittedReturn>: Sendable {
  /// The calendar year in which the collection ends.
  public let year: Int
  /// The rules, in the order of their codes.
  public let rules: [Rule<Collection>]

  init(_ rules: [Rule<Collection>], year: Int) {
    self.year = year
    self.rules = rules.filter { $0.years.contains(year) }.sorted { RuleCode($0.code) < RuleCode($1.code) }
  }

  /// The book with only the rules of these codes.
  public func only(_ codes: [String]) -> RuleBook { RuleBook(rules.filter { codes.contains($0.code) }, year: year) }

  /// The rule with a code; nil when the year has none.
  public func rule(_ code: String) -> Rule<Collection>? {
    rules.first { $0.code.caseInsensitiveEquals(code) }
  }
}

extension String {
  fileprivate func caseInsensitiveEquals(_ other: String) -> Bool { lowercased() == other.lowercased() }
}

/// A rule's code, ordered as people look codes up: by number, then by what follows it; codes without a number last.
public struct RuleCode: Comparable, Sendable {
  private let number: Int
  private let text: String

  /// The code with this text.
  public init(_ text: String) {
    number = Int(text.prefix { $0.isASCII && $0.isNumber }) ?? .max
    self.text = text
  }

  /// Whether the first code stands before the second.
  public static func < (a: RuleCode, b: RuleCode) -> Bool { (a.number, a.text) < (b.number, b.text) }
}
