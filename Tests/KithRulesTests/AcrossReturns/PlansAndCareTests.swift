import Testing

@testable import KithRules

@Suite("Rules on plans beside care")
struct PlansAndCareTests {
  @Test("X218 fails a protection plan that went on after the adoption, and none that began after it")
  func adopted() async throws {
    try await expectAcross(
      "X218",
      """
      CIN ChildProtectionPlans
      LAchildID | CPPstartDate | CPPendDate |
      A         | 2025-05-01   |            | ✗
      B         | 2025-05-01   | 2025-06-02 | ✗
      C         | 2025-05-01   | 2025-06-01 |
      D         | 2025-06-01   |            |
      E         |              |            |
      F         | 2025-05-01   |            |
      CIN ChildIdentifiers
      LAchildID |
      A         |
      SSDA903 Episodes
      CHILD | DEC        | REC |
      A     | 01/06/2025 | E11 | ✗
      B     | 01/06/2025 | E12 | ✗
      C     | 01/06/2025 | E11 |
      D     | 01/06/2025 | E11 |
      E     | 01/06/2025 | E11 |
      F     | 01/06/2025 | E45 |
      """)
  }

  @Test("X219 fails a child in need plan that shares more than a first or last day with care")
  func inCare() async throws {
    try await expectAcross(
      "X219",
      """
      CIN CINplanDates
      LAchildID | CINPlanStartDate | CINPlanEndDate |
      A         | 2025-04-01       |                | ✗
      B         | 2025-04-01       | 2025-05-02     | ✗
      C         | 2025-04-01       | 2025-05-01     |
      D         | 2025-06-01       |                |
      E         | 2025-04-01       |                |
      F         |                  |                |
      SSDA903 Episodes
      CHILD | DECOM      | DEC        | LS |
      A     | 01/05/2025 |            | C2 | ✗
      B     | 01/05/2025 |            | C2 | ✗
      C     | 01/05/2025 |            | C2 |
      D     | 01/05/2025 | 01/06/2025 | C2 |
      E     | 01/05/2025 |            | V4 |
      F     | 01/05/2025 |            | C2 |
      """)
  }

  @Test("X220 fails a protection plan that went on after the child was placed for adoption")
  func placed() async throws {
    try await expectAcross(
      "X220",
      """
      CIN ChildProtectionPlans
      LAchildID | CPPstartDate | CPPendDate |
      A         | 2025-04-01   |            | ✗
      B         | 2025-04-01   | 2025-05-01 |
      C         | 2025-05-01   |            |
      D         | 2025-04-01   |            |
      CIN ChildIdentifiers
      LAchildID |
      A         |
      SSDA903 Episodes
      CHILD | DECOM      | PLACE |
      A     | 01/05/2025 | A5    | ✗
      B     | 01/05/2025 | A5    |
      C     | 01/05/2025 | A5    |
      D     | 01/05/2025 | U1    |
      """)
  }

  @Test("X221 fails a conference after the child's death or adoption, of a plan of before it")
  func reviews() async throws {
    try await expectAcross(
      "X221",
      """
      CIN Reviews
      LAchildID | CINdetailsID | CPPID | CPPreviewDate |
      A         | 1            | 1     | 2025-06-02    | ✗
      B         | 1            | 1     | 2025-06-01    |
      C         | 1            | 1     | 2025-06-02    | ✗
      D         | 1            | 1     | 2025-06-02    |
      E         | 1            | 1     | 2025-08-01    |
      F         | 1            | 1     |               |
      CIN ChildProtectionPlans
      LAchildID | CINdetailsID | CPPID | CPPstartDate |
      A         | 1            | 1     | 2025-04-01   |
      B         | 1            | 1     | 2025-04-01   |
      C         | 1            | 1     | 2025-04-01   |
      D         | 1            | 1     | 2025-04-01   |
      E         | 1            | 1     | 2025-07-01   |
      F         | 1            | 1     | 2025-04-01   |
      CIN ChildIdentifiers
      LAchildID |
      A         |
      SSDA903 Episodes
      CHILD | DEC        | REC |
      A     | 01/06/2025 | E2  | ✗
      B     | 01/06/2025 | E2  |
      C     | 01/06/2025 | E12 | ✗
      D     | 01/06/2025 | E8  |
      E     | 01/06/2025 | E12 |
      F     | 01/06/2025 | E2  |
      """)
  }
}
