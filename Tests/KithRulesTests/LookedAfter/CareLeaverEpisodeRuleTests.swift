import KithReturns
import KithTables
import Testing

@testable import KithRules

@Suite("Rules on care leavers beside their episodes")
struct CareLeaverEpisodeRuleTests {
  @Test("1000 fails one who died in care in either year and has a care leaver's data, and not an empty row")
  func diedInCare() async throws {
    try await expect(
      "1000",
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | DIED     | 0     | 0     | ✗
      B     | DIED     | 0     | 0     | ✗
      C     | DIED     | 0     | 0     |
      D     |          |       |       |
      Episodes
      CHILD | REC |
      A     | E2  |
      C     | E8  |
      D     | E2  |
      Episodes_last
      CHILD | REC |
      B     | E2  |
      """)
  }

  @Test("1000 is checked without last year's return")
  func diedThisYear() async throws {
    try await expect(
      "1000",
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | DIED     | 0     | 0     | ✗
      Episodes
      CHILD | REC |
      A     | E2  |
      """)
  }

  @Test("1001 counts days from 14 on and from 16 on over both years, and leaves out those of 20 or without episodes")
  func relevance() async throws {
    try await expect(
      "1001",
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | YES      | F1    | B1    | ✗
      B     | YES      | F1    | B1    |
      C     | YES      | F1    | B1    | ✗
      D     | YES      | F1    | B1    |
      E     | YES      | F1    | B1    | ✗
      F     | YES      | F1    | B1    | ✗
      G     | YES      | F1    | B1    |
      H     | YES      | F1    | B1    | ✗
      I     | YES      | F1    | B1    |
      J     | YES      | F1    | B1    | ✗
      K     | YES      | F1    | B1    |
      L     | YES      | F1    | B1    |
      M     | YES      | F1    | B1    | ✗
      N     | YES      | F1    | B1    |
      O     | YES      | F1    | B1    |
      Header
      CHILD | DOB        |
      A     | 01/06/2008 |
      B     | 01/06/2008 |
      C     | 01/06/2008 |
      D     | 01/06/2008 |
      E     | 01/06/2008 |
      F     | 01/06/2008 |
      G     | 01/06/2008 |
      H     | 01/06/2008 |
      I     | 31/03/2006 |
      J     | 01/04/2006 |
      K     | 01/06/2008 |
      M     | 01/06/2008 |
      N     | 01/06/2008 |
      O     |            |
      Episodes
      CHILD | DECOM      | DEC        | REC | LS |
      F     | 01/03/2025 | 15/04/2025 | E4A | C2 |
      G     | 30/12/2025 |            |     | C2 |
      H     | 31/12/2025 |            |     | C2 |
      M     | 01/04/2023 | 01/06/2025 | E11 | E1 |
      N     | 01/06/2025 |            |     | C2 |
      Episodes_last
      CHILD | DECOM      | DEC        | REC | LS |
      A     | 01/04/2024 | 30/06/2024 | E4A | C2 |
      B     | 01/04/2024 | 01/07/2024 | E4A | C2 |
      C     | 01/04/2023 | 01/06/2024 | E4A | C2 |
      D     | 01/04/2023 | 02/06/2024 | E4A | C2 |
      E     | 01/04/2024 | 01/03/2025 | E4A | V4 |
      F     | 01/03/2025 |            |     | C2 |
      I     | 01/04/2024 | 02/04/2024 | E4A | C2 |
      J     | 01/04/2024 | 02/04/2024 | E4A | C2 |
      L     | 01/04/2024 | 02/04/2024 | E4A | C2 |
      M     | 01/04/2023 |            |     | E1 |
      N     | 01/04/2023 | 01/06/2024 | E12 | E1 |
      O     | 01/04/2024 | 02/04/2024 | E4A | C2 |
      """)
  }

  @Test("1007 fails one in care on the last birthday, also where the episode is open, and no one of another age")
  func inCareOnBirthday() async throws {
    try await expect(
      "1007",
      """
      CHILD | DOB        | IN_TOUCH | ACTIV | ACCOM |
      A     | 01/02/2008 | YES      | F1    | B1    | ✗
      B     | 01/02/2008 | YES      | F1    | B1    |
      C     | 01/02/2009 | YES      | F1    | B1    | ✗
      D     | 01/02/2007 | YES      | F1    | B1    |
      E     | 01/02/2008 |          |       |       |
      F     |            | YES      | F1    | B1    |
      G     | 29/02/2008 | YES      | F1    | B1    | ✗
      H     | 01/02/2010 | YES      | F1    | B1    |
      I     | 31/03/2008 | YES      | F1    | B1    |
      Episodes
      CHILD | DECOM      | DEC        |
      A     | 01/02/2026 | 02/02/2026 |
      B     | 01/02/2025 | 01/02/2026 |
      C     | 01/02/2025 |            |
      D     | 01/02/2025 |            |
      E     | 01/02/2025 |            |
      F     | 01/02/2025 |            |
      G     | 28/02/2026 | 01/03/2026 |
      H     | 01/02/2025 |            |
      I     | 01/04/2026 |            |
      """)
  }

  @Test("1010 fails one whom last year's return left in care and who has no episode this year")
  func leftOpen() async throws {
    try await expect(
      "1010",
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | YES      | F1    | B1    | ✗
      B     | YES      | F1    | B1    |
      C     | YES      | F1    | B1    |
      D     | YES      | F1    | B1    |
      E     | YES      | F1    | B1    |
      Episodes
      CHILD | DECOM      |
      B     | 01/02/2025 |
      Episodes_last
      CHILD | DECOM      | DEC        |
      A     | 01/04/2024 | 01/02/2025 |
      A     | 01/02/2025 |            |
      E     | 01/02/2025 | in March   |
      B     | 01/02/2025 |            |
      C     | 01/02/2025 | 31/03/2025 |
      """)
  }

