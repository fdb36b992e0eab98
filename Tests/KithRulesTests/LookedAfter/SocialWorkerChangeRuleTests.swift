import Testing

@testable import KithRules

@Suite("Rules on one social worker after another, from 2023/24")
struct SocialWorkerChangeRuleTests {
  @Test("SW08STG2 fails an open worker whom another follows; a row without a start follows none")
  func openBeforeNext() async throws {
    try await expect(
      "SW08STG2",
      """
      CHILD | SW_DECOM   | SW_DEC     |
      A     | 01/05/2025 |            | ✗
      A     | 02/05/2025 |            |
      B     | 01/05/2025 | 02/05/2025 |
      B     | 02/05/2025 |            |
      C     | 01/05/2025 |            |
      C     |            |            |
      D     | 01/05/2025 | soon       | ✗
      D     | 02/05/2025 |            |
      """)
  }

  @Test("SW10STG2 fails a gap of more than seven days; from 2024/25 not before a first contact")
  func gap() async throws {
    try await expect(
      "SW10STG2", year: 2024,
      """
      CHILD | SW_DECOM   | SW_DEC     | SW_REASON |
      A     | 01/05/2023 | 01/06/2023 | FCONTA    |
      A     | 08/06/2023 | 01/08/2023 | MANAGE    |
      A     | 09/08/2023 |            | FCONTA    | ✗
      """)
    try await expect(
      "SW10STG2", year: 2025,
      """
      CHILD | SW_DECOM   | SW_DEC     | SW_REASON |
      A     | 01/05/2024 | 01/06/2024 | FCONTA    |
      A     | 09/06/2024 | 01/08/2024 | MANAGE    | ✗
      A     | 09/08/2024 |            | FCONTA    |
      """)
  }

  @Test("SW10aSTG2 fails a worker who began over seven days before or after the last ended, first contact apart")
  func gapOrOverlap() async throws {
    try await expect(
      "SW10aSTG2",
      """
      CHILD | SW_DECOM   | SW_DEC     | SW_REASON |
      A     | 01/05/2025 | 01/06/2025 | FCONTA    |
      A     | 08/06/2025 | 01/08/2025 | MANAGE    |
      A     | 09/08/2025 | 01/09/2025 |           | ✗
      A     | 25/08/2025 | 15/09/2025 | MANAGE    |
      A     | 07/09/2025 |            | MANAGE    | ✗
      A     | 09/09/2025 |            | MANAGE    | ✗
      A     |            |            | MANAGE    | ✗
      B     | 01/05/2025 | 01/06/2025 | FCONTA    |
      B     | 01/08/2025 |            | FCONTA    |
      """)
  }

  @Test("SW10bSTG2 fails a first contact on or before the day on which the last worker ended")
  func firstContact() async throws {
    try await expect(
      "SW10bSTG2",
      """
      CHILD | SW_DECOM   | SW_DEC     | SW_REASON |
      A     | 01/05/2025 | 01/06/2025 | FCONTA    |
      A     | 01/06/2025 | 01/07/2025 | FCONTA    | ✗
      A     | 02/07/2025 | 01/08/2025 | FCONTA    |
      A     | 01/08/2025 |            | MANAGE    |
      A     |            |            | FCONTA    |
      """)
  }

  @Test("SW11aSTG2 fails a worker whom nobody followed within five days while the child stayed in care")
  func noSuccessor() async throws {
    try await expect(
      "SW11aSTG2", year: 2024,
      """
      CHILD | SW_DECOM   | SW_DEC     |
      A     | 01/05/2023 | 01/06/2023 |
      A     | 06/06/2023 | 01/07/2023 | ✗
      A     | 07/07/2023 | 26/03/2024 | ✗
      B     | 01/05/2023 | 01/06/2023 |
      C     | 01/05/2023 | 27/03/2024 |
      D     | 01/05/2023 |            |
      Episodes
      CHILD | DECOM      | DEC        | LS
      A     | 01/05/2023 |            | C2
      B     | 01/05/2023 | 01/06/2023 | C2
      C     | 01/05/2023 |            | C2
      D     | 01/05/2023 |            | C2
      """)
  }

  @Test("SW11bSTG2 fails the last worker who ended in the year's last days while the child stayed in care")
  func lastDays() async throws {
    try await expect(
      "SW11bSTG2",
      """
      CHILD | SW_DECOM   | SW_DEC     |
      A     | 01/05/2025 | 26/03/2026 | ✗
      B     | 01/05/2025 | 25/03/2026 |
      C     | 01/05/2025 | 31/03/2026 | ✗
      D     | 01/05/2025 | 28/03/2026 |
      D     | 28/03/2026 |            |
      E     | 01/05/2025 | 28/03/2026 |
      F     | 01/05/2025 | 28/03/2026 |
      G     | 01/05/2025 |            |
      Episodes
      CHILD | DECOM      | DEC        | LS
      A     | 01/05/2025 |            | C2
      B     | 01/05/2025 |            | C2
      C     | 01/05/2025 |            | C2
      D     | 01/05/2025 |            | C2
      E     | 01/05/2025 | 28/03/2026 | C2
      F     | 01/05/2025 |            | V3
      G     | 01/05/2025 |            | C2
      """)
  }

  @Test("SW14STG2 fails an open worker who is not the child's last")
  func openNotLast() async throws {
    try await expect(
      "SW14STG2", year: 2024,
      """
      CHILD | SW_DECOM   | SW_DEC     |
      A     | 01/05/2023 |            | ✗
      A     | 02/05/2023 |            |
      B     | 01/05/2023 | 02/05/2023 |
      B     | 02/05/2023 |            |
      C     | 01/05/2023 | 02/05/2023 |
      C     |            |            | ✗
      """)
  }

  @Test("SW17STG2 fails the last worker who ended, if the child is still looked after on 31 March")
  func openAtYearEnd() async throws {
    try await expect(
      "SW17STG2",
      """
      CHILD | SW_DECOM   | SW_DEC     |
      A     | 01/05/2025 | 01/06/2025 |
      A     | 01/06/2025 | 01/07/2025 | ✗
      B     | 01/05/2025 | 01/06/2025 |
      C     | 01/05/2025 |            |
      D     | 01/05/2025 | 01/06/2025 |
      X     | 01/05/2025 | 01/06/2025 |
      Episodes
      CHILD | DECOM      | DEC        | LS
      A     | 01/05/2025 |            | C2
      B     | 01/05/2025 | 31/03/2026 | C2
      C     | 01/05/2025 |            | C2
      D     | 01/05/2025 |            | V4
      """)
  }

  @Test("SW19STG2 fails each of two workers who began on one day")
  func oneDay() async throws {
    try await expect(
      "SW19STG2",
      """
      CHILD | SW_DECOM   |
      A     | 01/05/2025 | ✗
      A     | 1/5/2025   | ✗
      A     | 02/05/2025 |
      B     | 01/05/2025 |
      B     |            |
      B     |            |
      """)
  }
}
