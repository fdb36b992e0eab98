import Testing

@testable import KithRules

@Suite("Rules on social workers, from 2023/24")
struct SocialWorkerRuleTests {
  @Test("SW01STG1 fails the open episode of a child whose social worker is not given in full")
  func detailsAtYearEnd() async throws {
    try await expect(
      "SW01STG1", year: 2024,
      """
      Episodes
      CHILD | DEC        | LS |
      A     |            | C2 |
      B     |            | C2 | ✗
      C     |            | C2 | ✗
      C     | 01/05/2023 | C2 |
      D     |            | V4 |
      E     |            |    | ✗
      SWEpisodes
      CHILD | SW_ID | SW_DECOM   | SW_REASON
      A     | SW12  | 01/05/2023 | FCONTA
      B     | SW12  | 01/05/2023 | FCONTA
      B     | SW13  | 01/06/2023 |
      E     | SW13  |            | FCONTA
      """)
  }

  @Test("SW01aSTG1 fails a row without a readable start, or from before April 2023 without a worker")
  func detailsBefore() async throws {
    try await expect(
      "SW01aSTG1", year: 2025,
      """
      CHILD | SW_ID | SW_DECOM   |
      A     | SW12  |            | ✗
      A     | SW12  | soon       | ✗
      A     |       | 31/03/2023 | ✗
      A     |       | 01/04/2023 |
      A     | SW12  | 31/03/2023 |
      """)
  }

  @Test("SW01bSTG1 fails a row without a readable start, or since April 2023 without a worker or a reason")
  func detailsSince() async throws {
    try await expect(
      "SW01bSTG1", year: 2025,
      """
      CHILD | SW_ID | SW_DECOM   | SW_REASON |
      A     | SW12  |            | FCONTA    | ✗
      A     |       | 01/04/2023 | FCONTA    | ✗
      A     | SW12  | 01/04/2023 |           | ✗
      A     |       | 31/03/2023 |           |
      A     | SW12  | 01/04/2023 | FCONTA    |
      """)
  }

  @Test("SW02STG1 fails an identifier that starts with neither SW nor XX, and from 2025/26 one that is too short")
  func identifier() async throws {
    try await expect(
      "SW02STG1", year: 2025,
      """
      CHILD | SW_ID  |
      A     | SW12   |
      A     | xx1    |
      A     | SW     |
      A     | 12SW   | ✗
      A     | S      | ✗
      A     |        | ✗
      """)
    try await expect(
      "SW02STG1", year: 2026,
      """
      CHILD | SW_ID  |
      A     | SW12   |
      A     | sw123  |
      A     | XX1    | ✗
      A     | SW     | ✗
      A     | SX1234 | ✗
      A     |        | ✗
      """)
  }

  @Test("SW03STG1 fails a row without a worker, a start or a reason")
  func details() async throws {
    try await expect(
      "SW03STG1", year: 2024,
      """
      CHILD | SW_ID | SW_DECOM   | SW_REASON |
      A     |       | 01/05/2023 | FCONTA    | ✗
      A     | SW12  |            | FCONTA    | ✗
      A     | SW12  | 01/05/2023 |           | ✗
      A     | SW12  | soon       | FCONTA    |
      A     | SW12  | 01/05/2023 | FCONTA    |
      """)
  }

  @Test("SW04STG1 fails a start that is not a date, one with unknown parts included", arguments: [2024, 2025, 2026])
  func startFormat(year: Int) async throws {
    try await expect(
      "SW04STG1", year: year,
      """
      CHILD | SW_DECOM   |
      A     | 31/02/2024 | ✗
      A     | ZZ/06/2024 | ✗
      A     | 2024-06-01 | ✗
      A     | 1/6/2024   |
      A     |            |
      """)
  }

  @Test("SW05STG1 fails an end that is not a date, one with unknown parts included", arguments: [2024, 2025, 2026])
  func endFormat(year: Int) async throws {
    try await expect(
      "SW05STG1", year: year,
      """
      CHILD | SW_DEC     |
      A     | 31/02/2024 | ✗
      A     | ZZ/06/2024 | ✗
      A     | 1/6/2024   |
      A     |            |
      """)
  }

  @Test("SW06STG2 fails a worker who began after the year ended")
  func afterYear() async throws {
    try await expect(
      "SW06STG2",
      """
      CHILD | SW_DECOM   |
      A     | 01/04/2026 | ✗
      A     | 31/03/2026 |
      A     |            |
      """)
  }

