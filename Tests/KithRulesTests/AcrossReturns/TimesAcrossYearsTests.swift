import Testing

@testable import KithRules

@Suite("Rules on times in need, this year and last")
struct TimesAcrossYearsTests {
  @Test("X101 fails a case open last year that is in neither its own dates nor others this year")
  func vanished() async throws {
    try await expectAcross(
      "X101",
      """
      CIN CINdetails_last
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | 2025-02-01      |                | false       | ✗
      B         | 2025-02-01      |                | false       |
      C         | 2025-02-01      | 2025-03-31     | false       |
      D         | 2025-02-01      |                | true        |
      E         | 2025-02-01      |                | false       |
      F         |                 |                | false       |
      G         | 2025-02-01      |                | 0           | ✗
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      B         | 2025-02-01      |                | false       |
      E         | 2025-02-02      |                | false       |
      G         | 2025-04-01      |                | false       |
      """)
  }

  @Test("X102 fails a referral date that changed while the case was open, with last year's")
  func redated() async throws {
    try await expectAcross(
      "X102",
      """
      CIN CINdetails
      LAchildID | CINreferralDate |
      A         | 2025-02-02      | ✗
      B         | 2025-02-01      |
      C         | 2025-04-01      |
      D         | 2025-03-31      | ✗
      E         |                 |
      F         | 2025-02-02      |
      CIN CINdetails_last
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | 2025-02-01      |                | false       | ✗
      B         | 2025-02-01      |                | false       |
      C         | 2025-02-01      |                | false       |
      D         | 2025-02-01      |                | false       | ✗
      E         | 2025-02-01      |                | false       |
      F         | 2025-02-01      | 2025-03-01     | false       |
      """)
  }

  @Test("X103 fails a case closed last year and open again with the same referral date")
  func reopened() async throws {
    try await expectAcross(
      "X103",
      """
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | 2025-02-01      |                | false       | ✗
      B         | 2025-02-02      |                | false       |
      C         | 2025-02-01      | 2025-05-01     | false       |
      D         | 2025-02-01      |                | false       |
      CIN CINdetails_last
      LAchildID | CINreferralDate | CINclosureDate |
      A         | 2025-02-01      | 2025-03-01     | ✗
      B         | 2025-02-01      | 2025-03-01     |
      C         | 2025-02-01      | 2025-03-01     |
      D         | 2025-02-01      |                |
      """)
  }

  @Test("X104 fails a closure date that differs from last year's")
  func closedOtherwise() async throws {
    try await expectAcross(
      "X104",
      """
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate |
      A         | 2025-02-01      | 2025-04-01     | ✗
      B         | 2025-02-01      | 2025-03-01     |
      C         | 2025-02-01      |                |
      D         | 2025-02-02      | 2025-04-01     |
      CIN CINdetails_last
      LAchildID | CINreferralDate | CINclosureDate |
      A         | 2025-02-01      | 2025-03-01     | ✗
      B         | 2025-02-01      | 2025-03-01     |
      C         | 2025-02-01      | 2025-03-01     |
      D         | 2025-02-01      | 2025-03-01     |
      """)
  }

  @Test("X105 fails a case that began before the year and is not in last year's return under any date")
  func newToLastYear() async throws {
    try await expectAcross(
      "X105",
      """
      CIN CINdetails
      LAchildID | CINreferralDate |
      A         | 2025-03-31      | ✗
      B         | 2025-04-01      |
      C         | 2025-02-01      |
      D         | 2025-02-02      |
      E         |                 |
      CIN CINdetails_last
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      C         | 2025-02-01      |                | false       |
      D         | 2025-02-01      |                | false       |
      """)
  }

  @Test("children who share an identifier are not compared", arguments: ["X101", "X105"])
  func repeated(code: String) async throws {
    try await expectAcross(
      code,
      """
      CIN CINdetails
      LAchildID | CINdetailsID | CINreferralDate | ReferralNFA |
      A         | 1            | 2025-03-01      | false       |
      A         | 1            | 2025-04-05      | false       |
      CIN ChildIdentifiers
      LAchildID |
      A         |
      A         |
      CIN CINdetails_last
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | 2025-02-01      |                | false       |
      """)
  }
}
