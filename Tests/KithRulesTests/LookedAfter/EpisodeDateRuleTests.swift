import Testing

@testable import KithRules

@Suite("Rules on the dates of an episode")
struct EpisodeDateRuleTests {
  @Test("302 fails a child's first episode, and the header, where it starts before birth")
  func beforeBirth() async throws {
    try await expect(
      "302",
      """
      CHILD | DECOM
      A     | 30/04/2025 |
      A     | 29/04/2025 | ✗
      B     | 01/05/2025 |
      C     | 30/04/2025 |
      D     |            |
      Header
      CHILD | DOB
      A     | 01/05/2025 | ✗
      B     | 01/05/2025 |
      C     |            |
      D     | 01/05/2025 |
      """)
  }

  @Test("352 fails a start of care on or after the 18th birthday")
  func adults() async throws {
    try await expect(
      "352",
      """
      CHILD | DECOM      | RNE |
      A     | 02/05/2025 | S   |
      B     | 02/05/2025 | S   | ✗
      B     | 03/05/2025 | P   |
      C     | 02/05/2025 | S   |
      Header
      CHILD | DOB
      A     | 03/05/2007 |
      B     | 02/05/2007 |
      C     |            |
      """)
  }

  @Test("353 fails a start before the Children Act came into force")
  func beforeTheAct() async throws {
    try await expect(
      "353",
      """
      CHILD | DECOM
      A     | 13/10/1991 | ✗
      A     | 14/10/1991 |
      A     |            |
      """)
  }

  @Test("354 fails a start after the year, and 385 an end after it", arguments: [("354", "DECOM"), ("385", "DEC")])
  func afterTheYear(code: String, field: String) async throws {
    try await expect(
      code,
      """
      CHILD | \(field)
      A     | 01/04/2026 | ✗
      A     | 31/03/2026 |
      A     |            |
      """)
  }

  @Test("355 fails an episode that ends on the day it starts, and no other")
  func lessThanADay() async throws {
    try await expect(
      "355",
      """
      CHILD | DECOM      | DEC        |
      A     | 01/05/2025 | 01/05/2025 | ✗
      A     | 01/05/2025 | 02/05/2025 |
      A     | 02/05/2025 |            |
      A     |            |            |
      """)
  }

  @Test("356 fails an episode that ends before it starts")
  func backwards() async throws {
    try await expect(
      "356",
      """
      CHILD | DECOM      | DEC        |
      A     | 02/05/2025 | 01/05/2025 | ✗
      A     | 01/05/2025 | 01/05/2025 |
      A     | 02/05/2025 |            |
      A     |            | 01/05/2025 |
      """)
  }

  @Test("358 fails a youth justice status, and the header, up to the 10th birthday")
  func youthJustice() async throws {
    try await expect(
      "358",
      """
      CHILD | DECOM      | LS |
      A     | 02/05/2025 | J1 | ✗
      A     | 03/05/2025 | J1 |
      B     | 02/05/2025 | C2 |
      C     | 02/05/2025 | J1 |
      Header
      CHILD | DOB
      A     | 02/05/2015 | ✗
      B     | 02/05/2015 |
      C     |            |
      """)
  }

  @Test("359 fails an open episode of a child who turned 18 before 31 March, unless by agreement in a children's home")
  func stillInCare() async throws {
    try await expect(
      "359",
      """
      CHILD | DEC        | LS | PLACE |
      A     |            | C2 | U1    | ✗
      A     | 01/12/2025 | C2 | U1    |
      A     |            | V2 | K2    |
      A     |            | V2 |       | ✗
      A     |            |    | K2    | ✗
      A     | soon       | C2 | U1    |
      B     |            | C2 | U1    |
      C     |            | C2 | U1    |
      Header
      CHILD | DOB
      A     | 30/03/2008 |
      B     | 31/03/2008 |
      C     |            |
      """)
  }

  @Test("386 fails an adoption on or after the 18th birthday")
  func adoptedAsAdult() async throws {
    try await expect(
      "386",
      """
      CHILD | DEC        | REC |
      A     | 02/05/2025 | E11 | ✗
      A     | 01/05/2025 | E12 |
      A     | 02/05/2025 | E4A |
      A     |            | E11 |
      B     | 02/05/2025 | E11 |
      Header
      CHILD | DOB
      A     | 02/05/2007 |
      B     |            |
      """)
  }

  @Test("387 fails an exit to independent living under 14, and one of a child without a date of birth")
  func independentYoung() async throws {
    try await expect(
      "387",
      """
      CHILD | DEC        | REC |
      A     | 01/05/2025 | E5  | ✗
      A     | 02/05/2025 | E6  |
      A     | 01/05/2025 | E4A |
      A     |            | E5  |
      B     | 01/05/2025 | E6  | ✗
      C     | 01/05/2025 | E5  | ✗
      Header
      CHILD | DOB
      A     | 02/05/2011 |
      B     |            |
      """)
  }

  @Test("389 fails a move to adult social care that is not known to be at 16 or over")
  func adultCareYoung() async throws {
    try await expect(
      "389",
      """
      CHILD | DEC        | REC |
      A     | 01/05/2025 | E7  | ✗
      A     | 02/05/2025 | E7  |
      A     |            | E7  | ✗
      A     | 01/05/2025 | E5  |
      B     | 01/05/2025 | E7  | ✗
      Header
      CHILD | DOB
      A     | 02/05/2009 |
      B     |            |
      """)
  }

  @Test("407 fails a special guardianship, and the header, after the 18th birthday")
  func guardianshipOfAdult() async throws {
    try await expect(
      "407",
      """
      CHILD | DEC        | REC |
      A     | 03/05/2025 | E45 | ✗
      A     | 02/05/2025 | E48 |
      A     | 03/05/2025 | E41 |
      A     |            | E46 |
      B     | 03/05/2025 | E47 |
      Header
      CHILD | DOB
      A     | 02/05/2007 | ✗
      B     |            |
      """)
  }

  @Test("460 fails a child who stayed with the carers at 18 and was under 18")
  func stayedYoung() async throws {
    try await expect(
      "460",
      """
      CHILD | DEC        | REC |
      A     | 01/05/2025 | E17 | ✗
      A     | 02/05/2025 | E17 |
      A     | 01/05/2025 | E5  |
      A     |            | E17 |
      Header
      CHILD | DOB
      A     | 02/05/2007 |
      """)
  }
}
