import Foundation
import KithReports
import KithReturns
import KithRules

/// What came of checking one return, or both beside each other: what its pages and downloads are made from.
struct CheckedPart: Sendable {
  /// A rule that failed.
  struct FailedRule: Sendable {
    let code: String
    let severity: Severity
    let message: String
    let fix: String
    let findings: Int
    let children: Int
  }

  /// Rules that could not be checked for one reason.
  struct NotChecked: Sendable {
    let rules: String
    let reason: String
  }

  /// How the findings compare with those of the run before.
  struct Trend: Sendable {
    let new: Int
    let still: Int
    let gone: Int
  }

  /// `ssda903`, `cin` or `across`.
  let name: String
  let title: String
  let files: [Submission.File]
  let leftAside: [String]
  let counts: CheckCounts
  let rules: [FailedRule]
  let notChecked: [NotChecked]
  let lines: [FindingLine]
  let trend: Trend?
  let explanations: [String: Explanation]
  /// The authority's identifiers of the return's children; none of what is compared across returns.
  let children: [String]
  /// All that the return holds of a child, this year and last.
  let tables: @Sendable (String) -> [ChildTable]
  let downloads: Downloads
  /// The same part with other notes, or after another run.
  let with: @Sendable (FindingContext) -> CheckedPart

  /// What a user takes away.
  struct Downloads: Sendable {
    let workbook: @Sendable (String) throws -> Void
    let html: @Sendable () -> String
    let json: @Sendable () throws -> String
    let csv: @Sendable () -> String
  }

  /// What came of a check, with what is known beside it.
  init<Collection: SubmittedReturn>(
    _ report: CheckReport<Collection>, _ explanations: [String: Explanation], _ context: FindingContext
  ) {
    let lines = report.lines(context.lastRun.map { run in context.with(run.only(report.book)) } ?? context)
    let lastRun = context.lastRun?.only(report.book)
    name = report.collectionName
    title = Self.titles[report.collectionName] ?? report.collectionName
    files = report.submission.files
    leftAside = report.submission.leftAside
    counts = report.counts
    rules = report.ruleCounts.map {
      FailedRule(
        code: $0.rule.code, severity: $0.rule.severity, message: $0.rule.message, fix: $0.rule.fix,
        findings: $0.findings, children: $0.children)
    }
    notChecked = Self.notChecked(report)
    self.lines = lines
    trend = lastRun.map { $0.comparison(with: lines) }.map { Trend(new: $0.new, still: $0.still, gone: $0.gone) }
    self.explanations = explanations
    children =
      Collection.self == BothReturns.self ? [] : (0..<report.collection.childCount).map(report.collection.childID)
    tables = { ChildTable.all(of: $0, in: report.collection) }
    downloads = Downloads(
      workbook: { try report.writeWorkbook($0, lines, lastRun: lastRun) },
      html: { report.html(lines, lastRun: lastRun) }, json: { try report.json }, csv: { FindingsCSV(lines).text })
    with = { CheckedPart(report, explanations, $0) }
  }

  private static let titles = [
    "ssda903": "SSDA903 return", "cin": "CIN Census", ReturnCheck.across: "Across returns and years",
  ]

  private static func notChecked(_ report: CheckReport<some SubmittedReturn>) -> [NotChecked] {
    let whole = Dictionary(grouping: report.check.notRun.filter { $0.table == nil }, by: \.reason.advice)
    let partly = report.check.notRun.filter { $0.table != nil }
    let some =
      partly.isEmpty
      ? [] : [NotChecked(rules: "\(partly.count) rules on some rows", reason: Check.Reason.unreadableDay.advice)]
    return whole.map { reason, items in
      let codes = items.map { report.book.rules[$0.rule].code }
      return NotChecked(rules: codes.joined(separator: ", "), reason: reason)
    }
    .sorted { $0.rules < $1.rules } + some
  }
}

extension FindingContext {
  /// The same after another run.
  fileprivate func with(_ lastRun: LastRun) -> FindingContext {
    FindingContext(notes: notes, teams: teams, lastRun: lastRun)
  }
}

extension LastRun {
  /// The run's findings by the rules of a book, and on the files' text.
  fileprivate func only(_ book: RuleBook<some SubmittedReturn>) -> LastRun {
    let codes = Set(book.rules.map(\.code))
    return LastRun(keys: keys.filter { codes.contains($0.rule) || $0.rule.hasPrefix("F") })
  }
}
