import Testing

@testable import KithRules

@Suite("Rules on how care and the case ended")
struct EndsInBothTests {
  @Test("X213 fails a death in the SSDA903 return that the CIN Census has not, or on another day")
  func diedInCare() async throws {
    try await expectAcross(
      "X213",
      """
      SSDA903 Episodes
      CHILD | DECOM      | DEC        | REC |
      A     | 01/05/2025 | 01/06/2025 | E2  | ✗
      B     | 01/05/2025 | 01/06/2025 | E2  | ✗
      C     | 01/05/2025 | 01/06/2025 | E2  |
      D     | 01/05/2025 | 01/06/2025 | E8  |
      E     | 01/05/2025 | 01/06/2025 | E2  |
      F     | 01/05/2025 |            | E2  |
      CIN ChildIdentifiers
      LAchildID | PersonDeathDate |
      A         |                 | ✗
      B         | 2025-06-02      | ✗
      C         | 2025-06-01      |
      D         |                 |
      F         | 2025-06-01      |
      """)
  }

  @Test("X214 fails care that went on after a death in the CIN Census, or ended with it for another reason")
  func diedInCensus() async throws {
    try await expectAcross(
      "X214",
      """
      SSDA903 Episodes
      CHILD | DECOM      | DEC        | REC |
      A     | 01/05/2025 |            |     | ✗
      B     | 01/05/2025 | 01/06/2025 | E8  | ✗
      C     | 01/05/2025 | 01/06/2025 | E2  |
      D     | 01/05/2025 | 31/05/2025 | E8  |
      E     | 02/06/2025 |            |     |
      F     | 01/05/2025 |            |     |
      CIN ChildIdentifiers
      LAchildID | PersonDeathDate |
      A         | 2025-06-01      | ✗
      B         | 2025-06-01      | ✗
      C         | 2025-06-01      |
      D         | 2025-06-01      |
      E         | 2025-06-01      |
      F         |                 |
      """)
  }

  @Test("X215 fails an adoption or death by which one return ended the case and the other cannot have")
  func finalReasons() async throws {
    try await expectAcross(
      "X215",
      """
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate | ReasonForClosure |
      A         | 2025-04-01      | 2025-06-01     | RC7              | ✗
      B         | 2025-04-01      | 2025-06-01     | RC1              |
      C         | 2025-04-01      | 2025-06-01     | RC5              | ✗
      D         | 2025-04-01      | 2025-06-01     | RC1              | ✗
      E         | 2025-04-01      | 2025-06-02     | RC2              |
      F         | 2025-04-01      | 2025-06-01     | RC2              | ✗
      G         | 2025-04-01      | 2025-06-01     |                  |
      H         | 2025-06-01      | 2025-08-01     | RC7              |
      I         | 2025-04-01      |                | RC7              |
      CIN ChildIdentifiers
      LAchildID |
      A         |
      SSDA903 Episodes
      CHILD | DECOM      | DEC        | LS | REC |
      A     | 01/05/2025 | 01/06/2025 | E1 | E11 | ✗
      B     | 01/05/2025 | 01/06/2025 | E1 | E12 |
      C     | 01/05/2025 | 01/06/2025 | C2 | E2  | ✗
      D     | 01/05/2025 |            | C2 |     | ✗
      E     | 01/05/2025 | 01/06/2025 | C2 | E4A |
      F     | 01/05/2025 | 01/06/2025 | C2 | E4A | ✗
      G     | 01/05/2025 | 01/06/2025 | C2 | E11 |
      H     | 01/05/2025 | 01/06/2025 | E1 | E11 |
      I     | 01/05/2025 | 01/06/2025 | E1 | E11 |
      """)
  }

  @Test("X216 fails reasons that do not go together, where the case was closed within 28 days of the end of care")
  func reasons() async throws {
    try await expectAcross(
      "X216",
      """
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate | ReasonForClosure |
      A         | 2025-04-01      | 2025-06-29     | RC7              | ✗
      B         | 2025-04-01      | 2025-06-30     | RC7              |
      C         | 2025-04-01      | 2025-06-01     | RC4              |
      D         | 2025-04-01      | 2025-06-01     | RC4              | ✗
      E         | 2025-04-01      | 2025-06-01     | RC5              |
      F         | 2025-04-01      | 2025-06-01     | RC7              | ✗
      G         | 2025-04-01      | 2025-06-01     | RC4              | ✗
      H         | 2025-04-01      | 2025-06-01     | RC7              | ✗
      I         | 2025-04-01      | 2025-05-31     | RC7              |
      J         | 2025-04-01      | 2025-06-01     |                  |
      K         | 2025-04-01      | 2025-06-01     | RC7              |
      SSDA903 Episodes
      CHILD | DECOM      | DEC        | LS | REC |
      A     | 01/05/2025 | 01/06/2025 | C2 | E45 | ✗
      B     | 01/05/2025 | 01/06/2025 | C2 | E45 |
      C     | 01/05/2025 | 01/06/2025 | C2 | E48 |
      D     | 01/05/2025 | 01/06/2025 | C2 | E41 | ✗
      E     | 01/05/2025 | 01/06/2025 | C2 | E3  |
      F     | 01/05/2025 | 01/06/2025 | C2 | E7  | ✗
      G     | 01/05/2025 | 01/06/2025 | C2 | E4A | ✗
      H     | 01/05/2025 | 01/06/2025 | C2 | E3  | ✗
      I     | 01/05/2025 | 01/06/2025 | C2 | E45 |
      J     | 01/05/2025 | 01/06/2025 | C2 | E45 |
      K     | 01/05/2025 | 01/06/2025 | C2 | X1  |
      """)
  }

  @Test("X217 fails a time in need of before an adoption that is still open")
  func openAfterAdoption() async throws {
    try await expectAcross(
      "X217",
      """
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | 2025-05-31      |                | false       | ✗
      B         | 2025-06-01      |                | false       |
      C         | 2025-04-01      | 2025-06-01     | false       |
      D         | 2025-04-01      |                | false       |
      E         |                 |                | false       |
      CIN ChildIdentifiers
      LAchildID |
      A         |
      SSDA903 Episodes
      CHILD | DEC        | REC |
      A     | 01/06/2025 | E11 | ✗
      B     | 01/06/2025 | E11 |
      C     | 01/06/2025 | E12 |
      D     | 01/06/2025 | E45 |
      E     | 01/06/2025 | E11 |
      """)
  }
}
