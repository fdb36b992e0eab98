import KithReturns
import KithTables
import Testing

@testable import KithRules

@Suite("Rules on decisions to place for adoption")
struct AdoptionDecisionRuleTests {
  @Test("115, 116 and 120 fail what cannot be read, and not what is blank")
  func formats() async throws {
    let rows = [
      ("115", "DATE_PLACED", "01/05/2025", "May 2025"), ("116", "DATE_PLACED_CEASED", "29/02/2024", "29/02/2025"),
      ("120", "REASON_PLACED_CEASED", "RD4", "RD5"),
    ]
    for (code, field, good, bad) in rows {
      try await expect(
        code,
        """
        CHILD | \(field) |
        A     | \(good)  |
        B     | \(bad)   | ✗
        C     |          |
        """)
    }
  }

  @Test("117 fails a day after the year or after leaving care, and tests the year's end where no one left care")
  func laterThanCare() async throws {
    try await expect(
      "117",
      """
      CHILD | DATE_PLACED | DATE_PLACED_CEASED |
      A     | 01/06/2025  | 02/07/2025         | ✗
      B     | 01/07/2025  |                    |
      C     | 01/04/2026  |                    | ✗
      D     | 31/03/2026  |                    |
      E     | 01/04/2026  |                    | ✗
      F     | 02/06/2025  |                    |
      G     |             |                    |
      H     |             | 01/04/2026         | ✗
      Episodes
      CHILD | DECOM      | DEC        | REC |
      A     | 01/04/2025 | 01/05/2025 | X1  |
      A     | 01/05/2025 | 01/07/2025 | E4A | ✗
      B     | 01/05/2025 | 01/07/2025 | E4A |
      C     | 01/05/2025 |            |     | ✗
      D     | 01/05/2025 |            |     |
      E     | 01/05/2025 | 01/06/2025 | X1  |
      F     | 01/05/2025 | 01/06/2025 | X1  |
      G     | 01/05/2025 | 01/06/2025 | E4A |
      """)
  }

  @Test("118 fails a reversal before the year or before care began, with the first episode that is no short break")
  func reversedBeforeCare() async throws {
    try await expect(
      "118",
      """
      CHILD | DATE_PLACED_CEASED |
      A     | 31/03/2025         | ✗
      B     | 01/04/2025         |
      C     | 31/05/2025         | ✗
      D     | 01/06/2025         |
      E     |                    |
      F     | 31/03/2025         |
      Episodes
      CHILD | DECOM      | LS |
      A     | 01/06/2024 | C2 | ✗
      A     | 01/06/2025 | E1 |
      B     | 01/06/2024 | C2 |
      C     | 01/04/2025 | V4 |
      C     | 01/06/2025 |    | ✗
      D     | 01/06/2025 | C2 |
      E     | 01/06/2025 | C2 |
      F     | unknown    | C2 |
      """)
  }

  @Test("119 fails a reversal with a date and no reason, or a reason and no date")
  func halfReversal() async throws {
    try await expect(
      "119",
      """
      CHILD | DATE_PLACED_CEASED | REASON_PLACED_CEASED |
      A     | 01/06/2025         |                      | ✗
      B     |                    | RD1                  | ✗
      C     | 01/06/2025         | RD1                  |
      D     |                    |                      |
      """)
  }

  @Test("184 fails a decision before the day of birth in the header, or where that has none, whatever the row says")
  func decidedBeforeBirth() async throws {
    try await expect(
      "184",
      """
      CHILD | DOB        | DATE_PLACED |
      A     | 02/06/2024 | 01/06/2024  | ✗
      B     | 02/06/2024 | 01/06/2024  |
      C     | 01/06/2024 | 01/06/2024  | ✗
      D     | 02/06/2024 |             |
      E     | 02/06/2024 | 01/06/2024  |
      Header
      CHILD | DOB        |
      A     | 02/06/2024 |
      B     | 01/06/2024 |
      C     |            |
      D     | 02/06/2024 |
      """)
  }

