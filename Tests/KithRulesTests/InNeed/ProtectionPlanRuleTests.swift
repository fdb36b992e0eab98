import KithReturns
import Testing

@testable import KithRules

@Suite("CIN rules on child protection plans")
struct ProtectionPlanRuleTests {
  @Test("8720 and 8930 fail a plan that starts after the year or not at all, and one that ended outside it")
  func outsideYear() async throws {
    try await expectInNeed(
      "8720",
      """
      LAchildID | CPPstartDate |
      A         | 2026-04-01   | ✗
      B         | 2026-03-31   |
      C         | 2020-01-01   |
      D         |              | ✗
      E         | spring       | ✗
      """)
    try await expectInNeed(
      "8930",
      """
      LAchildID | CPPendDate |
      A         | 2025-03-31 | ✗
      B         | 2025-04-01 |
      C         | 2026-03-31 |
      D         | 2026-04-01 | ✗
      E         |            |
      """)
  }

  @Test("8730 fails a number of earlier plans that is blank or no number from 0")
  func earlierPlans() async throws {
    try await expectInNeed(
      "8730",
      """
      LAchildID | NumberOfPreviousCPP |
      A         | 0                   |
      B         | 3                   |
      C         | -1                  | ✗
      D         | none                | ✗
      E         |                     | ✗
      """)
  }

  @Test("8840 and 8925 fail a plan that ended on the day on which it began, or before")
  func length() async throws {
    try await expectInNeed(
      "8840",
      """
      LAchildID | CPPstartDate | CPPendDate |
      A         | 2025-06-20   | 2025-06-20 | ✗
      B         | 2025-06-20   | 2025-06-21 |
      C         |              |            |
      """)
    try await expectInNeed(
      "8925",
      """
      LAchildID | CPPstartDate | CPPendDate |
      A         | 2025-06-20   | 2025-06-19 | ✗
      B         | 2025-06-20   | 2025-06-20 |
      C         | 2025-06-20   |            |
      """)
  }

  @Test(
    "8905 and 8910 fail a category of abuse that is blank or no code",
    arguments: [
      ("8905", "InitialCategoryOfAbuse"), ("8910", "LatestCategoryOfAbuse"),
    ])
  func abuse(code: String, field: String) async throws {
    try await expectInNeed(
      code,
      """
      LAchildID | \(field) |
      A         | NEG      |
      B         | MUL      |
      C         | NEGLECT  | ✗
      D         |          | ✗
      """)
  }

  @Test(
    "8915 and 8920 fail a plan that began or ended after death, with the date of death",
    arguments: [
      ("8915", "CPPstartDate"), ("8920", "CPPendDate"),
    ])
  func death(code: String, field: String) async throws {
    try await expectInNeed(
      code,
      """
      LAchildID | CINdetailsID | \(field)   |
      A         | 1            | 2025-06-02 | ✗
      A         | 1            | 2025-06-01 |
      B         | 1            | 2025-06-02 |
      C         | 1            |            |
      ChildIdentifiers
      LAchildID | PersonDeathDate |
      A         | 2025-06-01      | ✗
      B         |                 |
      C         | 2025-06-01      |
      """)
  }

  @Test("8935 and 8940 fail two open plans of a child, and a plan that began during another, in any time in need")
  func besideEachOther() async throws {
    try await expectInNeed(
      "8935",
      """
      LAchildID | CINdetailsID | CPPID | CPPendDate |
      A         | 1            | 1     |            | ✗
      A         | 1            | 2     |            | ✗
      A         | 2            | 1     | 2025-06-01 |
      B         | 1            | 1     |            | ✗
      B         | 2            | 1     |            | ✗
      C         | 1            | 1     |            |
      """)
    try await expectInNeed(
      "8940",
      """
      LAchildID | CINdetailsID | CPPID | CPPstartDate | CPPendDate |
      A         | 1            | 1     | 2025-06-01   | 2025-09-01 | ✗
      A         | 2            | 1     | 2025-09-01   | 2025-10-01 | ✗
      A         | 2            | 2     | 2025-10-02   | 2025-11-01 |
      B         | 1            | 1     | 2025-06-01   |            | ✗
      B         | 1            | 2     | 2026-03-31   |            | ✗
      C         | 1            | 1     | 2025-06-01   |            |
      C         | 1            | 2     | 2026-04-01   |            |
      D         | 1            | 1     |              |            |
      D         | 1            | 2     | 2025-06-01   | 2025-07-01 |
      """)
  }

  @Test("8841 fails a review on the day on which its own plan began or before, with the plan")
  func reviewAtStart() async throws {
    try await expectInNeed(
      "8841",
      """
      LAchildID | CINdetailsID | CPPID | CPPreviewDate |
      A         | 1            | 1     | 2025-06-20    | ✗
      A         | 1            | 1     | 2025-06-21    |
      A         | 1            | 2     | 2025-09-01    |
      A         | 2            | 1     | 2025-06-01    |
      A         | 2            | 1     |               |
      ChildProtectionPlans
      LAchildID | CINdetailsID | CPPID | CPPstartDate |
      A         | 1            | 1     | 2025-06-20   | ✗
      A         | 1            | 2     |              |
      A         | 2            | 1     | 2025-05-01   |
      """)
  }

  @Test("8842Q fails a review without a day")
  func reviewWithoutDay() async throws {
    try await expectInNeed(
      "8842Q",
      """
      LAchildID | CINdetailsID | CPPID | CPPreviewDate |
      A         | 1            | 1     |               | ✗
      A         | 1            | 1     | 2025-06-21    |
      B         | 1            | 1     | in June       | ✗
      """)
  }
}
