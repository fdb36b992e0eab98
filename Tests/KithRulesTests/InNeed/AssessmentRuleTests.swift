import KithReturns
import Testing

@testable import KithRules

@Suite("CIN rules on assessments and plans")
struct AssessmentRuleTests {
  @Test("1103 fails an assessment that began before its own referral, with the referral")
  func beforeReferral() async throws {
    try await expectInNeed(
      "1103",
      """
      LAchildID | CINdetailsID | AssessmentActualStartDate |
      A         | 1            | 2025-05-31                | ✗
      A         | 1            | 2025-06-01                |
      A         | 2            | 2025-09-01                |
      A         | 2            |                           |
      CINdetails
      LAchildID | CINdetailsID | CINreferralDate |
      A         | 1            | 2025-06-01      | ✗
      A         | 2            | 2025-09-01      |
      """)
  }

  @Test("8608 fails an assessment that was authorised before it began")
  func authorisedBeforeStart() async throws {
    try await expectInNeed(
      "8608",
      """
      LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate |
      A         | 2025-06-02                | 2025-06-01                  | ✗
      B         | 2025-06-01                | 2025-06-01                  |
      C         | 2025-06-01                |                             |
      """)
  }

  @Test("8670Q fails an open assessment that began more than 45 working days before the year's end")
  func longAssessment() async throws {
    try await expectInNeed(
      "8670Q",
      """
      LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate |
      A         | 2026-01-27                |                             | ✗
      B         | 2026-01-28                |                             |
      C         | 2026-01-27                | 2026-03-31                  |
      D         |                           |                             |
      """)
  }

  @Test("8670Q cannot be checked where the bank holidays of the year are not known")
  func unknownHolidays() async throws {
    let rule = try #require(InNeedRules.book(for: 2026)?.rule("8670Q"))
    let text = TablesInText(
      """
      LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate |
      A         | 2029-01-01                |                             |
      """, firstTable: .assessments)
    let collection = InNeedReturn(year: 2031, authority: nil, tables: text.tables)
    let check = await RuleBook([rule], year: 2026).check(collection)
    #expect(check.findings.isEmpty)
    #expect(check.notRun.map(\.reason) == [.notSupplied(.bankHolidays)])
  }

  @Test("8863Q fails an assessment that began while another of the same time in need was going on")
  func overlap() async throws {
    try await expectInNeed(
      "8863Q",
      """
      LAchildID | CINdetailsID | AssessmentActualStartDate | AssessmentAuthorisationDate |
      A         | 1            | 2025-06-01                | 2025-07-01                  | ✗
      A         | 1            | 2025-07-01                |                             | ✗
      A         | 2            | 2025-07-01                | 2025-07-20                  |
      B         | 1            | 2025-06-01                | 2025-06-30                  |
      B         | 1            | 2025-07-01                |                             |
      """)
  }

  @Test("8869 fails an assessment with no factors and some, whichever way the factors are given")
  func noFactorsAndSome() async throws {
    try await expectInNeed(
      "8869",
      """
      LAchildID | CINdetailsID | AssessmentID |
      A         | 1            | 1            | ✗
      A         | 1            | 2            |
      AssessmentFactorsList
      LAchildID | CINdetailsID | AssessmentID | AssessmentFactor |
      A         | 1            | 1            | 21               |
      A         | 1            | 1            | 3a               |
      A         | 1            | 2            | 21               |
      """)
    try await expectInNeed(
      "8869",
      """
      LAchildID | AssessmentFactors |
      A         | ['21', '3A']      | ✗
      A         | 21                |
      A         |                   |
      """)
  }

  @Test("4003 fails a review during a child in need plan, unless it ended the child protection plan")
  func reviewDuringPlan() async throws {
    try await expectInNeed(
      "4003",
      """
      LAchildID | CINdetailsID | CPPID | CPPreviewDate |
      A         | 1            | 1     | 2025-07-01    | ✗
      A         | 1            | 1     | 2025-08-01    |
      A         | 2            | 1     | 2025-07-01    |
      CINplanDates
      LAchildID | CINdetailsID | CINPlanStartDate | CINPlanEndDate |
      A         | 1            | 2025-06-01       | 2025-09-01     | ✗
      A         | 1            | 2025-01-01       | 2025-06-01     |
      ChildProtectionPlans
      LAchildID | CINdetailsID | CPPID | CPPendDate |
      A         | 1            | 1     | 2025-08-01 | ✗
      A         | 2            | 1     |            |
      """)
  }

  @Test("4016 fails a child in need plan that began during a child protection plan of any time in need")
  func plansBesideEachOther() async throws {
    try await expectInNeed(
      "4016",
      """
      LAchildID | CINdetailsID | CINPlanStartDate |
      A         | 2            | 2025-08-01       | ✗
      A         | 2            | 2025-09-01       |
      B         | 1            | 2026-03-31       | ✗
      ChildProtectionPlans
      LAchildID | CINdetailsID | CPPstartDate | CPPendDate |
      A         | 1            | 2025-06-01   | 2025-09-01 | ✗
      B         | 1            | 2025-06-01   |            | ✗
      """)
  }

  @Test("2883 fails the return in which more child protection plans began than conferences were held")
  func plansWithoutConference() async throws {
    func tables(_ day: String) -> String {
      """
      LAchildID | CINdetailsID | CPPstartDate |
      A         | 1            | 2025-06-01   |
      B         | 1            | 2026-03-31   |
      C         | 1            | 2026-04-01   |
      CINdetails
      LAchildID | CINdetailsID | DateOfInitialCPC |
      A         | 1            | 2025-06-01       |
      Section47
      LAchildID | CINdetailsID | DateOfInitialCPC |
      B         | 1            | \(day)           |
      """
    }
    try await expectInNeed("2883", failsWhole: true, tables("2025-03-31"))
    try await expectInNeed("2883", tables("2025-04-01"))
  }
}
