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
}
