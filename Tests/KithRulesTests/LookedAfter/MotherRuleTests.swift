import Testing

@testable import KithRules

@Suite("Rules on mothers")
struct MotherRuleTests {
  @Test("165 fails a MOTHER that is no code, is a boy's, or does not fit the care that the girl had")
  func status() async throws {
    try await expect(
      "165",
      """
      CHILD | SEX | MOTHER |
      A     | F   | 2      | ✗
      B     | M   | 0      | ✗
      C     | F   |        | ✗
      D     | F   | 1      | ✗
      E     | F   | 0      |
      F     | M   |        |
      G     | F   |        |
      H     | F   |        |
      I     | F   | 1      |
      J     | U   | 1      |
      Episodes
      CHILD | DECOM      | DEC        | LS |
      A     | 01/05/2025 |            | C2 |
      B     | 01/05/2025 |            | C2 |
      C     | 01/05/2024 | 01/04/2025 |    |
      D     | 01/05/2024 | 31/03/2025 | C2 |
      E     | 01/05/2025 |            | C2 |
      F     | 01/05/2025 |            | C2 |
      G     | 01/05/2025 | 02/05/2025 | V4 |
      H     | 01/05/2024 | 31/03/2025 | C2 |
      I     | 01/05/2024 | 31/03/2025 | C2 |
      J     | 01/05/2025 |            | C2 |
      OC3
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      C     | YES      |       |       | ✗
      D     |          | F1    |       | ✗
      H     | YES      | F1    | B1    |
      I     |          |       |       |
      """)
  }

  @Test("165 knows boys and girls by numbers to 2023/24, and does without care leavers' data")
  func formerCodes() async throws {
    try await expect(
      "165", year: 2024,
      """
      CHILD | SEX | MOTHER |
      A     | 1   | 1      | ✗
      B     | 2   |        | ✗
      C     | M   | 1      |
      Episodes
      CHILD | DECOM      | DEC | LS |
      A     | 01/05/2023 |     | C2 |
      B     | 01/05/2023 |     | C2 |
      C     | 01/05/2023 |     | C2 |
      """)
  }

  @Test("171 fails a date of birth of a first child that is no date")
  func firstChildBorn() async throws {
    try await expect(
      "171",
      """
      CHILD | MC_DOB     |
      A     | 31/04/2025 | ✗
      B     | 30/04/2025 |
      C     |            |
      """)
  }

  @Test("174 fails a boy with the date of birth of a first child")
  func father() async throws {
    try await expect(
      "174",
      """
      CHILD | SEX | MC_DOB     |
      A     | M   | 30/04/2025 | ✗
      B     | M   | unknown    | ✗
      C     | M   |            |
      D     | F   | 30/04/2025 |
      E     | 1   | 30/04/2025 |
      """)
    try await expect(
      "174", year: 2024,
      """
      CHILD | SEX | MC_DOB     |
      A     | 1   | 30/04/2023 | ✗
      B     | M   | 30/04/2023 |
      """)
  }

  @Test("393 fails a girl without an entry in MOTHER who was not only in short breaks")
  func notSaid() async throws {
    try await expect(
      "393",
      """
      CHILD | SEX | MOTHER |
      A     | F   |        | ✗
      B     | F   | 0      |
      C     | F   |        |
      D     | M   |        |
      E     | F   |        |
      Episodes
      CHILD | LS |
      A     | C2 |
      B     | C2 |
      C     | V3 |
      D     | C2 |
      """)
  }

  @Test("607 fails a girl who left care in the year without an entry in MOTHER")
  func leftCare() async throws {
    try await expect(
      "607",
      """
      CHILD | DEC        | REC | LS |
      A     | 01/04/2025 | E4A | C2 | ✗
      B     | 31/03/2026 | E4A |    | ✗
      C     | 31/03/2025 | E4A | C2 |
      D     | 01/05/2025 | X1  | C2 |
      E     | 01/05/2025 |     | C2 |
      F     | 01/05/2025 | E4A | V3 |
      G     |            | E4A | C2 |
      H     | 01/05/2025 | E4A | C2 |
      I     | 01/05/2025 | E4A | C2 |
      Header
      CHILD | SEX | MOTHER |
      A     | F   |        | ✗
      B     | F   |        | ✗
      C     | F   |        |
      D     | F   |        |
      E     | F   |        |
      F     | F   |        |
      G     | F   |        |
      H     | M   |        |
      I     | F   | 0      |
      """)
  }

  @Test("611 fails a mother whose child has no date of birth")
  func noDateOfBirth() async throws {
    try await expect(
      "611",
      """
      CHILD | MOTHER | MC_DOB     |
      A     | 1      |            | ✗
      B     | 1      | 01/05/2025 |
      C     | 0      |            |
      D     |        |            |
      """)
  }

  @Test("612 fails a girl who is no mother and has the date of birth of a first child")
  func noMother() async throws {
    try await expect(
      "612",
      """
      CHILD | SEX | MOTHER | MC_DOB     |
      A     | F   | 0      | 01/05/2025 | ✗
      B     | F   |        | 01/05/2025 | ✗
      C     | F   | 1      | 01/05/2025 |
      D     | F   | 0      |            |
      E     | M   |        | 01/05/2025 |
      """)
  }

  @Test("620 fails a mother who was under 11 when the year began")
  func underEleven() async throws {
    try await expect(
      "620",
      """
      CHILD | DOB        | MOTHER |
      A     | 02/04/2014 | 1      | ✗
      B     | 01/04/2014 | 1      |
      C     | 02/04/2014 | 0      |
      D     |            | 1      |
      """)
  }

  @Test("621 fails a mother who is no older than her child")
  func olderThanMother() async throws {
    try await expect(
      "621",
      """
      CHILD | DOB        | MC_DOB     |
      A     | 01/05/2010 | 01/05/2010 | ✗
      B     | 01/05/2010 | 02/05/2010 |
      C     |            | 02/05/2010 | ✗
      D     | 01/05/2010 |            |
      """)
  }

  @Test("625 fails a child born after the year or after the mother left care, and none of a mother still in care")
  func bornAfterCare() async throws {
    try await expect(
      "625",
      """
      CHILD | MC_DOB     |
      A     | 02/06/2025 | ✗
      B     | 01/06/2025 |
      C     | 02/06/2025 |
      D     | 01/04/2026 | ✗
      E     | 01/04/2026 | ✗
      F     |            |
      Episodes
      CHILD | DECOM      | DEC        |
      A     | 01/04/2025 | 01/05/2025 |
      A     | 01/05/2025 | 01/06/2025 | ✗
      B     | 01/04/2025 | 01/06/2025 |
      C     | 01/04/2025 | 01/06/2025 |
      C     | 01/06/2025 |            |
      D     | 01/04/2025 | 01/06/2025 | ✗
      E     | 01/06/2025 |            |
      F     | 01/04/2025 | 01/06/2025 |
      """)
  }

  @Test("628 fails a care leaver with an entry in MOTHER who had no episode")
  func careLeaver() async throws {
    try await expect(
      "628",
      """
      CHILD | MOTHER |
      A     | 0      | ✗
      B     |        |
      C     | 1      |
      D     | 1      |
      Episodes
      CHILD | DECOM      |
      C     | 01/05/2025 |
      OC3
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     |          |       | B1    |
      B     | YES      | F1    | B1    |
      C     | YES      | F1    | B1    |
      D     |          |       |       |
      """)
  }
}
