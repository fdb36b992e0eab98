import Testing

@testable import KithRules

@Suite("Rules on children across the tables")
struct IdentityRuleTests {
  @Test(
    "INT01 to INT09 fail a row whose child has no header, or that names no child",
    arguments: (1...9).map { "INT0\($0)" })
  func hasHeader(code: String) async throws {
    try await expect(
      code,
      """
      CHILD | DOB        |
      A     | 01/05/2015 |
      B     | 01/05/2015 | ✗
      a     | 01/05/2015 |
            | 01/05/2015 | ✗
      Header
      CHILD | DOB        |
      A     | 01/05/2015 |
            | 01/05/2015 |
      """)
  }

  @Test(
    "INT11 to INT18 fail a date of birth that is not the header's", arguments: (11...18).map { "INT\($0)" })
  func dateOfBirth(code: String) async throws {
    try await expect(
      code,
      """
      CHILD | DOB        |
      A     | 02/05/2015 | ✗
      B     | 1/5/2015   |
      C     |            |
      D     | 01/05/2015 |
      E     | 31/02/2015 |
      F     | 01/05/2015 |
      Header
      CHILD | DOB        |
      A     | 01/05/2015 |
      B     | 01/05/2015 |
      C     | 01/05/2015 |
      D     |            |
      E     | 01/05/2015 |
      """)
  }

  @Test("INT21 fails a sex that is not the header's")
  func sex() async throws {
    try await expect(
      "INT21",
      """
      CHILD | SEX |
      A     | M   | ✗
      B     | F   |
      C     |     |
      D     | F   |
      E     | F   |
      Header
      CHILD | SEX |
      A     | F   |
      B     | F   |
      C     | F   |
      D     |     |
      """)
  }

  @Test("INT31 to INT36 fail each row of a child who has two", arguments: (31...36).map { "INT\($0)" })
  func twice(code: String) async throws {
    try await expect(
      code,
      """
      CHILD | DOB        |
      A     | 01/05/2015 | ✗
      B     | 01/05/2015 |
      A     | 02/05/2015 | ✗
            | 01/05/2015 |
            | 01/05/2015 |
      """)
  }

  @Test("EPI asks about a child without an episode and without care leavers' data")
  func neither() async throws {
    try await expect(
      "EPI",
      """
      CHILD | SEX |
      A     | F   | ✗
      B     | F   |
      C     | F   |
      Episodes
      CHILD | DECOM      |
      B     | 01/05/2025 |
      OC3
      CHILD | IN_TOUCH |
      C     |          |
      """)
    #expect(LookedAfterRules.book(for: 2026)?.rule("EPI")?.severity == .query)
  }

  @Test("EPI takes a table that was not submitted as empty")
  func noTables() async throws {
    try await expect(
      "EPI",
      """
      CHILD | SEX |
      A     | F   | ✗
      """)
  }

  @Test("1012 fails every row of other tables of a child without an episode, care leavers' data apart")
  func noEpisode() async throws {
    try await expect(
      "1012",
      """
      CHILD | DATE_PLACED |
      A     |             | ✗
      B     |             |
      Missing
      CHILD | MISSING |
      B     |         |
      A     | M       | ✗
      Reviews
      CHILD | REVIEW     |
      A     | 01/05/2025 | ✗
      AD1
      CHILD | DATE_INT |
      A     |          | ✗
      PrevPerm
      CHILD | PREV_PERM |
      A     | Z1        | ✗
      OC2
      CHILD | CONVICTED |
      A     | 0         | ✗
      OC3
      CHILD | IN_TOUCH |
      A     | YES      |
      Episodes
      CHILD | DECOM      |
      B     | 01/05/2025 |
      """)
  }
}
