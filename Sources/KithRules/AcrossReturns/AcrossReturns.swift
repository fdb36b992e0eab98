public import KithReturns

/// The rule books of checks across returns: this year's CIN Census beside last year's, and both returns of a year beside
/// each other.
///
/// The guidance has no such rules; the codes, from X101, are Kith's own.
public enum AcrossReturns {
  /// The collection years that have a rule book: 2022/23 to 2025/26.
  public static let years = 2023...2026

  /// The rule book of the collections that end in a year; nil when the year has none.
  public static func book(for year: Int) -> RuleBook<BothReturns>? {
    years.contains(year) ? RuleBook(all, year: year) : nil
  }

  /// Whether there is anything to compare: both returns, or the CIN Census of two years.
  public static func hasAnything(in both: BothReturns) -> Bool {
    let inNeed = both.inNeed.tableNames.contains { both.inNeed.raw($0).isSubmitted }
    let lookedAfter = both.lookedAfter.tableNames.contains { both.lookedAfter.raw($0).isSubmitted }
    return inNeed && (lookedAfter || both.inNeed.lastYear != nil)
  }

  /// Every rule of every year.
  public static let all: [Rule<BothReturns>] = [
    timesAcrossYearsRules,
    identityAcrossYearsRules,
    plansAcrossYearsRules,
    swingRules,
    careAndNeedRules,
    identityInBothRules,
    endsInBothRules,
    plansAndCareRules,
  ].flatMap(\.self)

  /// The explanation of each rule, by its code.
  public static let explanations: [String: Explanation] = Explanation.parse([
    acrossYearsExplanations,
    swingsExplanations,
    inBothReturnsExplanations,
  ])
}
