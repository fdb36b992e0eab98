import KithReturns
import Testing

@testable import KithRules

@Suite("CIN rules on times in need")
struct DetailsRuleTests {
  @Test("8555Q fails a referral after death, with the date of death")
  func referredAfterDeath() async throws {
    try await expectInNeed(
      "8555Q",
      """
      LAchildID | CINreferralDate |
      A         | 2025-06-05      | ✗
      B         | 2025-06-01      |
      C         | 2025-06-05      |
      ChildIdentifiers
      LAchildID | PersonDeathDate |
      A         | 2025-06-01      | ✗
      B         | 2025-06-01      |
      C         |                 |
      """)
  }

  @Test("8820 fails a referral while another time in need was open, with the other")
  func overlap() async throws {
    try await expectInNeed(
      "8820",
      """
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | 2025-05-01      | 2025-06-01     | false       | ✗
      A         | 2025-05-20      |                | false       | ✗
      B         | 2025-05-01      | 2025-06-01     | 0           |
      B         | 2025-06-01      |                | 0           |
      C         | 2025-05-01      |                | TRUE        |
      C         | 2025-05-20      | 2025-06-01     | 0           |
      """)
  }

  @Test("2990 fails a case closed after assessment that went on, with what followed")
  func closedAfterAssessment() async throws {
    try await expectInNeed(
      "2990",
      """
      LAchildID | CINdetailsID | ReasonForClosure | DateOfInitialCPC |
      A         | 1            | RC8              |                  | ✗
      A         | 2            | RC8              |                  |
      B         | 1            | RC9              | 2025-06-01       | ✗
      C         | 1            | RC1              |                  |
      Section47
      LAchildID | CINdetailsID | S47ActualStartDate |
      A         | 1            | 2025-06-01         | ✗
      C         | 1            | 2025-06-01         |
      ChildProtectionPlans
      LAchildID | CINdetailsID | CPPstartDate |
      A         | 1            | 2025-06-01   | ✗
      CINplanDates
      LAchildID | CINdetailsID | CINPlanStartDate |
      """)
  }

  @Test("8565 fails a closure with something after it, and 8867 one with an open assessment")
  func activityAfterClosure() async throws {
    try await expectInNeed(
      "8565",
      """
      LAchildID | CINdetailsID | CINclosureDate | DateOfInitialCPC |
      A         | 1            | 2025-06-01     |                  | ✗
      B         | 1            | 2025-06-01     | 2025-06-02       | ✗
      C         | 1            | 2025-06-01     | 2025-06-01       |
      D         | 1            |                | 2025-06-01       |
      Assessments
      LAchildID | CINdetailsID | AssessmentActualStartDate | AssessmentAuthorisationDate |
      A         | 1            | 2025-05-01                | 2025-06-02                  | ✗
      A         | 1            | 2025-05-01                | 2025-05-20                  |
      Section47
      LAchildID | CINdetailsID | S47ActualStartDate | DateOfInitialCPC |
      CINplanDates
      LAchildID | CINdetailsID | CINPlanStartDate | CINPlanEndDate |
      ChildProtectionPlans
      LAchildID | CINdetailsID | CPPendDate |
      A         | 1            | 2025-06-30 | ✗
      D         | 1            | 2025-06-30 |
      """)
    try await expectInNeed(
      "8867",
      """
      LAchildID | CINdetailsID | CINclosureDate |
      A         | 1            | 2025-06-01     | ✗
      A         | 2            |                |
      Assessments
      LAchildID | CINdetailsID | AssessmentAuthorisationDate |
      A         | 1            |                             | ✗
      A         | 1            | 2025-05-01                  |
      A         | 2            |                             |
      """)
  }

  @Test("2991Q fails an enquiry in a time in need without an assessment")
  func enquiryWithoutAssessment() async throws {
    try await expectInNeed(
      "2991Q",
      """
      LAchildID | CINdetailsID | S47ActualStartDate |
      A         | 1            | 2025-06-01         |
      A         | 2            | 2025-07-01         | ✗
      Assessments
      LAchildID | CINdetailsID | AssessmentActualStartDate |
      A         | 1            | 2025-06-01                |
      """)
  }
}
