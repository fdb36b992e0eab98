import Testing

@testable import KithRules

@Suite("CIN rules on child in need plans")
struct PlanDatesRuleTests {
  @Test("4001 fails plans of both kinds that are open in one time in need")
  func bothOpen() async throws {
    try await expectInNeed(
      "4001",
      """
      LAchildID | CINdetailsID | CPPendDate |
      A         | 1            |            | ✗
      A         | 2            |            |
      B         | 1            | 2025-06-01 |
      C         | 1            |            |
      D         | 1            |            |
      CINplanDates
      LAchildID | CINdetailsID | CINPlanStartDate | CINPlanEndDate |
      A         | 1            | 2025-06-01       |                | ✗
      A         | 1            | 2025-04-01       | 2025-05-01     |
      B         | 1            | 2025-06-01       |                |
      C         | 1            |                  |                |
      D         | 1            | 2025-06-01       | 2025-06-01     |
      """)
  }

  @Test("4004 fails the open plans of a time in need that has more than one")
  func twoOpen() async throws {
    try await expectInNeed(
      "4004",
      """
      LAchildID | CINdetailsID | CINPlanStartDate | CINPlanEndDate |
      A         | 1            | 2025-06-01       |                | ✗
      A         | 1            | 2025-07-01       |                | ✗
      A         | 1            | 2025-04-01       | 2025-05-01     |
      B         | 1            | 2025-06-01       |                |
      B         | 2            | 2025-07-01       |                |
      C         | 1            | 2025-06-01       | 2025-06-30     |
      C         | 1            | 2025-07-01       |                |
      """)
  }

  @Test("4010 fails a plan without a start that can be read, or after the year")
  func start() async throws {
    try await expectInNeed(
      "4010",
      """
      LAchildID | CINPlanStartDate |
      A         | 2026-03-31       |
      B         | 2026-04-01       | ✗
      C         |                  | ✗
      D         | June             | ✗
      E         | 2019-06-01       |
      """)
  }

  @Test("4011 and 4012Q fail a plan that ended before it began, and one that ended that day")
  func endBesideStart() async throws {
    try await expectInNeed(
      "4011",
      """
      LAchildID | CINPlanStartDate | CINPlanEndDate |
      A         | 2025-06-02       | 2025-06-01     | ✗
      B         | 2025-06-01       | 2025-06-01     |
      C         | 2025-06-01       |                |
      D         |                  | 2025-06-01     |
      """)
    try await expectInNeed(
      "4012Q",
      """
      LAchildID | CINPlanStartDate | CINPlanEndDate |
      A         | 2025-06-01       | 2025-06-01     | ✗
      B         | 2025-06-01       | 2025-06-02     |
      C         |                  |                |
      """)
  }

  @Test("4013 fails a plan that ended outside the year")
  func end() async throws {
    try await expectInNeed(
      "4013",
      """
      LAchildID | CINPlanEndDate |
      A         | 2025-03-31     | ✗
      B         | 2025-04-01     |
      C         | 2026-03-31     |
      D         | 2026-04-01     | ✗
      E         |                |
      """)
  }

  @Test("4014 fails a plan that began while the child had another, in any time in need, its last day included")
  func overlap() async throws {
    try await expectInNeed(
      "4014",
      """
      LAchildID | CINdetailsID | CINPlanStartDate | CINPlanEndDate |
      A         | 1            | 2025-06-01       | 2025-07-01     | ✗
      A         | 2            | 2025-07-01       | 2025-07-31     | ✗
      A         | 2            | 2025-08-01       | 2025-08-31     |
      B         | 1            | 2025-06-01       |                | ✗
      B         | 1            | 2026-03-31       |                | ✗
      C         | 1            | 2025-06-01       |                |
      C         | 1            |                  | 2025-08-01     |
      D         | 1            | 2025-06-01       |                |
      D         | 1            | 2026-04-01       |                |
      """)
  }

  @Test("4017 fails a child protection plan that began during a child in need plan, its last day left out")
  func protectionDuringPlan() async throws {
    try await expectInNeed(
      "4017",
      """
      LAchildID | CINdetailsID | CPPstartDate |
      A         | 2            | 2025-06-01   | ✗
      A         | 2            | 2025-09-01   |
      B         | 1            | 2026-03-31   | ✗
      C         | 1            | 2026-04-01   |
      D         | 1            |              |
      CINplanDates
      LAchildID | CINdetailsID | CINPlanStartDate | CINPlanEndDate |
      A         | 1            | 2025-06-01       | 2025-09-01     | ✗
      B         | 1            | 2025-06-01       |                | ✗
      C         | 1            | 2025-06-01       |                |
      D         | 1            | 2025-06-01       |                |
      """)
  }
}
