import KithPlaces
import KithReports
import KithRules

/// Where a user says what is to be checked, and finds this session's checks.
struct CheckPage: Page {
  static let template = "check"
  static let part = SitePart.check

  /// A return that was given at the start.
  struct Given: Sendable {
    let number: Int
    let name: String
  }

  /// A check of this session.
  struct Earlier: Sendable {
    let address: String
    let subject: String
    let words: String
  }

  /// A year that has a rule book.
  struct Choice: Sendable {
    let value: Int
    let words: String
  }

  let title = "Check a return"
  let givens: [Given]
  let earlier: [Earlier]
  let years: [Choice]
  let authorities: [String]
  let hasGivens: Bool
  let hasEarlier: Bool
  let largest: String
}

extension CheckPage {
  init(returns: [String], checks: [CheckedReturn], largest: Int) {
    givens = returns.enumerated().map { Given(number: $0, name: $1) }
    earlier = checks.map { check in
      let findings = check.parts.reduce(0) { $0 + $1.counts.findings }
      return Earlier(address: "/check/\(check.id)", subject: check.title, words: "\(findings) findings")
    }
    let first = min(LookedAfterRules.years.lowerBound, InNeedRules.years.lowerBound)
    let last = max(LookedAfterRules.years.upperBound, InNeedRules.years.upperBound)
    years = (first...last).reversed().map { Choice(value: $0, words: "\($0 - 1)/\(String($0).suffix(2))") }
    authorities = AuthorityRegister.england.authorities.filter { $0.closed == nil }.map { "\($0.code) \($0.name)" }
    hasGivens = !givens.isEmpty
    hasEarlier = !earlier.isEmpty
    self.largest = "\(largest / 1_000_000) MB"
  }
}
