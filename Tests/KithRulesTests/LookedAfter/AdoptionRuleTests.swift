import KithReturns
import KithTables
import Testing

@testable import KithRules

@Suite("Rules on AD1 and adoptive placements")
struct AdoptionRuleTests {
  @Test("112, 113, 114, 175, 176 and 177 fail what cannot be read, and not what is blank")
  func formats() async throws {
    let rows = [
      ("112", "DATE_INT", "01/05/2025", "31/04/2025"), ("113", "DATE_MATCH", "1/5/2025", "2025-05-01"),
      ("114", "FOSTER_CARE", "0", "2"), ("175", "NB_ADOPTR", "2", "3"), ("176", "SEX_ADOPTR", "mf", "FM"),
      ("177", "LS_ADOPTR", "L11", "L1"),
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

  @Test("151 fails a row that has some of the six items, and none that has all or none")
  func partOfAdoption() async throws {
    try await expect(
      "151",
      """
      CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR |
      A     | 01/05/2025 | 01/06/2025 | 0           | 1         | F1         | L0        |
      B     | 01/05/2025 | 01/06/2025 | 0           | 1         | F1         |           | ✗
      C     |            |            | 0           |           |            |           | ✗
      D     | soon       | 01/06/2025 | 0           | 1         | F1         | L0        |
      E     |            |            |             |           |            |           |
      """)
  }

  @Test("331 fails a match later than the start of the episode that ends in adoption, with the episode")
  func matchedLate() async throws {
    try await expect(
      "331",
      """
      CHILD | DATE_MATCH |
      A     | 02/06/2025 | ✗
      B     | 01/06/2025 |
      C     | 02/06/2025 |
      D     |            |
      Episodes
      CHILD | DECOM      | REC |
      A     | 01/04/2025 | X1  |
      A     | 01/06/2025 | E12 | ✗
      B     | 01/06/2025 | E11 |
      C     | 01/06/2025 | E2  |
      D     | 01/06/2025 | E11 |
      """)
  }

  @Test("333 fails a match with no decision or an earlier match than decision")
  func decidedLate() async throws {
    try await expect(
      "333",
      """
      CHILD | DATE_INT   | DATE_MATCH |
      A     | 02/06/2025 | 01/06/2025 | ✗
      B     | 01/06/2025 | 01/06/2025 |
      C     |            | 01/06/2025 | ✗
      D     | 31/06/2025 | 01/06/2025 | ✗
      E     | 02/06/2025 |            |
      """)
  }

  @Test("334 fails a decision before the last start of care, with that episode; a start that is no date stops no one")
  func decidedBeforeCare() async throws {
    try await expect(
      "334",
      """
      CHILD | DATE_INT   |
      A     | 31/05/2025 | ✗
      B     | 01/06/2025 |
      C     | 31/03/2024 |
      D     |            |
      E     | 31/05/2025 |
      Episodes
      CHILD | DECOM      | RNE |
      A     | 01/04/2024 | S   |
      A     | 01/06/2025 | S   | ✗
      A     | 01/07/2025 | L   |
      B     | 01/06/2025 | S   |
      C     | 01/06/2025 | P   |
      D     | 01/06/2025 | S   |
      E     | 31/06/2025 | S   |
      """)
  }

  @Test("335 fails a foster carer's adoption after a placement with others, and the other way about")
  func fosterCarer() async throws {
    try await expect(
      "335",
      """
      CHILD | FOSTER_CARE |
      A     | 0           | ✗
      B     | 1           |
      C     | 1           | ✗
      D     | 0           |
      E     |             |
      F     | 1           |
      Episodes
      CHILD | PLACE | REC |
      A     | A3    | E11 | ✗
      B     | A5    | E12 |
      C     | A6    | E12 | ✗
      D     | A4    | E11 |
      E     | A4    | E11 |
      F     | A4    | X1  |
      """)
  }

  @Test("336 fails A3 or A5, adoption by current foster carers, where the placement before was no foster placement")
  func noFosterPlacement() async throws {
    try await expect(
      "336",
      """
      CHILD | DECOM      | PLACE |
      A     | 01/04/2025 | K2    |
      A     | 01/05/2025 | A3    | ✗
      B     | 01/04/2025 |       |
      B     | 01/05/2025 | A5    | ✗
      C     | 01/04/2025 | U3    |
      C     | 01/05/2025 | A5    |
      C     | 01/06/2025 | A3    |
      D     | 01/04/2025 | K2    |
      D     | 01/05/2025 | A4    |
      E     | 01/05/2025 | A3    |
      F     | 31/06/2025 | K2    |
      """)
  }

  @Test("511, 514, 517, 518, 519, 520 and 524 fail adopters whose number, sex and status do not fit together")
  func adopters() async throws {
    try await expect(
      "511",
      """
      CHILD | NB_ADOPTR | SEX_ADOPTR |
      A     | 2         | F1         | ✗
      B     | 2         | MF         |
      C     | 1         | M1         |
      D     | 2         |            |
      """)
    let rows = [
      ("514", "L0", "M1", "MM"), ("517", "L3", "MF", "FF"), ("518", "L4", "FF", "MF"), ("519", "L2", "MF", "F1"),
      ("520", "L11", "MF", "MM"), ("524", "L12", "MM", "MF"),
    ]
    for (code, status, fits, other) in rows {
      try await expect(
        code,
        """
        CHILD | LS_ADOPTR | SEX_ADOPTR |
        A     | \(status) | \(fits)    |
        B     | \(status) | \(other)   | ✗
        C     | \(status) |            | ✗
        D     |           | \(other)   |
        E     | XX        | \(other)   |
        """)
    }
  }

  @Test("521 fails a decision later than an adoptive placement, with each such placement")
  func decidedAfterPlacement() async throws {
    try await expect(
      "521",
      """
      CHILD | DATE_INT   |
      A     | 02/06/2025 | ✗
      B     | 01/06/2025 |
      C     | 02/06/2025 |
      D     |            |
      Episodes
      CHILD | DECOM      | PLACE |
      A     | 01/06/2025 | A4    | ✗
      A     | 01/05/2025 | A4    | ✗
      A     | 01/04/2025 | U3    |
      B     | 01/06/2025 | A3    |
      C     | 01/06/2025 | U3    |
      D     | 01/06/2025 | A4    |
      """)
  }

  @Test("582 fails an adoption on the day of the match, however the two days are written, with the row of AD1")
  func matchedAndAdopted() async throws {
    try await expect(
      "582",
      """
      CHILD | DEC        | REC |
      A     | 01/06/2025 | E11 | ✗
      B     | 02/06/2025 | E12 |
      C     | 01/06/2025 | X1  |
      D     |            | E11 |
      AD1
      CHILD | DATE_MATCH |
      A     | 1/6/2025   | ✗
      B     | 01/06/2025 |
      C     | 01/06/2025 |
      D     |            |
      """)
  }

  @Test("601 fails an adoption in the year of which AD1 lacks an item or has no row")
  func adoptedWithoutItems() async throws {
    try await expect(
      "601",
      """
      CHILD | DEC        | REC |
      A     | 01/04/2025 | E11 | ✗
      B     | 31/03/2026 | E12 |
      C     | 31/03/2025 | E12 |
      D     | 01/06/2025 | E11 | ✗
      E     |            | E11 |
      F     | 01/06/2025 | E4A |
      AD1
      CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR |
      A     | 01/05/2024 | 01/06/2024 | 0           | 1         | F1         |           | ✗
      B     | 01/05/2025 | 01/06/2025 | 0           | 1         | F1         | L0        |
      C     |            |            |             |           |            |           |
      E     |            |            |             |           |            |           |
      F     |            |            |             |           |            |           |
      """)
  }

  @Test("602 fails items of an adoption where no episode ends with one in the year")
  func itemsWithoutAdoption() async throws {
    try await expect(
      "602",
      """
      CHILD | DATE_INT | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR |
      A     |          |            | 0           |           |            |           | ✗
      B     |          |            | 0           |           |            |           |
      C     |          |            | 0           |           |            |           | ✗
      D     |          |            |             |           |            |           |
      E     |          |            |             | 1         |            |           | ✗
      Episodes
      CHILD | DEC        | REC |
      A     | 01/06/2025 | E4A |
      B     | 31/03/2026 | E11 |
      C     | 01/04/2026 | E12 |
      """)
  }

  @Test("the last of a child's episodes is the one that starts last, and of those that start on one day ends last")
  func lastEpisode() {
    let text = TablesInText(
      """
      CHILD | DECOM      | REC | DEC        |
      A     | 01/06/2025 | X1  |            |
      A     | 01/06/2025 | E8  | 02/06/2025 |
      A     | 01/05/2025 | E4A | 01/06/2025 |
      A     | unknown    | E3  |            |
      B     |            | E8  |            |
      """, firstTable: .episodes)
    let collection = LookedAfterReturn(year: 2026, authority: nil, tables: text.tables)
    let (a, b) = (Child(collection, number: 0), Child(collection, number: 1))
    #expect(a.lastEpisode()?.row == 0)
    #expect(a.lastEpisode { $0.endReason.isMissingOrNot(.x1) }?.row == 1)
    #expect(a.firstEpisode { _ in true }?.row == 2)
    #expect(b.lastEpisode() == nil)
  }
}
