import Testing

@testable import KithRules

@Suite("Rules on earlier permanence arrangements")
struct PreviousPermanenceRuleTests {
  @Test("630 fails a start of care in the year without the whole of an earlier arrangement")
  func incomplete() async throws {
    try await expect(
      "630",
      """
      CHILD | DECOM      | RNE |
      A     | 01/04/2025 | S   | ✗
      B     | 01/04/2025 | S   |
      C     | 01/04/2025 | S   |
      D     | 01/04/2025 | S   | ✗
      E     | 01/04/2025 | S   | ✗
      F     | 01/04/2025 | S   | ✗
      G     | 31/03/2025 | S   |
      H     | 01/04/2025 | L   |
      I     |            | S   |
      PrevPerm
      CHILD | PREV_PERM | LA_PERM | DATE_PERM  |
      B     | Z1        |         |            |
      C     | P1        | 352     | 01/05/2020 |
      D     | P1        |         | 01/05/2020 |
      E     | P2        | 352     |            |
      F     |           | 352     | 01/05/2020 |
      """)
  }

  @Test("631 fails an arrangement that is no code")
  func code() async throws {
    try await expect(
      "631",
      """
      CHILD | PREV_PERM |
      A     | P5        | ✗
      B     | P4        |
      C     | Z1        |
      D     |           |
      """)
  }

  @Test("632 fails a date that is none, or that may be as late as the child's first episode")
  func orderDate() async throws {
    try await expect(
      "632",
      """
      CHILD | DATE_PERM  |
      A     | 01/05/2025 | ✗
      B     | 30/04/2025 |
      C     | ZZ/05/2025 | ✗
      D     | ZZ/04/2025 |
      E     | ZZ/ZZ/ZZZZ |
      F     | unknown    | ✗
      G     |            |
      H     | unknown    |
      Episodes
      CHILD | DECOM      |
      A     | 01/06/2025 |
      A     | 01/05/2025 | ✗
      B     | 01/05/2025 |
      C     | 31/05/2025 | ✗
      D     | 01/05/2025 |
      E     | 01/05/2025 |
      F     | 01/05/2025 | ✗
      G     | 01/05/2025 |
      H     |            |
      """)
  }

  @Test("632 takes a day of an unknown month for that day in December")
  func unknownMonth() async throws {
    try await expect(
      "632",
      """
      CHILD | DATE_PERM  |
      A     | 12/ZZ/2024 |
      B     | 12/ZZ/2024 | ✗
      Episodes
      CHILD | DECOM      |
      A     | 13/12/2024 |
      B     | 12/12/2024 | ✗
      """)
  }

  @Test("634 fails an arrangement of a child whose last start was before 1 April 2016")
  func beforeCollected() async throws {
    try await expect(
      "634",
      """
      CHILD | PREV_PERM | LA_PERM | DATE_PERM  |
      A     | P1        |         |            | ✗
      B     |           | 352     |            |
      C     |           |         | 01/05/2010 | ✗
      D     |           |         |            |
      E     | Z1        |         |            |
      F     | Z1        |         |            |
      Episodes
      CHILD | DECOM      |
      A     | 31/03/2016 | ✗
      A     | 01/05/2015 | ✗
      B     | 01/04/2016 |
      B     | 01/05/2015 |
      C     | 31/03/2016 | ✗
      D     | 31/03/2016 |
      E     | 01/05/2020 |
      """)
  }

  @Test("635 fails details of an arrangement whose code is blank, or says that there was none")
  func detailsOfNone() async throws {
    try await expect(
      "635",
      """
      CHILD | PREV_PERM | LA_PERM | DATE_PERM  |
      A     |           | 352     |            | ✗
      B     | Z1        |         | 01/05/2010 | ✗
      C     | P1        | 352     | 01/05/2010 |
      D     | Z1        |         |            |
      E     |           |         |            |
      """)
  }
}
