import Testing

@testable import KithRules

@Suite("CIN rules on the figures of a return, and on what assessments found")
struct RecordingRuleTests {
  @Test("2886Q fails the return in which over 2% of children have been born and are of unknown sex")
  func unknownSex() async throws {
    func table(_ field: String, _ unknown: String, known: String, of count: Int) -> String {
      """
      LAchildID | \(field) | ExpectedPersonBirthDate |
      A | \(unknown) | |
      B | \(unknown) | 2026-05-01 |

      """ + (2..<count).map { "C\($0) | \(known) | |" }.joined(separator: "\n")
    }
    try await expectInNeed("2886Q", failsWhole: true, table("Sex", "U", known: "F", of: 49))
    try await expectInNeed("2886Q", failsWhole: true, table("Sex", "", known: "M", of: 49))
    try await expectInNeed("2886Q", table("Sex", "U", known: "F", of: 50))
    try await expectInNeed("2886Q", year: 2024, failsWhole: true, table("GenderCurrent", "0", known: "1", of: 49))
    try await expectInNeed("2886Q", year: 2024, failsWhole: true, table("GenderCurrent", "", known: "2", of: 49))
    try await expectInNeed("2886Q", year: 2024, table("GenderCurrent", "0", known: "9", of: 50))
  }

  @Test("2888Q fails the return in which no child has a second disability")
  func oneDisabilityEach() async throws {
    try await expectInNeed(
      "2888Q", failsWhole: true,
      """
      LAchildID | Disability |
      A         | MOB        |
      B         | LD         |
      B         | NONE       |
      C         | AUT        |
      C         |            |
      """)
    try await expectInNeed("2888Q", "LAchildID | Disability |\nA | MOB |\nA | LD |\nB | LD |")
    try await expectInNeed("2888Q", "LAchildID | Disability |\nA | NONE |\nB | NONE |\nC | |")
  }

  @Test("8614 fails an assessment with factors that is not authorised")
  func factorsBeforeEnd() async throws {
    try await expectInNeed(
      "8614",
      """
      LAchildID | CINdetailsID | AssessmentID | AssessmentAuthorisationDate |
      A         | 1            | 1            |                             | ✗
      A         | 1            | 2            | 2025-06-01                  |
      A         | 1            | 3            |                             |
      AssessmentFactorsList
      LAchildID | CINdetailsID | AssessmentID | AssessmentFactor |
      A         | 1            | 1            | 21               |
      A         | 1            | 2            | 3A               |
      """)
  }
}
