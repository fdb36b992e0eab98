import KithEngine

/// How often a rule was broken in a return when it was loaded.
public struct RuleCount: Hashable, Sendable {
  /// The rule's code; what is wrong with a file's text has one that begins with F.
  public let rule: String
  /// What the rule says.
  public let title: String
  /// Whether it is an error, or else a query.
  public let isError: Bool
  /// How many findings there were of it.
  public let findings: Int

  /// Findings of a rule.
  public init(rule: String, title: String, isError: Bool, findings: Int) {
    self.rule = rule
    self.title = title
    self.isError = isError
    self.findings = findings
  }

  /// Counts of the same rule made one, by rule.
  public static func together(_ counts: [RuleCount]) -> [RuleCount] {
    var sums: [RuleCount: Int] = [:]
    for count in counts {
      sums[RuleCount(rule: count.rule, title: count.title, isError: count.isError, findings: 0), default: 0] +=
        count.findings
    }
    return sums.map { RuleCount(rule: $0.rule, title: $0.title, isError: $0.isError, findings: $1) }
      .sorted { ($0.rule, $0.title) < ($1.rule, $1.title) }
  }
}

extension Store {
  /// How often each rule was broken in a submission when it was loaded, the most often first; none of one that was not checked, or that was
  /// loaded by a version of Kith that kept the totals alone.
  public func ruleCounts(of submission: Int) throws -> [RuleCount] {
    let tables = try connection.query(
      "SELECT table_name FROM information_schema.tables WHERE table_catalog = \(Self.catalog) AND table_name = 'submission_rule'"
    )
    guard tables.rowCount > 0 else { return [] }
    let found = try connection.query(
      """
      SELECT rule, title, severity, findings FROM submission_rule WHERE submission = \(submission)
      ORDER BY severity, findings DESC, rule
      """)
    let (rules, titles) = (try found.text("rule"), try found.text("title"))
    let (severities, counts) = (try found.text("severity"), try found.integers("findings"))
    return (0..<found.rowCount).map { row in
      RuleCount(
        rule: rules[row] ?? "", title: titles[row] ?? "", isError: severities[row] == "error",
        findings: Int(counts[row] ?? 0))
    }
  }

  func keep(_ rules: [RuleCount], as submission: Int) throws {
    guard !rules.isEmpty else { return }
    try connection.ingest(
      [
        .integers("submission", rules.map { _ in submission }), .text("rule", rules.map(\.rule)),
        .text("title", rules.map(\.title)), .text("severity", rules.map { $0.isError ? "error" : "query" }),
        .integers("findings", rules.map(\.findings)),
      ], into: "submission_rule", catalog: Self.catalog, mode: .append)
  }
}
