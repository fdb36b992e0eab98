import Testing

@testable import KithRules

@Suite("Rules on this year beside last")
struct LastYearRuleTests {
  @Test("199 fails an episode that starts after one that ended in adoption, in either year")
  func afterAdoption() async throws {
    try await expect(
      "199",
      """
      CHILD | DECOM      | REC |
      A     | 01/05/2025 | E11 |
      A     | 02/05/2025 |     | ✗
      B     | 01/05/2025 | X1  | ✗
      C     | 01/05/2024 | E12 |
      D     | 01/05/2025 |     |
      A     |            |     |
      Episodes_last
      CHILD | DECOM      | REC |
      B     | 01/05/2024 | E12 |
      C     | 01/05/2024 | E12 |
      D     | 01/05/2024 | E4A |
      """)
  }

  @Test("199 does without last year's return")
  func afterAdoptionThisYear() async throws {
    try await expect(
      "199",
      """
      CHILD | DECOM      | REC |
      A     | 01/05/2025 | E11 |
      A     | 02/05/2025 | E12 | ✗
      """)
  }

  @Test("202 fails a sex that differs from last year's")
  func sex() async throws {
    try await expect(
      "202",
      """
      CHILD | SEX |
      A     | M   | ✗
      B     | F   |
      C     |     | ✗
      D     |     |
      E     | M   |
      Header_last
      CHILD | SEX |
      A     | F   |
      B     | F   |
      C     | F   |
      D     |     |
      """)
  }

  @Test("202 knows that letters followed numbers in 2024/25")
  func recodedSex() async throws {
    try await expect(
      "202", year: 2025,
      """
      CHILD | SEX |
      A     | M   |
      B     | F   |
      C     | F   | ✗
      Header_last
      CHILD | SEX |
      A     | 1   |
      B     | 2   |
      C     | 1   |
      """)
  }

  @Test("203 fails a date of birth that differs from last year's")
  func dateOfBirth() async throws {
    try await expect(
      "203",
      """
      CHILD | DOB        |
      A     | 01/05/2015 | ✗
      B     | 1/5/2015   |
      C     |            | ✗
      D     |            |
      E     | 01/05/2015 |
      Header_last
      CHILD | DOB        |
      A     | 02/05/2015 |
      B     | 01/05/2015 |
      C     | 01/05/2015 |
      D     |            |
      """)
  }

  @Test("204 fails an ethnic origin that differs from last year's")
  func ethnicity() async throws {
    try await expect(
      "204",
      """
      CHILD | ETHNIC |
      A     | WBRI   | ✗
      B     | WBRI   |
      C     |        | ✗
      D     | WBRI   |
      Header_last
      CHILD | ETHNIC |
      A     | NOBT   |
      B     | wbri   |
      C     | WBRI   |
      """)
  }

  @Test("207 fails a mother of last year who is none this year")
  func noMother() async throws {
    try await expect(
      "207",
      """
      CHILD | MOTHER |
      A     | 0      | ✗
      B     |        | ✗
      C     | 1      |
      D     | 0      |
      E     | 0      |
      Episodes
      CHILD | DECOM      |
      A     | 01/05/2025 |
      B     | 01/05/2025 |
      C     | 01/05/2025 |
      E     | 01/05/2025 |
      Header_last
      CHILD | MOTHER |
      A     | 1      |
      B     | 1      |
      C     | 1      |
      D     | 1      |
      E     |        |
      """)
  }

  @Test("208 fails a UPN that changed, other than by becoming known")
  func upn() async throws {
    try await expect(
      "208",
      """
      CHILD | UPN           |
      A     | A123456789013 | ✗
      B     | UN3           | ✗
      C     | UN4           | ✗
      D     |               | ✗
      E     | UN1           | ✗
      F     | UN1           |
      G     | UN2           |
      H     | UN5           |
      I     | A123456789012 |
      J     | A123456789012 |
      K     |               |
      L     | UN2           |
      Header_last
      CHILD | UPN           |
      A     | A123456789012 |
      B     | A123456789012 |
      C     | UN3           |
      D     | UN1           |
      E     | UN2           |
      F     |               |
      G     |               |
      H     | UN1           |
      I     | UN3           |
      J     |               |
      K     |               |
      """)
  }

  @Test("502 fails a first episode that does not start as the one that was open last year")
  func openEpisode() async throws {
    try await expect(
      "502",
      """
      CHILD | DECOM      |
      A     | 01/05/2024 |
      A     | 01/05/2025 |
      B     | 02/05/2024 | ✗
      C     | 01/05/2025 |
      D     | 01/05/2025 |
      E     |            | ✗
      Episodes_last
      CHILD | DECOM      | DEC        |
      A     | 01/05/2024 |            |
      B     | 01/05/2024 |            |
      C     | 01/05/2024 | 01/06/2024 |
      E     | 01/05/2024 |            |
      """)
  }

