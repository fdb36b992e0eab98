import KithReturns
import KithTables
import Testing

@testable import KithRules

@Suite("Rules on care leavers")
struct CareLeaverRuleTests {
  @Test("131, 132 and 133 fail what is no code, and what is blank")
  func codes() async throws {
    let rows = [
      ("131", "IN_TOUCH", "RHOM", "Y"), ("132", "ACTIV", "0", "F3"), ("133", "ACCOM", "S2", "S1"),
      ("133", "ACCOM", "T1", "T"),
    ]
    for (code, field, good, bad) in rows {
      try await expect(
        code,
        """
        CHILD | \(field) |
        A     | \(good)  |
        B     | \(bad)   | ✗
        C     |          | ✗
        """)
    }
  }

  @Test("134 fails items of an adoption beside those of a care leaver, in both tables")
  func adoptedCareLeaver() async throws {
    try await expect(
      "134",
      """
      CHILD | DATE_INT | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR |
      A     | soon     |            |             |           |            |           | ✗
      B     |          |            |             | 1         |            |           |
      C     |          |            |             |           |            |           |
      D     |          |            |             | 1         |            |           |
      OC3
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     |          |       | B1    | ✗
      B     |          |       |       |
      C     | YES      | F1    | B1    |
      """)
  }

  @Test("153 fails a row that has some of the three items, and none that has all or none")
  func partOfCareLeaver() async throws {
    try await expect(
      "153",
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | YES      | F1    |       | ✗
      B     | YES      | F1    | B1    |
      C     |          |       |       |
      D     |          | ??    |       | ✗
      """)
  }

  @Test("215 fails a care leaver with an answer in OC2, in both tables, and not one with an SDQ score only")
  func outcomes() async throws {
    try await expect(
      "215",
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | YES      | F1    | B1    | ✗
      B     | YES      | F1    | B1    |
      C     |          |       |       |
      D     | YES      | F1    | B1    |
      OC2
      CHILD | SDQ_SCORE | CONVICTED | HEALTH_CHECK | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | \
      SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED |
      A     |    | 0 |  |   |   |   |   |   |   | ✗
      B     | 12 |   |  |   |   |   |   |   |   |
      C     |    | 0 |  | 1 | 1 | 1 | 0 |   |   |
      """)
  }

  @Test("344 fails an activity or accommodation of one who died or went home, and a blank for either")
  func diedOrHome() async throws {
    try await expect(
      "344",
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | DIED     | F1    | 0     | ✗
      B     | RHOM     | 0     | B1    | ✗
      C     | DIED     | 0     | 0     |
      D     | RHOM     | 0     |       | ✗
      E     | NO       | F1    | B1    |
      F     |          | F1    | B1    |
      """)
  }

  @Test("345 fails an unknown activity or accommodation of one with whom the authority is in touch")
  func inTouch() async throws {
    try await expect(
      "345",
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | YES      | 0     | B1    | ✗
      B     | YES      | F1    | 0     | ✗
      C     | YES      | F1    | B1    |
      D     | YES      |       |       |
      E     | NO       | 0     | 0     |
      """)
  }

  @Test("347 fails a foyer, T1 or T2, of one under 18 when the year began, from 2023/24")
  func foyer() async throws {
    try await expect(
      "347",
      """
      CHILD | DOB        | ACCOM |
      A     | 02/04/2007 | T1    | ✗
      B     | 02/04/2007 | T2    | ✗
      C     | 01/04/2007 | T1    |
      D     | 02/04/2007 | U1    |
      E     |            | T1    |
      F     | 02/04/2007 |       |
      G     | 02/04/2007 | T     |
      """)
    #expect(LookedAfterRules.book(for: 2023)?.rule("347") == nil)
  }

  @Test("348 fails one who died by last year's return and not by this year's, from 2025/26")
  func diedLastYear() async throws {
    try await expect(
      "348",
      """
      CHILD | IN_TOUCH |
      A     | YES      | ✗
      B     |          | ✗
      C     | DIED     |
      D     | YES      |
      E     | YES      |
      OC3_last
      CHILD | IN_TOUCH |
      A     | DIED     |
      B     | DIED     |
      C     | DIED     |
      D     | NO       |
      """)
    #expect(LookedAfterRules.book(for: 2025)?.rule("348") == nil)
  }

  @Test("391 fails a care leaver who is not yet 17 when the year ends")
  func under17() async throws {
    try await expect(
      "391",
      """
      CHILD | DOB        | IN_TOUCH | ACTIV | ACCOM |
      A     | 01/04/2009 | YES      | F1    | B1    | ✗
      B     | 31/03/2009 | YES      | F1    | B1    |
      C     | 01/04/2009 |          |       |       |
      D     |            | YES      | F1    | B1    |
      """)
  }

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

  @Test("1014 fails a care leaver in UASC with no episode in the year, or with none at all, in both tables")
  func unaccompanied() async throws {
    try await expect(
      "1014",
      """
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | YES      | F1    | B1    | ✗
      B     | YES      | F1    | B1    | ✗
      C     | YES      | F1    | B1    |
      D     | YES      | F1    | B1    |
      E     |          |       |       |
      F     | YES      | F1    | B1    |
      UASC
      CHILD | DUC        |
      A     | 01/06/2024 | ✗
      B     |            | ✗
      C     | 01/06/2025 |
      D     | 01/06/2025 |
      E     | 01/06/2024 |
      Episodes
      CHILD | DECOM      | DEC        |
      A     | 01/06/2023 | 31/03/2025 |
      C     | 01/06/2023 | 01/04/2025 |
      D     | 01/06/2023 |            |
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

  @Test("3001 fails Z1 or Z2 for one who turns 17 in the year by any header; two headers stop no one")
  func stayingPut() async throws {
    try await expect(
      "3001",
      """
      CHILD | ACCOM |
      A     | Z1    | ✗
      B     | Z2    | ✗
      C     | Z1    |
      D     | U1    |
      E     | Z1    |
      F     |       |
      Header
      CHILD | DOB        |
      A     | 01/04/2008 |
      A     | 01/04/2008 |
      B     | 31/03/2009 |
      C     | 31/03/2008 |
      D     | 01/04/2008 |
      E     |            |
      F     | 01/04/2008 |
      """)
  }

  @Test("the last birthday at 17 or 18 is on or before the year's end, and is missing at other ages")
  func lastBirthday() {
    let text = TablesInText(
      """
      CHILD | DOB        |
      A     | 31/03/2009 |
      B     | 01/04/2009 |
      C     | 31/03/2008 |
      D     | 31/03/2007 |
      E     | 29/02/2008 |
      F     |            |
      """, firstTable: .oc3s)
    let collection = LookedAfterReturn(year: 2026, authority: nil, tables: text.tables)
    let birthdays = (0..<6).map { OC3(collection, row: $0).lastBirthdayAt17Or18.value }
    #expect(birthdays == [Day(31, 3, 2026), nil, Day(31, 3, 2026), nil, Day(28, 2, 2026), nil])
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
