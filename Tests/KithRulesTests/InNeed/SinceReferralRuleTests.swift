import Testing

@testable import KithRules

@Suite("CIN rules on what follows a referral")
struct SinceReferralRuleTests {
  @Test(
    "1104, 1105, 2889 and 4015 fail what came before the referral of its own time in need, with the referral",
    arguments: [
      ("1104", "DateOfInitialCPC"), ("1105", "CPPstartDate"), ("2889", "S47ActualStartDate"),
      ("4015", "CINPlanStartDate"),
    ])
  func beforeReferral(code: String, field: String) async throws {
    try await expectInNeed(
      code,
      """
      LAchildID | CINdetailsID | \(field)   |
      A         | 1            | 2025-05-31 | ✗
      A         | 1            | 2025-06-01 |
      A         | 2            | 2025-09-01 |
      A         | 2            |            |
      B         | 1            | 2025-05-31 |
      CINdetails
      LAchildID | CINdetailsID | CINreferralDate |
      A         | 1            | 2025-06-01      | ✗
      A         | 2            | 2025-09-01      |
      B         | 1            |                 |
      """)
  }

  @Test("4000 fails a referral without further action that has a child in need plan, with the plan")
  func planWithoutAction() async throws {
    try await expectInNeed(
      "4000",
      """
      LAchildID | CINdetailsID | ReferralNFA |
      A         | 1            | TRUE        | ✗
      A         | 2            | 1           |
      B         | 1            | 0           |
      C         | 1            |             |
      CINplanDates
      LAchildID | CINdetailsID | CINPlanStartDate |
      A         | 1            |                  | ✗
      A         | 1            | 2025-06-01       | ✗
      B         | 1            | 2025-06-01       |
      C         | 1            | 2025-06-01       |
      """)
  }
}