  @Test(
    "503A, B, C, E and F fail a first episode that differs from the one that was open last year",
    arguments: [
      ("503A", "RNE", "S", "L"), ("503B", "LS", "C2", "C1"), ("503C", "CIN", "N1", "N2"),
      ("503E", "PLACE_PROVIDER", "PR1", "PR2"), ("503F", "URN", "SC000001", "SC000002"),
    ])
  func openEpisodeDiffers(code: String, field: String, value: String, other: String) async throws {
    try await expect(
      code,
      """
      CHILD | DECOM      | \(field) |
      A     | 01/05/2024 | \(value) |
      B     | 01/05/2024 | \(other) | ✗
      C     | 01/05/2024 |          | ✗
      D     | 01/05/2024 |          |
      E     | 01/05/2025 | \(other) |
      F     | 01/05/2025 | \(other) |
      G     | 01/05/2024 | \(value) |
      G     | 01/05/2025 | \(other) |
      H     |            | \(value) |
      Episodes_last
      CHILD | DECOM      | DEC        | \(field) |
      A     | 01/05/2024 |            | \(value) |
      B     | 01/05/2024 |            | \(value) |
      C     | 01/05/2024 |            | \(value) |
      D     | 01/05/2024 |            |          |
      E     | 01/05/2024 | 01/06/2024 | \(value) |
      G     | 01/05/2024 | later      | \(value) |
      """)
  }

  @Test(
    "503D passes the types of placement that were coded anew",
    arguments: [(2024, 0b01), (2025, 0b01), (2026, 0b10), (2027, 0)])
  func placement(year: Int, passes: Int) async throws {
    let (former, other) = (passes & 1 == 1 ? "" : "✗", passes & 2 == 2 ? "" : "✗")
    try await expect(
      "503D", year: year,
      """
      CHILD | DECOM      | PLACE |
      A     | 01/05/2020 | K3    | \(former)
      B     | 01/05/2020 | Z11   | \(other)
      C     | 01/05/2020 | Z14   | \(other)
      D     | 01/05/2020 | U1    | ✗
      E     | 01/05/2020 | H5    | ✗
      F     | 01/05/2020 | U1    |
      G     | 01/05/2020 |       | ✗
      Episodes_last
      CHILD | DECOM      | DEC | PLACE |
      A     | 01/05/2020 |     | H5    |
      B     | 01/05/2020 |     | Z1    |
      C     | 01/05/2020 |     | Z1    |
      D     | 01/05/2020 |     | U4    |
      E     | 01/05/2020 |     | K3    |
      F     | 01/05/2020 |     | U1    |
      G     | 01/05/2020 |     | U1    |
      """)
  }

  @Test("562 fails a first episode from before the year that is not the last of last year's")
  func missingLastYear() async throws {
    try await expect(
      "562",
      """
      CHILD | DECOM      |
      A     | 31/03/2025 | ✗
      B     | 31/03/2025 |
      C     | 01/05/2024 | ✗
      D     | 01/04/2025 |
      E     |            |
      F     | 31/03/2025 | ✗
      Episodes_last
      CHILD | DECOM      |
      B     | 31/03/2025 |
      B     | 01/05/2024 |
      C     | 01/05/2024 |
      C     | 31/03/2025 |
      F     | unknown    |
      """)
  }

  @Test("624 fails a first child whose date of birth differs from last year's")
  func firstChildBorn() async throws {
    try await expect(
      "624",
      """
      CHILD | MC_DOB     |
      A     | 02/05/2024 | ✗
      B     |            | ✗
      C     | 01/05/2024 |
      D     | 01/05/2024 |
      Header_last
      CHILD | MC_DOB     |
      A     | 01/05/2024 |
      B     | 01/05/2024 |
      C     | 01/05/2024 |
      D     |            |
      """)
  }

  @Test("626 fails a mother whose child was born before the year, and who was none last year")
  func motherBefore() async throws {
    try await expect(
      "626",
      """
      CHILD | MOTHER | MC_DOB     |
      A     | 1      | 31/03/2025 | ✗
      B     | 1      | 01/04/2025 |
      C     | 0      | 31/03/2025 |
      D     | 1      | 31/03/2025 |
      E     | 1      |            |
      F     | 1      | 31/03/2025 |
      Header_last
      CHILD | MOTHER |
      A     | 0      |
      B     | 0      |
      C     | 0      |
      D     | 1      |
      E     | 0      |
      F     |        |
      """)
  }

  @Test("1002 fails a care leaver without an episode in this year or last")
  func noEpisodes() async throws {
    try await expect(
      "1002",
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | YES      | F1    | B1    | ✗
      B     | YES      | F1    | B1    |
      C     | YES      | F1    | B1    |
      D     |          |       |       | ✗
      Episodes
      CHILD | DECOM      |
      B     | 01/05/2025 |
      Episodes_last
      CHILD | DECOM      |
      C     |            |
      """)
  }

  @Test("NoE fails an episode from before the year of a child whom last year's return does not have")
  func notInLastYear() async throws {
    try await expect(
      "NoE",
      """
      CHILD | DECOM      |
      A     | 31/03/2025 | ✗
      B     | 31/03/2025 |
      C     | 01/04/2025 |
      D     |            |
      Episodes_last
      CHILD | DECOM      |
      B     | 01/05/2020 |
      """)
  }
}
