import KithReturns
import Testing

@testable import KithRules

@Suite("CIN rules on the age of children")
struct ChildAgeRuleTests {
  @Test("8750 fails a child not yet born with a sex, and to 2023/24 with a gender")
  func unborn() async throws {
    try await expectInNeed(
      "8750",
      """
      LAchildID | PersonBirthDate | ExpectedPersonBirthDate | Sex |
      A         |                 | 2026-06-01              | F   | ✗
      B         |                 | 2026-06-01              | U   |
      C         |                 | 2026-06-01              |     | ✗
      D         | 2026-03-01      | 2026-03-02              | F   |
      E         |                 |                         | F   |
      """)
    try await expectInNeed(
      "8750", year: 2024,
      """
      LAchildID | PersonBirthDate | ExpectedPersonBirthDate | GenderCurrent |
      A         |                 | 2024-06-01              | 2             | ✗
      B         |                 | 2024-06-01              | 0             |
      C         |                 | 2024-06-01              |               | ✗
      D         | 2024-03-01      |                         | 2             |
      """)
  }

  @Test("8770Q fails a child of school age without a UPN or a reason, unless no referral led to anything")
  func pupilNumber() async throws {
    try await expectInNeed(
      "8770Q",
      """
      LAchildID | PersonBirthDate | UPN           | UPNunknown |
      A         | 2020-08-31      |               | UN1        | ✗
      B         | 2020-09-01      |               | UN1        |
      C         | 2015-01-01      |               |            | ✗
      D         | 2015-01-01      |               | un2        |
      E         | 2015-01-01      | A123456789012 |            |
      F         | 2015-01-01      |               | UN8        | ✗
      G         | 2015-01-01      |               |            |
      H         |                 |               |            |
      CINdetails
      LAchildID | ReferralNFA |
      A         | false       |
      B         | false       |
      C         | true        |
      C         | 0           |
      D         | 0           |
      E         | 0           |
      F         | FALSE       |
      G         | true        |
      G         |             |
      H         | 0           |
      """)
    try await expectInNeed(
      "8770Q", year: 2024,
      """
      LAchildID | PersonBirthDate | UPN | UPNunknown |
      A         | 2018-03-31      |     | UN1        | ✗
      B         | 2018-04-01      |     | UN1        |
      CINdetails
      LAchildID | ReferralNFA |
      A         | false       |
      B         | false       |
      """)
  }

  @Test("8772 fails a UPN unknown for want of further action, with each referral that had some")
  func noFurtherAction() async throws {
    try await expectInNeed(
      "8772",
      """
      LAchildID | UPNunknown |
      A         | UN7        | ✗
      B         | UN7        |
      C         | UN6        |
      D         |            |
      E         | UN7        |
      CINdetails
      LAchildID | ReferralNFA |
      A         | true        |
      A         | false       | ✗
      A         |             | ✗
      A         | maybe       | ✗
      B         | 1           |
      C         | false       |
      D         | false       |
      """)
  }

  @Test("8775Q fails a child of more than 25 with a case that was open after the 25th birthday")
  func over25() async throws {
    try await expectInNeed(
      "8775Q",
      """
      LAchildID | PersonBirthDate |
      A         | 2001-03-30      | ✗
      B         | 2001-03-31      |
      C         | 2000-06-01      | ✗
      D         |                 |
      CINdetails
      LAchildID | CINclosureDate |
      A         |                | ✗
      B         |                |
      C         | 2025-06-01     |
      C         | 2025-06-02     | ✗
      D         |                |
      """)
  }
}
