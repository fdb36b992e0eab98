import KithReturns
import Testing

@testable import KithRules

@Suite("Rules on deprivation of liberty orders, from 2026/27")
struct DeprivationOfLibertyRuleTests {
  @Test("no year before 2026/27 has a rule on orders")
  func years() throws {
    let codes = Set(deprivationOfLibertyRules.map(\.code))
    #expect(codes.count == 11)
    for year in LookedAfterRules.years {
      let book = try #require(LookedAfterRules.book(for: year))
      #expect(book.rules.filter { codes.contains($0.code) }.count == (year >= 2027 ? 11 : 0))
    }
  }

  @Test("700 fails a start that is blank or not a date")
  func startFormat() async throws {
    try await expect(
      "700", year: 2027,
      """
      CHILD | DOLO_START |
      A     |            | ✗
      A     | 31/02/2026 | ✗
      A     | 1/5/2026   |
      """)
  }

  @Test("701 fails an end that is not a date, and no blank")
  func endFormat() async throws {
    try await expect(
      "701", year: 2027,
      """
      CHILD | DOLO_END   |
      A     | 31/02/2026 | ✗
      A     | unknown    | ✗
      A     | 1/5/2026   |
      A     |            |
      """)
  }

  @Test("702 fails an order that ends on or before the day on which it starts")
  func reversed() async throws {
    try await expect(
      "702", year: 2027,
      """
      CHILD | DOLO_START | DOLO_END   |
      A     | 02/05/2026 | 01/05/2026 | ✗
      A     | 02/05/2026 | 02/05/2026 | ✗
      A     | 02/05/2026 | 03/05/2026 |
      A     | 02/05/2026 |            |
      """)
  }

  @Test("703 fails an order that starts after the year ended")
  func afterYear() async throws {
    try await expect(
      "703", year: 2027,
      """
      CHILD | DOLO_START |
      A     | 01/04/2027 | ✗
      A     | 31/03/2027 |
      A     |            |
      """)
  }

  @Test("704 fails an order that ends outside the year")
  func endOutsideYear() async throws {
    try await expect(
      "704", year: 2027,
      """
      CHILD | DOLO_END   |
      A     | 31/03/2026 | ✗
      A     | 01/04/2026 |
      A     | 31/03/2027 |
      A     | 01/04/2027 | ✗
      A     |            |
      """)
  }

  @Test("705 fails an order that starts before the last one ended, whichever of the two ended first")
  func overlap() async throws {
    try await expect(
      "705", year: 2027,
      """
      CHILD | DOLO_START | DOLO_END   |
      A     | 01/05/2026 | 05/05/2026 |
      A     | 04/05/2026 |            | ✗
      B     | 01/05/2026 | 05/05/2026 |
      B     | 05/05/2026 | 06/05/2026 |
      C     | 01/05/2026 |            |
      C     | 09/05/2026 | 10/05/2026 | ✗
      D     | 03/05/2026 | 10/05/2026 |
      D     | 04/05/2026 | 04/05/2026 | ✗
      E     |            |            |
      E     | 01/05/2026 |            |
      """)
  }

  @Test("706 fails the child whose order was left open last year, and last year's row with it")
  func carriedForward() async throws {
    try await expect(
      "706", year: 2027,
      """
      Header
      CHILD |
      A     |
      B     | ✗
      C     | ✗
      E     |
      DoLo
      CHILD | DOLO_START |
      A     | 1/3/2026   |
      B     | 02/03/2026 |
      DoLo_last
      CHILD | DOLO_START | DOLO_END   |
      A     | 01/03/2026 |            |
      B     | 01/03/2026 |            | ✗
      C     | 01/03/2026 |            | ✗
      D     | 01/03/2026 |            | ✗
      E     | 01/03/2026 | 20/03/2026 |
      E     |            |            |
      """)
  }