  @Test("522 fails a reversal before the decision")
  func reversedBeforeDecision() async throws {
    try await expect(
      "522",
      """
      CHILD | DATE_PLACED | DATE_PLACED_CEASED |
      A     | 02/06/2025  | 01/06/2025         | ✗
      B     | 01/06/2025  | 01/06/2025         |
      C     |             | 01/06/2025         |
      D     | 01/06/2025  |                    |
      """)
  }

  @Test("523 fails a decision of another day than AD1's, and not one that was reversed and replaced")
  func otherDayThanAD1() async throws {
    try await expect(
      "523",
      """
      CHILD | DATE_PLACED | DATE_PLACED_CEASED |
      A     | 02/06/2025  |                    | ✗
      B     | 1/6/2025    |                    |
      C     | 01/06/2023  | 01/06/2024         |
      C     | 01/06/2025  |                    |
      D     | 01/06/2023  | 01/06/2024         | ✗
      E     |             |                    |
      F     | 01/06/2023  |                    | ✗
      F     | 01/06/2025  |                    |
      AD1
      CHILD | DATE_INT   |
      A     | 01/06/2025 | ✗
      B     | 01/06/2025 |
      C     | 01/06/2025 |
      D     | 01/06/2025 | ✗
      E     | 01/06/2025 |
      F     | 01/06/2025 | ✗
      """)
  }

  @Test("525 fails a reversed decision of a child with items in AD1, and not one that was replaced")
  func reversedAndAdopted() async throws {
    try await expect(
      "525",
      """
      CHILD | DATE_PLACED | DATE_PLACED_CEASED |
      A     | 01/06/2023  | 01/06/2024         | ✗
      B     | 01/06/2023  |                    |
      C     | 01/06/2023  | 01/06/2024         |
      C     | 01/06/2025  |                    |
      D     | 01/06/2023  | 01/06/2024         |
      AD1
      CHILD | DATE_INT | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR |
      A     |          |            |             |           |            | L0        | ✗
      B     |          |            |             |           |            | L0        |
      C     |          |            |             |           |            | L0        |
      D     |          |            |             |           |            |           |
      """)
  }

  @Test("559 fails a decision from before the year that last year's return has not")
  func notInLastYear() async throws {
    try await expect(
      "559",
      """
      CHILD | DATE_PLACED |
      A     | 31/03/2025  | ✗
      B     | 01/04/2025  |
      C     | 31/03/2025  |
      D     | 31/03/2025  | ✗
      E     |             |
      PlacedAdoption_last
      CHILD | DATE_PLACED |
      C     | 01/03/2025  |
      D     |             |
      """)
  }

  @Test("560 fails where last year's standing decision is on no day of this year's, and allows a new one beside it")
  func changedDecision() async throws {
    try await expect(
      "560",
      """
      CHILD | DATE_PLACED | DATE_PLACED_CEASED |
      A     | 02/06/2024  |                    | ✗
      B     | 1/6/2024    |                    |
      C     | 01/06/2024  | 01/06/2025         |
      C     | 01/08/2025  |                    |
      D     | 02/06/2024  |                    |
      E     |             |                    | ✗
      F     | 02/06/2024  |                    |
      PlacedAdoption_last
      CHILD | DATE_PLACED | DATE_PLACED_CEASED |
      A     | 01/06/2024  |                    |
      B     | 01/06/2024  |                    |
      C     | 01/06/2024  |                    |
      D     | 01/06/2024  | 01/01/2025         |
      E     | 01/06/2024  |                    |
      F     |             |                    |
      """)
  }

