import KithReturns
import Testing

@testable import KithRules

@Suite("CIN rules on what came of assessments")
struct AssessmentOutcomeRuleTests {
  @Test("8696 and 8736 fail an assessment that ended outside the year, and an open one from outside it")
  func outsideYear() async throws {
    try await expectInNeed(
      "8696",
      """
      LAchildID | AssessmentAuthorisationDate |
      A         | 2025-03-31                  | ✗
      B         | 2025-04-01                  |
      C         | 2026-03-31                  |
      D         | 2026-04-01                  | ✗
      E         |                             |
      """)
    try await expectInNeed(
      "8736",
      """
      LAchildID | AssessmentActualStartDate | AssessmentAuthorisationDate |
      A         | 2025-03-31                |                             | ✗
      B         | 2025-04-01                |                             |
      C         | 2026-04-01                |                             | ✗
      D         | 2025-03-31                | 2025-05-01                  |
      E         |                           |                             | ✗
      """)
  }

  @Test("8896 fails two open assessments of a time in need")
  func twoOpen() async throws {
    try await expectInNeed(
      "8896",
      """
      LAchildID | CINdetailsID | AssessmentAuthorisationDate |
      A         | 1            |                             | ✗
      A         | 1            |                             | ✗
      A         | 1            | 2025-06-01                  |
      A         | 2            |                             |
      B         | 1            |                             |
      B         | 1            | 2025-06-01                  |
      """)
  }

  @Test("8897Q fails an assessment that ended in the year and has no factor, or one that is no code")
  func factors() async throws {
    try await expectInNeed(
      "8897Q",
      """
      LAchildID | CINdetailsID | AssessmentID | AssessmentAuthorisationDate |
      A         | 1            | 1            | 2025-04-01                  | ✗
      A         | 1            | 2            | 2025-03-31                  |
      A         | 1            | 3            | 2025-06-01                  |
      A         | 2            | 3            | 2025-06-01                  | ✗
      A         | 2            | 4            | 2025-06-01                  | ✗
      A         | 2            | 5            |                             |
      AssessmentFactorsList
      LAchildID | CINdetailsID | AssessmentID | AssessmentFactor |
      A         | 1            | 3            | 18A              |
      A         | 2            | 3            | 4A               |
      A         | 2            | 3            | 99Z              |
      A         | 2            | 4            |                  |
      A         | 2            | 5            | 99Z              |
      """)
  }

  @Test("8898 fails a factor that stands twice in one assessment")
  func twice() async throws {
    try await expectInNeed(
      "8898",
      """
      LAchildID | CINdetailsID | AssessmentID | AssessmentActualStartDate |
      A         | 1            | 1            | 2025-06-01                | ✗
      A         | 1            | 2            | 2025-07-01                |
      A         | 1            | 3            | 2025-08-01                |
      AssessmentFactorsList
      LAchildID | CINdetailsID | AssessmentID | AssessmentFactor |
      A         | 1            | 1            | 4A               |
      A         | 1            | 1            | 4B               |
      A         | 1            | 1            | 4A               |
      A         | 1            | 2            | 4A               |
      A         | 1            | 2            | 4B               |
      A         | 1            | 3            |                  |
      A         | 1            | 3            |                  |
      """)
  }

  @Test("8873Q fails a time in need whose only assessment found nothing and that was not closed after it")
  func foundNothing() async throws {
    try await expectInNeed(
      "8873Q",
      """
      LAchildID | CINdetailsID | AssessmentID |
      A         | 1            | 1            | ✗
      A         | 2            | 1            |
      B         | 1            | 1            |
      B         | 1            | 2            |
      C         | 1            | 1            | ✗
      D         | 1            | 1            |
      CINdetails
      LAchildID | CINdetailsID | ReasonForClosure |
      A         | 1            | RC7              | ✗
      A         | 2            | RC8              |
      B         | 1            | RC7              |
      C         | 1            |                  | ✗
      D         | 1            | RC7              |
      AssessmentFactorsList
      LAchildID | CINdetailsID | AssessmentID | AssessmentFactor |
      A         | 1            | 1            | 21               |
      A         | 2            | 1            | 21               |
      B         | 1            | 1            | 21               |
      C         | 1            | 1            | 21               |
      D         | 1            | 1            | 20               |
      """)
  }

  @Test("8945Q and 8950Q fail the undivided factors of abuse, from 2024/25", arguments: [("8945Q", 18), ("8950Q", 19)])
  func undividedFactor(code: String, number: Int) async throws {
    try await expectInNeed(
      code, year: 2025,
      """
      LAchildID | CINdetailsID | AssessmentID |
      A         | 1            | 1            | ✗
      A         | 1            | 2            |
      A         | 1            | 3            | ✗
      A         | 1            | 4            |
      AssessmentFactorsList
      LAchildID | CINdetailsID | AssessmentID | AssessmentFactor |
      A         | 1            | 1            | 4A               |
      A         | 1            | 1            | \(number)A       |
      A         | 1            | 2            | \(number)B       |
      A         | 1            | 3            | \(number)a       |
      A         | 1            | 4            |                  |
      """)
    #expect(InNeedRules.book(for: 2024)?.rule(code) == nil)
  }
}
