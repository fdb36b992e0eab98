import KithReturns
import Testing

@testable import KithRules

@Suite("Rules on care beside times in need")
struct CareAndNeedTests {
  @Test("X201 fails a child in care on 31 March without an open time in need, with those that were closed")
  func openCare() async throws {
    try await expectAcross(
      "X201",
      """
      SSDA903 Episodes
      CHILD | DECOM      | DEC        | LS | REC |
      A     | 01/05/2025 |            | C2 |     | ✗
      B     | 01/05/2025 |            | C2 |     | ✗
      C     | 01/05/2025 |            | C2 |     |
      D     | 01/05/2025 | 31/03/2026 | C2 | E8  |
      E     | 01/05/2025 |            | V4 |     |
      F     | 01/04/2026 |            | C2 |     |
      G     | 01/05/2025 |            | C2 |     |
      H     | 01/05/2025 |            | C2 |     | ✗
      I     |            |            | C2 |     |
      CIN ChildIdentifiers
      LAchildID |
      B         |
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      B         | 2025-04-01      | 2026-03-30     | false       | ✗
      C         | 2025-04-01      |                | false       |
      G         | 2025-04-01      | 2026-03-31     | false       |
      H         | 2025-04-01      |                | true        |
      """)
  }

  @Test("X202 fails care that ended in the year without a time in need in the period")
  func endedCare() async throws {
    try await expectAcross(
      "X202",
      """
      SSDA903 Episodes
      CHILD | DECOM      | DEC        | LS | REC |
      A     | 01/05/2025 | 01/06/2025 | C2 | X1  |
      A     | 01/06/2025 | 01/08/2025 | C2 | E8  | ✗
      B     | 01/05/2025 | 01/06/2025 | C2 | X1  |
      B     | 01/06/2025 | 01/08/2025 | C2 | E8  |
      C     | 01/05/2025 | 01/08/2025 | C2 | E8  |
      D     | 01/05/2025 | 01/08/2025 | V3 | E8  |
      E     | 01/05/2024 | 31/03/2025 | C2 | E8  |
      F     | 01/05/2025 |            | C2 |     |
      G     | 01/05/2025 | 01/08/2025 | C2 | E8  | ✗
      CIN ChildIdentifiers
      LAchildID |
      A         |
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | 2025-08-02      |                | false       |
      B         | 2025-04-01      | 2025-05-01     | false       |
      C         | 2025-08-01      |                | false       |
      G         | 2025-05-15      |                | 1           |
      """)
  }

  @Test("X203 fails a referral after care began, where no time in need was open when it did")
  func careFirst() async throws {
    try await expectAcross(
      "X203",
      """
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | 2025-05-02      |                | false       | ✗
      B         | 2025-05-01      |                | false       |
      C         | 2025-04-01      | 2025-05-01     | false       |
      C         | 2025-06-01      |                | false       |
      D         | 2025-08-02      |                | false       |
      E         | 2025-05-02      |                | false       |
      F         |                 |                | false       |
      G         | 2025-05-02      | 2025-05-05     | false       | ✗
      G         | 2025-06-02      |                | false       |
      SSDA903 Episodes
      CHILD | DECOM      | DEC        | LS | REC |
      A     | 01/05/2025 | 01/06/2025 | C2 | X1  | ✗
      A     | 01/06/2025 |            | C2 |     |
      B     | 01/05/2025 |            | C2 |     |
      C     | 01/05/2025 |            | C2 |     |
      D     | 01/05/2025 | 01/08/2025 | C2 | E8  |
      E     | 01/05/2025 |            | V4 |     |
      F     | 01/05/2025 |            | C2 |     |
      G     | 01/05/2025 |            | C2 |     | ✗
      """)
  }

  @Test("X204 fails a primary need that is not the category of need of care that began within nine weeks")
  func needs() async throws {
    try await expectAcross(
      "X204",
      """
      CIN CINdetails
      LAchildID | CINreferralDate | PrimaryNeedCode |
      A         | 2025-05-01      | N2              | ✗
      B         | 2025-05-01      | N1              |
      C         | 2025-05-01      | N9              | ✗
      D         | 2025-05-01      | N0              |
      E         | 2025-05-01      | N2              |
      F         | 2025-05-01      |                 |
      G         | 2025-05-01      | N2              |
      SSDA903 Episodes
      CHILD | DECOM      | DEC | LS | CIN |
      A     | 03/07/2025 |     | C2 | N1  | ✗
      B     | 03/07/2025 |     | C2 | N1  |
      C     | 01/05/2025 |     | C2 | N1  | ✗
      D     | 01/05/2025 |     | C2 | N1  |
      E     | 04/07/2025 |     | C2 | N1  |
      F     | 01/05/2025 |     | C2 | N1  |
      G     | 01/05/2025 |     | V4 | N1  |
      """)
  }

  @Test("the two lists of needs stand in the same order, by which X204 compares them")
  func lists() {
    for (primary, category) in zip(PrimaryNeed.allCases, CategoryOfNeed.allCases) {
      #expect(primary.rawValue == category.rawValue)
    }
  }
}
