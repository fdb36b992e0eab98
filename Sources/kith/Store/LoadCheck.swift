import Foundation
import KithReports
import KithReturns
import KithRules
import KithStore

/// Checks a return for what the store keeps of it: how many errors and queries there are.
struct LoadCheck {
  let reference: LookedAfterReference

  /// The outcome; nil where the year has no rule book.
  func summary(of submission: Submission, year: Int, onsCode: String?) async throws -> LoadRequest.CheckSummary? {
    switch submission.collection {
    case .lookedAfter:
      guard let book = LookedAfterRules.book(for: year) else { return nil }
      let typed = LookedAfterReturn(
        year: year, authority: onsCode, tables: submission.tables, lastYear: submission.lastYear,
        isXML: submission.isXML, reference: reference)
      return await summary(submission, typed, book)
    case .inNeed:
      guard let book = InNeedRules.book(for: year) else { return nil }
      let typed = InNeedReturn(
        year: year, authority: CensusFacts(submission.tables).authority, tables: submission.tables,
        lastYear: submission.lastYear)
      return await summary(submission, typed, book)
    }
  }

  private func summary<Collection: SubmittedReturn>(
    _ submission: Submission, _ typed: Collection, _ book: RuleBook<Collection>
  ) async -> LoadRequest.CheckSummary {
    let check = await book.check(typed)
    let rules = check.findings.map { book.rules[$0.rule] }
    let kinds = submission.problems.map(\.kind)
    let severities = rules.map(\.severity) + kinds.map(\.severity)
    let errors = severities.count { $0 == .error }
    let found =
      rules.map { RuleCount(rule: $0.code, title: $0.message, isError: $0.severity == .error, findings: 1) }
      + kinds.map {
        RuleCount(rule: $0.code, title: $0.advice, isError: $0.severity == .error, findings: 1)
      }
    return .init(
      ruleBook: "\(submission.collection.rawValue) \(book.year), \(book.rules.count) rules, kith \(KithVersion.text)",
      errors: errors, queries: severities.count - errors, rules: RuleCount.together(found))
  }
}
