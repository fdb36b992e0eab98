import Testing

@testable import KithRules

@Suite("Rules on reviews")
struct ReviewRuleTests {
  @Test("166 fails a review whose day is blank or no date")
  func day() async throws {
    try await expect(
      "166",
      """
      CHILD | REVIEW     |
      A     | 31/06/2025 | ✗
      B     |            | ✗
      C     | 30/06/2025 |
      """)
  }

  @Test("167 fails a review without a code, and a code without a review")
  func participation() async throws {
    try await expect(
      "167",
      """
      CHILD | REVIEW     | REVIEW_CODE |
      A     | 30/06/2025 |             | ✗
      B     | 30/06/2025 | PN8         | ✗
      C     |            | PN1         | ✗
      D     | 30/06/2025 | PN0         |
      E     | someday    | PN7         |
      F     |            |             |
      """)
  }

  @Test("440 fails the code for under 4 from the fourth birthday on")
  func four() async throws {
    try await expect(
      "440",
      """
      CHILD | DOB        | REVIEW     | REVIEW_CODE |
      A     | 01/06/2021 | 02/06/2025 | PN0         | ✗
      B     | 01/06/2021 | 01/06/2025 | PN0         | ✗
      C     | 01/06/2021 | 31/05/2025 | PN0         |
      D     | 01/06/2021 | 02/06/2025 | PN1         |
      E     |            | 02/06/2025 | PN0         |
      """)
  }

  @Test("441 fails a code for older children before the fourth birthday")
  func underFour() async throws {
    try await expect(
      "441",
      """
      CHILD | DOB        | REVIEW     | REVIEW_CODE |
      A     | 01/06/2021 | 31/05/2025 | PN1         | ✗
      B     | 01/06/2021 | 31/05/2025 | PN7         | ✗
      C     | 01/06/2021 | 01/06/2025 | PN1         |
      D     | 01/06/2021 | 31/05/2025 | PN0         |
      E     | 01/06/2021 |            | PN1         |
      F     | 01/06/2021 | 31/05/2025 |             |
      """)
  }
}
