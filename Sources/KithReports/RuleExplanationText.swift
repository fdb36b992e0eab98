import KithReturns
public import KithRules

/// What a rule asks, why, and what to change, for a terminal.
public struct RuleExplanationText: Sendable {
  /// The text.
  public let text: String

  /// The text of a rule; `held` are the years whose book has it.
  public init(_ rule: Rule<some SubmittedReturn>, _ explanation: Explanation?, held: [Int]) {
    let parts = rule.parts.map { part in
      "\(part.table): \(part.fields.map(\.description).joined(separator: ", "))"
    }
    var rows = [
      ["What fails", rule.message], ["What to do", rule.fix], ["Fields", parts.joined(separator: "; ")],
      ["Severity", rule.severity.rawValue], ["Years", Self.years(held)],
    ]
    if let explanation {
      rows.insert(["Why", explanation.reason], at: 1)
      rows.append(["Example", explanation.example])
    }
    let needs = rule.reads.filter { !$0.isOptional }.map { "\($0.table)\($0.isLastYear ? " of last year" : "")" }
    let others = needs.reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
    if !others.isEmpty { rows.append(["Also reads", others.joined(separator: ", ")]) }
    let lines = TextTable([("Rule", .left), (rule.code, .left)], rows: rows).lines()
    text = lines.joined(separator: "\n")
  }

  private static func years(_ held: [Int]) -> String {
    held.map { "\($0 - 1)/\(String($0).suffix(2))" }.joined(separator: ", ")
  }
}
