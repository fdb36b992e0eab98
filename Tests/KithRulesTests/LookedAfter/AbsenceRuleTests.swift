import Testing

@testable import KithRules

@Suite("Rules on times missing or away")
struct AbsenceRuleTests {
  @Test("564 fails a child given as missing or away without a start")
  func startBlank() async throws {
    try await expect(
      "564",
      """
      CHILD | MISSING | MIS_START  |
      A     | M       |            | ✗
      A     | A       |            | ✗
      A     | M       | 01/05/2025 |
      A     | M       | soon       |
      A     | X       |            |
      A     |         |            |
      """)
  }

  @Test("565 fails a start that does not say whether the child was missing or away")
  func kindOfStart() async throws {
    try await expect(
      "565",
      """
      CHILD | MISSING | MIS_START  |
      A     |         | 01/05/2025 | ✗
      A     |         | soon       | ✗
      A     | A       | 01/05/2025 |
      A     | X       | 01/05/2025 |
      A     |         |            |
      """)
  }

  @Test("566 fails an end that does not say whether the child was missing or away")
  func kindOfEnd() async throws {
    try await expect(
      "566",
      """
      CHILD | MISSING | MIS_END    |
      A     |         | 01/05/2025 | ✗
      A     |         | soon       | ✗
      A     | A       | 01/05/2025 |
      A     |         |            |
      """)
  }

  @Test("567 fails a time that ends before it starts")
  func reversed() async throws {
    try await expect(
      "567",
      """
      CHILD | MIS_START  | MIS_END    |
      A     | 02/05/2025 | 01/05/2025 | ✗
      A     | 02/05/2025 | 02/05/2025 |
      A     | 02/05/2025 | 03/05/2025 |
      A     | 02/05/2025 |            |
      """)
  }

  @Test("570 fails a time that starts after the year ended")
  func afterYear() async throws {
    try await expect(
      "570",
      """
      CHILD | MIS_START  |
      A     | 01/04/2026 | ✗
      A     | 31/03/2026 |
      A     |            |
      """)
  }

  @Test("571 fails a time that ends outside the year")
  func endOutsideYear() async throws {
    try await expect(
      "571",
      """
      CHILD | MIS_END    |
      A     | 31/03/2025 | ✗
      A     | 01/04/2025 |
      A     | 31/03/2026 |
      A     | 01/04/2026 | ✗
      A     |            |
      """)
  }

  @Test("574 fails a time that starts before the last one ended, whichever of the two ended first")
  func overlap() async throws {
    try await expect(
      "574",
      """
      CHILD | MIS_START  | MIS_END    |
      A     | 01/05/2025 | 05/05/2025 |
      A     | 04/05/2025 |            | ✗
      B     | 01/05/2025 | 05/05/2025 |
      B     | 05/05/2025 | 06/05/2025 |
      C     | 01/05/2025 |            |
      C     | 09/05/2025 | 10/05/2025 | ✗
      D     | 10/05/2025 |            |
      D     | 01/05/2025 | 10/05/2025 |
      E     |            | 10/05/2025 |
      E     | 01/05/2025 |            |
      """)
  }

  @Test("575 fails an open time whose placement ended; a change of legal status ends no placement")
  func placementEnded() async throws {
    try await expect(
      "575",
      """
      CHILD | MIS_START  | MIS_END    |
      A     | 03/05/2025 |            | ✗
      A     | 03/05/2025 | 09/05/2025 |
      A     | 03/05/2025 | soon       |
      A     | 10/05/2025 |            |
      A     | 11/05/2025 |            |
      A     |            |            |
      B     | 03/05/2025 |            |
      C     | 10/05/2025 |            | ✗
      D     | 03/05/2025 |            | ✗
      E     | 03/05/2025 |            |
      Episodes
      CHILD | DECOM      | DEC        | RNE
      A     | 01/05/2025 | 10/05/2025 | S
      A     | 10/05/2025 |            | P
      B     | 01/05/2025 | 10/05/2025 | S
      B     | 10/05/2025 |            | L
      C     | 01/05/2025 | 10/05/2025 | S
      D     | 01/05/2025 | 10/05/2025 | S
      D     | 10/05/2025 | 20/05/2025 | L
      D     | 20/05/2025 |            | B
      """)
  }

  @Test("576 fails this year's first time that does not go on with last year's, and a child who has none")
  func carriedForward() async throws {
    try await expect(
      "576",
      """
      CHILD | MIS_START  | MIS_END    |
      A     | 20/03/2025 | 02/04/2025 |
      B     | 21/03/2025 | 02/04/2025 | ✗
      B     | 05/05/2025 |            |
      C     |            |            | ✗
      F     | 05/05/2025 |            |
      Header
      CHILD |
      A     |
      B     |
      D     | ✗
      F     |
      G     |
      Missing_last
      CHILD | MIS_START  | MIS_END    |
      A     | 20/03/2025 |            |
      B     | 20/03/2025 |            |
      C     | 20/03/2025 |            |
      D     | 20/03/2025 |            | ✗
      E     | 20/03/2025 |            | ✗
      F     | 20/03/2025 | 25/03/2025 |
      G     |            |            |
      """)
  }