  @Test("706 names the row of last year as last year's, and cannot be checked without last year's orders")
  func lastYearsRow() async throws {
    let rule = try #require(LookedAfterRules.book(for: 2027)?.rule("706"))
    let book = RuleBook([rule], year: 2027)
    let text = TablesInText(
      """
      DoLo
      CHILD | DOLO_START |
      DoLo_last
      CHILD | DOLO_START | DOLO_END |
      A     | 01/03/2026 |          |
      B     | soon       |          |
      """, firstTable: .deprivationsOfLiberty)
    let check = await book.check(
      LookedAfterReturn(year: 2027, authority: nil, tables: text.tables, lastYear: text.lastYear))
    let row = RowReference(table: .deprivationsOfLiberty, isLastYear: true, row: 0, fields: [.orderStart])
    #expect(check.findings.map(\.row) == [row])
    #expect(check.notRun.map(\.rows) == [[1]] && check.notRun.allSatisfy(\.isLastYear))

    let alone = await book.check(LookedAfterReturn(year: 2027, authority: nil, tables: text.tables))
    #expect(alone.notRun.map(\.reason) == [.noLastYear(.deprivationsOfLiberty)])
  }

  @Test("707 fails an order that goes on, or ends, after care ended")
  func openAfterCare() async throws {
    try await expect(
      "707", year: 2027,
      """
      CHILD | DOLO_START | DOLO_END   |
      A     | 05/05/2026 |            | ✗
      A     | 05/05/2026 | 10/05/2026 |
      A     | 05/05/2026 | 11/05/2026 | ✗
      A     |            | 11/05/2026 |
      B     | 05/05/2026 |            |
      X     | 05/05/2026 |            |
      Episodes
      CHILD | DECOM      | DEC
      A     | 01/05/2026 | 10/05/2026
      B     | 01/05/2026 |
      """)
  }

  @Test("708 fails an order that starts on or before the day of birth")
  func beforeBirth() async throws {
    try await expect(
      "708", year: 2027,
      """
      CHILD | DOB        | DOLO_START |
      A     | 01/05/2015 | 30/04/2015 | ✗
      A     | 01/05/2015 | 01/05/2015 | ✗
      A     | 01/05/2015 | 02/05/2015 |
      A     |            | 02/05/2015 |
      """)
  }

  @Test("709 fails an order and each placement under it where such orders are not expected")
  func unexpectedPlacement() async throws {
    try await expect(
      "709", year: 2027,
      """
      CHILD | DOLO_START | DOLO_END   |
      A     | 10/05/2026 | 20/05/2026 | ✗
      B     | 10/05/2026 | 20/05/2026 | ✗
      C     | 11/05/2026 | 20/05/2026 |
      D     | 10/05/2026 |            |
      E     | 10/05/2026 | 20/05/2026 |
      Episodes
      CHILD | DECOM      | DEC        | PLACE |
      A     | 01/05/2026 | 09/05/2026 | U4    |
      A     | 09/05/2026 | 12/05/2026 | R1    | ✗
      A     | 12/05/2026 | 14/05/2026 | K2    |
      A     | 14/05/2026 | 16/05/2026 | Z12   |
      A     | 16/05/2026 | 20/05/2026 | Z13   |
      A     | 20/05/2026 |            | Z11   | ✗
      B     | 01/05/2026 | 10/05/2026 | U4    | ✗
      C     | 01/05/2026 | 10/05/2026 | U4    |
      D     | 01/05/2026 |            | U4    |
      E     | 01/05/2026 |            |       |
      """)
  }

  @Test("710 fails an order and each placement under it where there can be none")
  func barredPlacement() async throws {
    try await expect(
      "710", year: 2027,
      """
      CHILD | DOLO_START | DOLO_END   |
      A     | 10/05/2026 | 20/05/2026 | ✗
      B     | 10/05/2026 |            |
      C     | 10/05/2026 | 20/05/2026 |
      Episodes
      CHILD | DECOM      | DEC        | PLACE |
      A     | 01/05/2026 | 12/05/2026 | K1    | ✗
      A     | 12/05/2026 | 14/05/2026 | P1    | ✗
      A     | 14/05/2026 | 16/05/2026 | R5    | ✗
      A     | 16/05/2026 | 20/05/2026 | K2    |
      A     | 20/05/2026 | 21/05/2026 | K3    | ✗
      A     | 21/05/2026 |            | K3    |
      B     | 01/05/2026 |            | K1    |
      C     | 01/05/2026 |            |       |
      """)
  }
}