  @Test("1011 fails one whose last episode ended with a transfer; a start that is no date stops no one")
  func transferred() async throws {
    try await expect(
      "1011",
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | YES      | F1    | B1    | ✗
      B     | YES      | F1    | B1    |
      C     |          |       |       |
      D     | YES      | F1    | B1    |
      Episodes
      CHILD | DECOM      | REC |
      A     | 01/06/2025 | E3  |
      A     | 01/05/2025 | X1  |
      B     | 01/05/2025 | E3  |
      B     | 01/06/2025 |     |
      C     | 01/06/2025 | E3  |
      D     | unknown    | E3  |
      """)
  }

  @Test("1016 fails one who left care on or after the last birthday, counted by the calendar, from 2023/24")
  func leftAfterBirthday() async throws {
    try await expect(
      "1016",
      """
      CHILD | DOB        | IN_TOUCH | ACTIV | ACCOM |
      A     | 01/02/2008 | YES      | F1    | B1    | ✗
      B     | 01/02/2008 | YES      | F1    | B1    |
      C     | 31/03/2009 | YES      | F1    | B1    | ✗
      D     | 01/04/2009 | YES      | F1    | B1    |
      E     | 01/02/2008 |          |       |       |
      F     | 01/02/2008 | YES      | F1    | B1    |
      G     | 01/02/2007 | YES      | F1    | B1    |
      Episodes
      CHILD | DEC        |
      A     | 01/02/2026 |
      B     | 31/01/2026 |
      C     | 31/03/2026 |
      D     | 31/03/2026 |
      E     | 01/02/2026 |
      F     |            |
      G     | 01/03/2026 |
      """)
    #expect(LookedAfterRules.book(for: 2023)?.rule("1016") == nil)
  }

  @Test("of an episode in both years, the version that has ended counts, and an open episode counts if it is the last")
  func daysLookedAfter() {
    let text = TablesInText(
      """
      CHILD | DECOM      | DEC        | LS |
      A     | 01/03/2025 | 11/04/2025 | C2 |
      A     | 01/06/2025 |            | C2 |
      A     | 01/07/2025 | 02/07/2025 | V3 |
      A     | 21/03/2026 |            |    |
      A     | unknown    | 31/03/2026 | C2 |
      Episodes_last
      CHILD | DECOM      | DEC        | LS |
      A     | 01/03/2025 |            | C2 |
      A     | 01/01/2025 | 01/02/2025 | C2 |
      """, firstTable: .episodes)
    let collection = LookedAfterReturn(
      year: 2026, authority: nil, tables: text.tables, lastYear: text.lastYear)
    let child = Child(collection, number: 0)
    #expect(child.episodesOfBothYears.count == 5)
    #expect(child.daysLookedAfter(since: .day(1, 1, 2020)) == 31 + 41 + 10)
    #expect(child.daysLookedAfter(since: .day(1, 4, 2025)) == 10 + 10)
    #expect(child.daysLookedAfter(since: .missing) == 31 + 41 + 10)
  }
}