  @Test("577 fails a time that goes on, or ends, after care ended")
  func openAfterCare() async throws {
    try await expect(
      "577",
      """
      CHILD | MIS_START  | MIS_END    |
      A     | 05/05/2025 |            | ✗
      A     | 05/05/2025 | 10/05/2025 |
      A     | 05/05/2025 | 11/05/2025 | ✗
      A     |            | 11/05/2025 |
      B     | 05/05/2025 | 05/06/2025 |
      B     | 05/05/2025 | 25/05/2025 | ✗
      B     | 02/06/2025 |            |
      B     | 25/05/2025 |            | ✗
      X     | 05/05/2025 |            |
      Episodes
      CHILD | DECOM      | DEC
      A     | 01/05/2025 | 10/05/2025
      B     | 01/05/2025 | 08/05/2025
      B     | 08/05/2025 | 20/05/2025
      B     | 01/06/2025 |
      """)
  }

  @Test("578 fails a time that starts after care ended, and not one that starts before care")
  func startsAfterCare() async throws {
    try await expect(
      "578",
      """
      CHILD | MIS_START  |
      A     | 11/05/2025 | ✗
      A     | 10/05/2025 |
      A     | 30/04/2025 |
      A     |            |
      B     | 25/05/2025 | ✗
      B     | 01/06/2025 |
      B     | 08/05/2025 |
      X     | 05/05/2025 |
      Episodes
      CHILD | DECOM      | DEC
      A     | 01/05/2025 | 10/05/2025
      B     | 01/05/2025 | 08/05/2025
      B     | 08/05/2025 | 20/05/2025
      B     | 01/06/2025 |
      """)
  }

  @Test("580 fails an episode that ended at 18 with the time missing, unless its reason is E8")
  func eighteenth() async throws {
    try await expect(
      "580",
      """
      Episodes
      CHILD | DEC        | REC |
      A     | 10/05/2025 | E5  | ✗
      A     | 10/05/2025 |     | ✗
      A     | 10/05/2025 | E8  |
      A     | 11/05/2025 | E5  |
      A     |            |     |
      B     | 10/05/2025 | E5  |
      Missing
      CHILD | DOB        | MIS_END
      A     | 10/05/2007 | 10/05/2025
      B     | 10/05/2007 | 09/05/2025
      B     | 11/05/2007 | 10/05/2025
      B     | 10/05/2007 |
      """)
  }

  @Test("581 fails a time that starts before care began, and not one that starts after it or on no readable day")
  func startsBeforeCare() async throws {
    try await expect(
      "581",
      """
      CHILD | MIS_START  |
      A     | 30/04/2025 | ✗
      A     | 01/05/2025 |
      A     | 11/05/2025 |
      A     |            |
      A     | soon       |
      X     | 30/04/2025 |
      Episodes
      CHILD | DECOM
      A     | 05/05/2025
      A     | 01/05/2025
      """)
  }

  @Test("586 fails a time that starts on or before the day of birth")
  func beforeBirth() async throws {
    try await expect(
      "586",
      """
      CHILD | DOB        | MIS_START  |
      A     | 01/05/2015 | 30/04/2015 | ✗
      A     | 01/05/2015 | 01/05/2015 | ✗
      A     | 01/05/2015 | 02/05/2015 |
      A     | 01/05/2015 |            |
      A     |            | 02/05/2015 |
      """)
  }

  @Test("1004 fails a start that is blank or not a date")
  func startFormat() async throws {
    try await expect(
      "1004",
      """
      CHILD | MIS_START  |
      A     |            | ✗
      A     | 31/02/2025 | ✗
      A     | 2025-05-01 | ✗
      A     | 1/5/2025   |
      """)
  }

  @Test("1005 fails an end that is not a date, and no blank")
  func endFormat() async throws {
    try await expect(
      "1005",
      """
      CHILD | MIS_END    |
      A     | 31/02/2025 | ✗
      A     | 2025-05-01 | ✗
      A     | 1/5/2025   |
      A     |            |
      """)
  }

  @Test("1006 fails a kind that is neither missing nor away")
  func kindCode() async throws {
    try await expect(
      "1006",
      """
      CHILD | MISSING |
      A     | X       | ✗
      A     | MA      | ✗
      A     | M       |
      A     | a       |
      A     |         |
      """)
  }
}
