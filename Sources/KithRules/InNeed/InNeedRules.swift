public import KithReturns

/// The rule books of the CIN Census.
public enum InNeedRules {
  /// The collection years that have a rule book: 2022/23 to 2025/26.
  public static let years = 2023...2026

  /// The rule book of the collection that ends in a year; nil when the year has none.
  public static func book(for year: Int) -> RuleBook<InNeedReturn>? {
    years.contains(year) ? RuleBook(all, year: year) : nil
  }

  /// Every rule of every year.
  public static let all: [Rule<InNeedReturn>] = [
    censusHeaderRules,
    childRules,
    disabilityRules,
    detailsRules,
    assessmentRules,
    planRules,
    closureRules,
    wholeReturnRules,
    childAgeRules,
    caseRules,
    enquiryOutcomeRules,
    assessmentOutcomeRules,
    protectionPlanRules,
    pupilNumberRules,
    childRecordRules,
    birthAndDeathRules,
    referralAndClosureRules,
    sinceReferralRules,
    planDatesRules,
    initialConferenceRules,
    assessmentFindingsRules,
    recordingRules,
  ].flatMap(\.self)
}
