import Testing

@testable import KithRules

@Suite("CIN rules on birth and death")
struct BirthAndDeathRuleTests {
  @Test("8530Q fails an expected birth over 30 days before the year's end, or over 9 months after it")
  func expectedBirth() async throws {
    try await expectInNeed(
      "8530Q",
      """
      LAchildID | ExpectedPersonBirthDate |
      A         | 2026-02-28              | ✗
      B         | 2026-03-01              |
      C         | 2026-12-31              |
      D         | 2027-01-01              | ✗
      E         |                         |
      """)
    try await expectInNeed(
      "8530Q",
      """
      LAchildID | ExpectedPersonBirthDate |
      A         | 2027-02-28              |
      B         | 2027-03-01              | ✗
      Header
      ReferenceDate |
      2026-05-31    |
      """)
  }

  @Test("8535Q fails a death before birth, or without a date of birth")
  func deathBeforeBirth() async throws {
    try await expectInNeed(
      "8535Q",
      """
      LAchildID | PersonBirthDate | PersonDeathDate |
      A         | 2025-06-02      | 2025-06-01      | ✗
      B         | 2025-06-01      | 2025-06-01      |
      C         |                 | 2025-06-01      | ✗
      D         | 2025-06-02      |                 |
      """)
  }

  @Test("8545Q fails a death outside the year")
  func deathOutsideYear() async throws {
    try await expectInNeed(
      "8545Q",
      """
      LAchildID | PersonDeathDate |
      A         | 2025-03-31      | ✗
      B         | 2025-04-01      |
      C         | 2026-03-31      |
      D         | 2026-04-01      | ✗
      E         |                 |
      """)
  }

  @Test("8585Q fails a case closed by death without a date of death")
  func closedByDeath() async throws {
    try await expectInNeed(
      "8585Q",
      """
      LAchildID | ReasonForClosure |
      A         | RC2              | ✗
      B         | RC2              |
      C         | RC1              |
      D         |                  |
      ChildIdentifiers
      LAchildID | PersonDeathDate |
      A         |                 | ✗
      B         | 2025-06-01      |
      C         |                 |
      D         |                 |
      """)
  }

  @Test("8606 fails a referral more than 280 days before birth or the expected birth")
  func longBeforeBirth() async throws {
    try await expectInNeed(
      "8606",
      """
      LAchildID | CINreferralDate |
      A         | 2025-04-09      | ✗
      B         | 2025-04-10      |
      C         | 2025-04-09      | ✗
      D         | 2025-04-09      |
      E         |                 |
      ChildIdentifiers
      LAchildID | PersonBirthDate | ExpectedPersonBirthDate |
      A         | 2026-01-15      |                         | ✗
      B         | 2026-01-15      |                         |
      C         |                 | 2026-01-15              | ✗
      D         |                 |                         |
      E         | 2026-01-15      |                         |
      """)
  }

  @Test("4008 and 4009Q fail a child in need plan that began or ended after death, with the date of death")
  func plansAfterDeath() async throws {
    try await expectInNeed(
      "4008",
      """
      LAchildID | CINPlanStartDate |
      A         | 2025-06-02       | ✗
      B         | 2025-06-01       |
      C         |                  |
      D         | 2025-06-02       |
      ChildIdentifiers
      LAchildID | PersonDeathDate |
      A         | 2025-06-01      | ✗
      B         | 2025-06-01      |
      C         | 2025-06-01      |
      D         |                 |
      """)
    try await expectInNeed(
      "4009Q",
      """
      LAchildID | CINPlanEndDate |
      A         | 2025-06-02     | ✗
      B         | 2025-06-01     |
      C         |                |
      D         | 2025-06-02     |
      ChildIdentifiers
      LAchildID | PersonDeathDate |
      A         | 2025-06-01      | ✗
      B         | 2025-06-01      |
      C         | 2025-06-01      |
      D         |                 |
      """)
  }
}
