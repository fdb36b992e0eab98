import KithReturns
public import KithRules

/// A list of rules for people.
public struct RuleList<Collection: SubmittedReturn>: Sendable {
  private let rules: [Rule<Collection>]

  /// The list of these rules, in their order.
  public init(_ rules: [Rule<Collection>]) { self.rules = rules }

  /// The list as a table for a terminal.
  public var text: String {
    let rows = rules.map { rule in
      [rule.code, rule.severity.rawValue, tables(of: rule), "\(rule.message) \(rule.fix)"]
    }
    return TextTable(
      [("Rule", .left), ("", .left), ("Table", .left), ("What fails, and what to do", .left)], rows: rows
    )
    .lines().joined(separator: "\n")
  }

  /// The list as a Markdown table.
  public var markdown: String {
    let rows = rules.map { rule in
      "| \(rule.code) | \(rule.severity.rawValue) | \(tables(of: rule)) | \(fields(of: rule)) | \(rule.message) | \(rule.fix) |"
    }
    return
      (["| rule | severity | table | fields | what fails | what to do |", "| --- | --- | --- | --- | --- | --- |"]
      + rows)
      .joined(separator: "\n")
  }

  private func tables(of rule: Rule<Collection>) -> String {
    rule.parts.map(\.table.description).joined(separator: ", ")
  }

  private func fields(of rule: Rule<Collection>) -> String {
    rule.parts.flatMap(\.fields).map(\.description).reduce(into: [String]()) { list, name in
      if !list.contains(name) { list.append(name) }
    }
    .joined(separator: ", ")
  }
}
