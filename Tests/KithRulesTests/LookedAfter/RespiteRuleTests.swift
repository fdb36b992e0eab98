import Testing

@testable import KithRules

@Suite("Rules on short breaks")
struct RespiteRuleTests {
  @Test("214 fails a short break with a postcode or Ofsted number of the placement")
  func located() async throws {
    try await expect(
      "214",
      """
      CHILD | LS | PL_POST | URN     |
      A     | V3 | AB1 2CD |         | ✗
      A     | V4 |         | SC12345 | ✗
      A     | V3 |         |         |
      A     | V2 | AB1 2CD | SC12345 |
      A     |    | AB1 2CD |         |
      """)
  }

  @Test("365 fails a short break of more than 17 days, one that goes on included")
  func long() async throws {
    try await expect(
      "365",
      """
      CHILD | LS | DECOM      | DEC        |
      A     | V3 | 01/05/2025 | 19/05/2025 | ✗
      A     | V3 | 01/05/2025 | 18/05/2025 |
      A     | V4 | 01/05/2025 | 19/05/2025 |
      A     | V3 | 13/03/2026 |            | ✗
      A     | V3 | 14/03/2026 |            |
      A     | V3 | 13/03/2026 | later      |
      A     | V3 |            | 19/05/2025 |
      """)
  }

  @Test("366 fails a short break that does not begin with S")
  func begins() async throws {
    try await expect(
      "366",
      """
      CHILD | LS | RNE |
      A     | V3 | P   | ✗
      A     | V3 |     | ✗
      A     | V3 | S   |
      A     | V4 | P   |
      A     |    | P   |
      """)
  }

  @Test("367 fails every short break of a child with more than 75 days of them in the year")
  func inTheYear() async throws {
    try await expect(
      "367",
      """
      CHILD | LS | DECOM      | DEC        |
      A     | V3 | 01/05/2025 | 01/06/2025 | ✗
      A     | V3 | 01/08/2025 | 01/09/2025 | ✗
      A     | V3 | 01/10/2025 | 15/10/2025 | ✗
      A     | V2 | 01/11/2025 | 15/11/2025 |
      A     | V3 |            | 15/12/2025 |
      B     | V3 | 01/05/2025 | 01/06/2025 |
      B     | V3 | 01/08/2025 | 01/09/2025 |
      B     | V3 | 01/10/2025 | 14/10/2025 |
      C     | V3 | 01/01/2026 |            | ✗
      D     | V4 | 01/05/2025 | 01/10/2025 |
      """)
  }

  @Test("367 counts any twelve months, so days before 1 April count and days more than a year apart do not")
  func anyTwelveMonths() async throws {
    try await expect(
      "367",
      """
      CHILD | LS | DECOM      | DEC        |
      A     | V3 | 01/03/2025 | 17/04/2025 | ✗
      A     | V3 | 01/05/2025 | 31/05/2025 | ✗
      B     | V3 | 01/06/2025 | 17/06/2025 | ✗
      B     | V3 | 01/12/2025 | 31/12/2025 |
      C     | V3 | 01/10/2025 | 31/10/2025 |
      D     | V3 | 25/03/2025 | 10/04/2025 |
      Episodes_last
      CHILD | LS | DECOM      | DEC        |
      B     | V3 | 01/07/2024 | 31/08/2024 |
      C     | V3 | 01/07/2024 | 31/08/2024 |
      D     | V3 | 25/03/2025 |            |
      D     | V3 | 01/01/2025 | 01/03/2025 |
      """)
  }

  @Test("382 fails a short break recorded as a temporary move")
  func temporary() async throws {
    try await expect(
      "382",
      """
      CHILD | LS | PLACE |
      A     | V3 | T0    | ✗
      A     | V4 | T4    | ✗
      A     | V3 | U6    |
      A     | V2 | T0    |
      A     |    |       |
      """)
  }

  @Test("384 fails a short break recorded as long-term fostering")
  func longTerm() async throws {
    try await expect(
      "384",
      """
      CHILD | LS | PLACE |
      A     | V3 | U1    | ✗
      A     | V4 | U4    | ✗
      A     | V3 | U6    |
      A     | C2 | U1    |
      A     | V3 |       |
      """)
  }

  @Test("398 fails a short break with a postcode")
  func postcodes() async throws {
    try await expect(
      "398",
      """
      CHILD | LS | HOME_POST | PL_POST |
      A     | V3 | AB1 2CD   |         | ✗
      A     | V4 |           | AB1 2CD | ✗
      A     | V3 |           |         |
      A     | V2 | AB1 2CD   | AB1 2CD |
      A     |    | AB1 2CD   |         |
      """)
  }

  @Test("399 fails the header, episodes and reviews of a child in short breaks only who is reviewed or called a mother")
  func reviewed() async throws {
    try await expect(
      "399",
      """
      Header
      CHILD | MOTHER
      A     | 0 | ✗
      B     |   | ✗
      C     | 1 |
      D     |   |
      E     | 1 |
      Episodes
      CHILD | LS
      A     | V3 | ✗
      A     | V4 | ✗
      B     | V3 | ✗
      C     | V3 |
      C     | C2 |
      D     | V3 |
      Reviews
      CHILD | REVIEW     | REVIEW_CODE |
      B     | 01/05/2025 |             | ✗
      B     |            |             |
      C     | 01/05/2025 | PN1         |
      D     |            |             |
      """)
  }

  @Test("399 checks whether the child is a mother without a table of reviews")
  func withoutReviews() async throws {
    try await expect(
      "399",
      """
      Header
      CHILD | MOTHER
      A     | 1 | ✗
      Episodes
      CHILD | LS
      A     | V3 | ✗
      """)
  }

  @Test("426 fails every short break of a child who has both kinds")
  func mixed() async throws {
    try await expect(
      "426",
      """
      CHILD | LS
      A     | V3 | ✗
      A     | V4 | ✗
      A     | C2 |
      B     | V3 |
      B     | V3 |
      C     |    |
      """)
  }
}
