import Testing

@testable import KithRules

@Suite("CIN rules on children's records")
struct ChildRecordRuleTests {
  @Test("1570 fails an identifier of more than 20 characters, from 2024/25")
  func longIdentifier() async throws {
    try await expectInNeed(
      "1570",
      """
      LAchildID             | Sex |
      ABCDEFGHIJ0123456789  | F   |
      ABCDEFGHIJ0123456789A | F   | ✗
      ABCDEFGHIJ012345678é  | F   |
                            | F   |
      """)
    #expect(InNeedRules.book(for: 2024)?.rule("1570") == nil)
  }

  @Test("1580 fails an identifier with anything but letters and digits, from 2024/25")
  func otherCharacters() async throws {
    try await expectInNeed(
      "1580",
      """
      LAchildID | Sex |
      Child1    | F   |
      Zoë1      | F   |
      AB-1      | F   | ✗
      AB 1      | F   | ✗
      AB_1      | F   | ✗
      Zoë-1     | F   | ✗
                | F   |
      """)
    #expect(InNeedRules.book(for: 2024)?.rule("1580") == nil)
  }

  @Test("8540 fails a child in need without a disability code, with the referrals and the codes at fault")
  func disabilityCodes() async throws {
    try await expectInNeed(
      "8540",
      """
      LAchildID | PersonBirthDate |
      A         | 2015-06-01      | ✗
      B         | 2015-06-01      | ✗
      C         | 2015-06-01      |
      D         | 2015-06-01      |
      E         |                 |
      F         | 2015-06-01      | ✗
      CINdetails
      LAchildID | CINdetailsID | ReferralNFA |
      A         | 1            | false       | ✗
      A         | 2            | true        |
      B         | 1            | 0           | ✗
      C         | 1            | 0           |
      D         | 1            | 1           |
      E         | 1            | 0           |
      F         | 1            | FALSE       | ✗
      Disabilities
      LAchildID | Disability |
      B         | MOB        |
      B         | LEGS       | ✗
      C         | NONE       |
      F         |            | ✗
      """)
  }

  @Test("8590 fails a child without a time in need")
  func noTimeInNeed() async throws {
    try await expectInNeed(
      "8590",
      """
      LAchildID | Sex |
      A         | F   |
      B         | F   | ✗
                | F   | ✗
      CINdetails
      LAchildID | CINdetailsID | CINreferralDate |
      A         | 1            |                 |
      """)
  }
}
