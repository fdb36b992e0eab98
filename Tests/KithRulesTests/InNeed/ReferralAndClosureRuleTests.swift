import KithReturns
import Testing

@testable import KithRules

@Suite("CIN rules on referrals and closures")
struct ReferralAndClosureRuleTests {
  @Test("8568 fails a blank and anything but yes and no, however these are spelled")
  func noFurtherAction() async throws {
    try await expectInNeed(
      "8568",
      """
      LAchildID | ReferralNFA |
      A         | true        |
      B         | False       |
      C         | 0           |
      D         | 1           |
      E         | yes         | ✗
      F         |             | ✗
      """)
  }

  @Test("8569Q fails a referral before the last working day ahead of the year, unless it led to action")
  func earlierYear() async throws {
    try await expectInNeed(
      "8569Q",
      """
      LAchildID | CINreferralDate | ReferralNFA |
      A         | 2025-03-30      | true        | ✗
      B         | 2025-03-31      | true        |
      C         | 2025-03-30      | FALSE       |
      D         | 2025-03-30      |             | ✗
      E         |                 | true        |
      """)
  }

  @Test("8569Q counts over the bank holidays of Easter")
  func easter() async throws {
    try await expectInNeed(
      "8569Q", year: 2025,
      """
      LAchildID | CINreferralDate | ReferralNFA |
      A         | 2024-03-27      | 1           | ✗
      B         | 2024-03-28      | 1           |
      C         | 2024-03-29      | 1           |
      """)
  }

  @Test("8569Q cannot be checked where the bank holidays of the year are not known")
  func unknownHolidays() async throws {
    let rule = try #require(InNeedRules.book(for: 2026)?.rule("8569Q"))
    let text = TablesInText(
      """
      LAchildID | CINreferralDate | ReferralNFA |
      A         | 2020-01-01      | 1           |
      """, firstTable: .cinDetails)
    let check = await RuleBook([rule], year: 2026).check(InNeedReturn(year: 2031, authority: nil, tables: text.tables))
    #expect(check.findings.isEmpty)
    #expect(check.notRun.map(\.reason) == [.notSupplied(.bankHolidays)])
  }

  @Test("8600 fails a referral without a day that can be read, or after the year")
  func referralDate() async throws {
    try await expectInNeed(
      "8600",
      """
      LAchildID | CINreferralDate |
      A         | 2026-03-31      |
      B         | 2026-04-01      | ✗
      C         |                 | ✗
      D         | in June         | ✗
      E         | 2019-03-31      |
      """)
  }

  @Test("8610 fails a referral that led to action without a main need")
  func mainNeed() async throws {
    try await expectInNeed(
      "8610",
      """
      LAchildID | ReferralNFA | PrimaryNeedCode |
      A         | FALSE       |                 | ✗
      B         | 0           | N1              |
      C         | 1           |                 |
      D         |             |                 |
      E         | 0           | N99             |
      """)
  }

  @Test("8620 and 8630 fail a closure outside the year, and one before the referral")
  func closure() async throws {
    try await expectInNeed(
      "8620",
      """
      LAchildID | CINclosureDate |
      A         | 2025-03-31     | ✗
      B         | 2025-04-01     |
      C         | 2026-03-31     |
      D         | 2026-04-01     | ✗
      E         |                |
      """)
    try await expectInNeed(
      "8630",
      """
      LAchildID | CINreferralDate | CINclosureDate |
      A         | 2025-06-02      | 2025-06-01     | ✗
      B         | 2025-06-01      | 2025-06-01     |
      C         | 2025-06-02      |                |
      D         |                 | 2025-06-01     |
      """)
  }

  @Test("8640 fails a reason for closure that is no code")
  func closureReason() async throws {
    try await expectInNeed(
      "8640",
      """
      LAchildID | ReasonForClosure |
      A         | RC1              |
      B         | RC9              |
      C         | RC10             | ✗
      D         |                  |
      """)
  }
}