  @Test("SW07STG2 fails a worker who ended outside the year, and from 2024/25 outside it and the year before")
  func endOutsideYears() async throws {
    try await expect(
      "SW07STG2", year: 2024,
      """
      CHILD | SW_DEC     |
      A     | 31/03/2023 | ✗
      A     | 01/04/2023 |
      A     | 31/03/2024 |
      A     | 01/04/2024 | ✗
      A     |            |
      """)
    try await expect(
      "SW07STG2", year: 2025,
      """
      CHILD | SW_DEC     |
      A     | 31/03/2023 | ✗
      A     | 01/04/2023 |
      A     | 31/03/2025 |
      A     | 01/04/2025 | ✗
      A     |            |
      """)
  }

  @Test("SW09STG2 fails a worker of less than a day, and from 2025/26 of less than three")
  func short() async throws {
    try await expect(
      "SW09STG2", year: 2025,
      """
      CHILD | SW_DECOM   | SW_DEC     |
      A     | 01/05/2024 | 01/05/2024 | ✗
      A     | 1/5/2024   | 01/05/2024 | ✗
      A     | 01/05/2024 | 02/05/2024 |
      A     | 02/05/2024 | 01/05/2024 |
      A     | soon       | soon       |
      A     |            |            |
      """)
    try await expect(
      "SW09STG2", year: 2026,
      """
      CHILD | SW_DECOM   | SW_DEC     |
      A     | 01/05/2025 | 03/05/2025 | ✗
      A     | 01/05/2025 | 04/05/2025 |
      A     | 02/05/2025 | 01/05/2025 | ✗
      A     | 02/05/2025 |            |
      """)
  }

  @Test("SW12STG2 fails an episode that began or ended care without a social worker of that time")
  func history() async throws {
    try await expect(
      "SW12STG2",
      """
      Episodes
      CHILD | DECOM      | DEC        | RNE | REC | LS |
      A     | 01/05/2025 |            | S   |     | C2 |
      B     | 01/05/2025 |            | S   |     | C2 | ✗
      C     | 01/05/2025 |            | P   |     | C2 |
      D     | 01/05/2025 | 01/09/2025 | S   | E4A | C2 |
      E     | 01/05/2025 | 01/09/2025 | P   | E4A | C2 | ✗
      F     | 01/05/2025 | 01/09/2025 | S   | X1  | C2 | ✗
      G     | 01/05/2025 |            | S   |     | V4 |
      H     | 01/05/2020 | 31/03/2024 | S   | E4A | C2 |
      I     | 01/05/2020 | 01/04/2024 | S   | E4A | C2 | ✗
      J     | 01/05/2025 | 01/09/2025 | P   |     | C2 |
      SWEpisodes
      CHILD | SW_DECOM   | SW_DEC
      A     | 01/01/2025 |
      D     | 01/01/2025 | 01/05/2025
      D     | 01/05/2025 | 01/09/2025
      E     | 02/09/2025 |
      F     | 01/01/2025 | 30/04/2025
      """)
    try await expect(
      "SW12STG2", year: 2024,
      """
      Episodes
      CHILD | DECOM      | DEC        | RNE | REC | LS |
      A     | 01/05/2020 | 31/03/2022 | S   | E4A | C2 | ✗
      B     | 01/05/2020 | 31/03/2022 | P   | X1  | C2 |
      SWEpisodes
      CHILD | SW_DECOM   | SW_DEC
      """)
  }

  @Test("SW13STG1 fails a reason that is not one of the codes, or is blank since April 2023; in 2023/24 any blank")
  func reason() async throws {
    try await expect(
      "SW13STG1", year: 2024,
      """
      CHILD | SW_DECOM   | SW_REASON |
      A     | 31/03/2023 |           | ✗
      A     | 31/03/2023 | LEFT      | ✗
      A     | 31/03/2023 | LEFTRL    |
      """)
    try await expect(
      "SW13STG1",
      """
      CHILD | SW_DECOM   | SW_REASON |
      A     | 31/03/2023 |           |
      A     | 01/04/2023 |           | ✗
      A     |            |           |
      A     | soon       |           |
      A     | soon       | LEFT      | ✗
      A     | 01/04/2023 | LEFTRL    |
      """)
  }

  @Test("SW18STG2 fails a worker who ended on or before the day on which the worker began")
  func reversed() async throws {
    try await expect(
      "SW18STG2",
      """
      CHILD | SW_DECOM   | SW_DEC     |
      A     | 02/05/2025 | 01/05/2025 | ✗
      A     | 02/05/2025 | 02/05/2025 | ✗
      A     | 02/05/2025 | 03/05/2025 |
      A     | 02/05/2025 |            |
      """)
  }
}
