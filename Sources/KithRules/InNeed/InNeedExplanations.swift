/// Why each rule of the CIN Census asks what it asks.
extension InNeedRules {
  /// The explanation of each rule, by its code.
  public static let explanations: [String: Explanation] = Explanation.parse([
    inNeedAssessmentsExplanations,
    inNeedChildrenExplanations,
    inNeedHeaderExplanations,
    inNeedPlansExplanations,
    inNeedReferralsExplanations,
    inNeedWholeReturnExplanations,
    inNeedAssessmentOutcomesExplanations,
    inNeedCasesExplanations,
    inNeedChildAgeExplanations,
    inNeedEnquiriesExplanations,
    inNeedProtectionPlansExplanations,
    inNeedPupilNumbersExplanations,
    inNeedChildRecordsExplanations,
    inNeedBirthAndDeathExplanations,
    inNeedReferralAndClosureExplanations,
    inNeedSinceReferralExplanations,
    inNeedPlanDatesExplanations,
    inNeedInitialConferencesExplanations,
    inNeedAssessmentFindingsExplanations,
    inNeedRecordingExplanations,
  ])
}