  @Test("561 fails a decision that last year's return reversed, and 584 one that is not later than that")
  func reversedLastYear() async throws {
    let last = """
      PlacedAdoption_last
      CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED |
      A     | 01/12/2023  | 01/01/2025         | RD1                  |
      B     | 01/12/2023  |                    | RD1                  |
      C     | 01/12/2023  |                    |                      |
      D     | 01/12/2023  | 01/01/2025         | RD1                  |
      E     | 01/12/2023  | 01/01/2025         | RD1                  |
      F     | 01/12/2023  | 01/01/2025         | RD1                  |
      """
    try await expect(
      "561",
      """
      CHILD | DATE_PLACED |
      A     | 01/12/2023  | ✗
      B     | 1/12/2023   | ✗
      C     | 01/12/2023  |
      D     | 30/11/2023  |
      E     | 02/01/2025  |
      F     |             |
      \(last)
      """)
    try await expect(
      "584",
      """
      CHILD | DATE_PLACED |
      E     | 02/01/2025  |
      A     | 01/12/2023  | ✗
      B     | 1/12/2023   | ✗
      C     | 01/12/2023  |
      D     | 30/11/2023  | ✗
      F     |             | ✗
      \(last)
      """)
  }

  @Test("563 fails a reversal, with its date and reason, of a decision without a day")
  func reversalWithoutDecision() async throws {
    try await expect(
      "563",
      """
      CHILD | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED |
      A     |             | 01/06/2025         | RD1                  | ✗
      B     | 01/06/2024  | 01/06/2025         | RD1                  |
      C     |             |                    | RD1                  |
      D     |             |                    |                      |
      """)
  }

  @Test("579 fails a decision made before the last one was reversed, or where that was not")
  func overlapping() async throws {
    try await expect(
      "579",
      """
      CHILD | DATE_PLACED | DATE_PLACED_CEASED |
      A     | 31/12/2024  |                    | ✗
      A     | 01/06/2024  | 01/01/2025         |
      B     | 01/01/2025  |                    |
      B     | 01/06/2024  | 01/01/2025         |
      C     | 01/06/2024  |                    |
      C     | 01/06/2025  |                    | ✗
      D     | 01/06/2024  | 01/01/2025         |
      D     |             |                    |
      """)
  }

  @Test("583 fails an open decision that is not the child's latest, by date and not by the text of the date")
  func earlierOpen() async throws {
    try await expect(
      "583",
      """
      CHILD | DATE_PLACED | DATE_PLACED_CEASED |
      A     | 27/04/2025  |                    | ✗
      A     | 16/06/2025  |                    |
      B     | 27/04/2025  | 01/05/2025         |
      B     | 16/06/2025  |                    |
      C     | 16/06/2025  |                    |
      C     |             |                    | ✗
      D     | 16/06/2025  |                    | ✗
      D     | 16/06/2025  |                    |
      E     |             |                    |
      """)
  }

  @Test("a decision stands from its day to its reversal, and is replaced when it was reversed and a later one made")
  func standing() {
    let text = TablesInText(
      """
      CHILD | DATE_PLACED | DATE_PLACED_CEASED |
      A     | 01/06/2025  | 01/08/2025         |
      A     | 01/09/2025  |                    |
      A     |             | 01/10/2025         |
      B     |             |                    |
      """, firstTable: .placedForAdoption)
    let collection = LookedAfterReturn(year: 2026, authority: nil, tables: text.tables)
    let decisions = (0..<4).map { PlacedForAdoption(collection, row: $0) }
    #expect(decisions.map(\.isLatest) == [false, true, true, true])
    #expect(decisions.map(\.isReplaced) == [true, false, false, false])
    #expect(decisions.map { $0.stands(on: .day(1, 8, 2025)) } == [true, false, false, false])
    #expect(decisions.map { $0.stands(on: .day(1, 9, 2025)) } == [false, true, false, false])
    #expect(decisions[0].stands(on: .day(31, 5, 2025)) == false)
    #expect(decisions[2].child.latestDecision?.row == 1)
    #expect(decisions[3].child.latestDecision?.row == 3)
  }
}
