import Testing

@testable import KithRules

@Suite("Rules on substance misuse and its interventions (OC2)")
struct SubstanceMisuseRuleTests {
  @Test("158 fails an intervention that was both received and said to be offered or not")
  func receivedAndOffered() async throws {
    try await expect(
      "158",
      """
      CHILD | INTERVENTION_RECEIVED | INTERVENTION_OFFERED |
      A     | 1                     | 1                    | ✗
      A     | 1                     | 0                    | ✗
      A     | 1                     |                      |
      A     | 0                     | 1                    |
      A     |                       | 1                    |
      """)
  }

  @Test("159 fails a child who received no intervention where it is not said whether one was offered")
  func offeredBlank() async throws {
    try await expect(
      "159",
      """
      CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED |
      A     | 1                | 0                     |                      | ✗
      A     | 1                | 0                     | 0                    |
      A     | 1                | 1                     |                      |
      A     | 1                |                       |                      |
      A     | 0                | 0                     |                      |
      """)
  }

  @Test("192 fails a child who misused substances where it is not said whether an intervention was received")
  func receivedBlank() async throws {
    try await expect(
      "192",
      """
      CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED |
      A     | 1                |                       | ✗
      A     | 1                | 0                     |
      A     | 0                |                       |
      A     |                  |                       |
      """)
  }

  @Test("193 fails an intervention of a child who is not given as misusing substances")
  func interventionAlone() async throws {
    try await expect(
      "193",
      """
      CHILD | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED |
      A     | 0                | 0                     |                      | ✗
      A     |                  |                       | 1                    | ✗
      A     | 1                | 1                     |                      |
      A     | 0                |                       |                      |
      A     | 2                | 1                     |                      |
      """)
  }
}
