import Testing

@testable import KithRules

@Suite("Rules on an episode and its neighbours")
struct EpisodeSequenceRuleTests {
  @Test("142 fails an episode without an end that another follows")
  func openInTheMiddle() async throws {
    try await expect(
      "142",
      """
      CHILD | DECOM      | DEC        | REC |
      A     | 01/05/2025 |            |     | ✗
      A     | 01/06/2025 | 01/07/2025 |     | ✗
      A     | 01/07/2025 | 01/08/2025 | X1  |
      A     | 01/08/2025 |            |     |
      B     | 01/05/2025 |            |     |
      B     |            |            |     |
      """)
  }

  @Test("225 fails an episode that ends with a change of placement and no reason for it")
  func noReason() async throws {
    try await expect(
      "225",
      """
      CHILD | DECOM      | REC | REASON_PLACE_CHANGE | PLACE | RNE |
      A     | 01/05/2025 | X1  |                     | U1    | S   | ✗
      A     | 01/06/2025 | X1  | CARPL               | U4    | P   |
      A     | 01/07/2025 | X1  |                     | U6    | P   |
      A     | 01/08/2025 | X1  |                     | T1    | P   |
      A     | 01/09/2025 | X1  |                     | U6    | P   |
      A     | 01/10/2025 |     |                     | U6    | L   |
      """)
  }

  @Test("357 fails a first episode of the year that does not start care")
  func firstEver() async throws {
    try await expect(
      "357",
      """
      CHILD | DECOM      | RNE |
      A     | 01/06/2025 | P   |
      A     | 01/05/2025 | L   | ✗
      B     | 01/04/2025 |     | ✗
      C     | 31/03/2025 | P   |
      D     | 01/05/2025 | S   |
      E     |            | P   |
      """)
  }

  @Test("388 fails X1 where no episode follows on that day, and another reason where one does")
  func continuity() async throws {
    try await expect(
      "388",
      """
      CHILD | DECOM      | DEC        | REC |
      A     | 01/05/2025 | 01/06/2025 | X1  |
      A     | 01/06/2025 | 01/07/2025 | X1  | ✗
      A     | 02/07/2025 | 01/08/2025 | E4A | ✗
      A     | 01/08/2025 | 01/09/2025 | E4A |
      A     | 02/09/2025 | 01/10/2025 | X1  | ✗
      B     | 01/05/2025 |            | X1  |
      B     | 01/06/2025 |            |     |
      """)
  }

  @Test("388 leaves an episode without a start out of the sequence")
  func undated() async throws {
    try await expect(
      "388",
      """
      CHILD | DECOM      | DEC        | REC |
      A     |            | 01/05/2025 | X1  |
      A     | 01/06/2025 | 01/07/2025 | X1  | ✗
      A     | then       | 01/06/2025 | E4A |
      """)
  }

  @Test("431 fails a start of care on or before the end of the last episode")
  func startsAgain() async throws {
    try await expect(
      "431",
      """
      CHILD | DECOM      | DEC        | RNE |
      A     | 01/05/2025 | 01/06/2025 | S   |
      A     | 01/06/2025 | 01/07/2025 | S   | ✗
      A     | 02/07/2025 |            | S   |
      A     | 03/07/2025 |            | S   |
      """)
  }

  @Test("432 fails an episode after leaving care that does not start care")
  func afterLeaving() async throws {
    try await expect(
      "432",
      """
      CHILD | DECOM      | REC | RNE |
      A     | 01/05/2025 | E4A | S   |
      A     | 01/06/2025 | E4A | P   | ✗
      A     | 01/07/2025 | X1  | S   |
      A     | 01/08/2025 | E3  | P   |
      A     | 01/09/2025 |     |     | ✗
      """)
  }

  @Test("433 fails a continuation that does not start when the last episode ended")
  func gaps() async throws {
    try await expect(
      "433",
      """
      CHILD | DECOM      | DEC        | RNE |
      A     | 01/05/2025 | 01/06/2025 | S   |
      A     | 01/06/2025 | 01/07/2025 | P   |
      A     | 02/07/2025 |            | L   | ✗
      A     | 03/07/2025 | 04/07/2025 | P   | ✗
      A     | 05/07/2025 |            | S   |
      """)
  }

  @Test("434 fails a change of status only that changed no status, or something else")
  func statusOnly() async throws {
    try await expect(
      "434",
      """
      CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN | PLACE_PROVIDER |
      A     | 01/05/2025 | S   | C1 | U1    | AB1 2CD |     | PR1            |
      A     | 01/06/2025 | L   | C2 | U1    | AB1 2CD |     | PR1            |
      A     | 01/07/2025 | L   | C2 | U1    | AB1 2CD |     | PR1            | ✗
      A     | 01/08/2025 | L   | C1 | U4    | AB1 2CD |     | PR1            | ✗
      A     | 01/09/2025 | P   | C1 | U6    | AB1 2CD |     | PR1            |
      B     | 01/05/2025 | L   | C1 | U1    |         |     |                |
      """)
  }

  @Test("435 fails a change of placement only that changed no placement, or the status; two blanks are alike")
  func placementOnly() async throws {
    try await expect(
      "435",
      """
      CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN | PLACE_PROVIDER |
      A     | 01/05/2025 | S   | C1 | U1    | AB1 2CD |     | PR1            |
      A     | 01/06/2025 | P   | C1 | U1    | AB1 3CD |     | PR1            |
      A     | 01/07/2025 | T   | C1 | U1    | AB1 3CD |     | PR1            | ✗
      A     | 01/08/2025 | P   | C2 | U1    | AB1 4CD |     | PR1            | ✗
      A     | 01/09/2025 | L   | C2 | U1    | AB1 4CD |     | PR1            |
      B     | 01/05/2025 | P   |    | U1    |         |     |                |
      B     | 01/06/2025 | P   |    | U4    |         |     |                |
      """)
  }

  @Test("436 fails a change of status and placement where either stayed")
  func both() async throws {
    try await expect(
      "436",
      """
      CHILD | DECOM      | RNE | LS | PLACE | PL_POST | URN | PLACE_PROVIDER |
      A     | 01/05/2025 | S   | C1 | U1    | AB1 2CD |     | PR1            |
      A     | 01/06/2025 | B   | C2 | U4    | AB1 2CD |     | PR1            |
      A     | 01/07/2025 | U   | C2 | U6    | AB1 2CD |     | PR1            | ✗
      A     | 01/08/2025 | B   | C1 | U6    | AB1 2CD |     | PR1            | ✗
      A     | 01/09/2025 | P   | C1 | U6    | AB1 2CD |     | PR1            |
      B     | 01/05/2025 | B   |    |       |         |     |                |
      """)
  }

  @Test("437 fails a child's death, or age found to be 18, that another episode is known to follow")
  func afterDeath() async throws {
    try await expect(
      "437",
      """
      CHILD | DECOM      | REC |
      A     | 01/05/2025 | E2  | ✗
      A     | 01/06/2025 | E15 | ✗
      A     | 01/07/2025 | E2  |
      B     | 01/05/2025 | X1  |
      B     | 01/06/2025 |     |
      C     | 01/05/2025 | E2  |
      C     |            | X1  |
      """)
  }

  @Test("501 fails an episode that starts before the last one ended")
  func overlap() async throws {
    try await expect(
      "501",
      """
      CHILD | DECOM      | DEC        |
      A     | 01/05/2025 | 01/06/2025 |
      A     | 31/05/2025 | 03/06/2025 | ✗
      A     | 03/06/2025 |            |
      B     |            | 01/06/2025 |
      """)
  }

  @Test("504 fails a category of need that changes within a period of care")
  func needs() async throws {
    try await expect(
      "504",
      """
      CHILD | DECOM      | DEC        | REC | CIN |
      A     | 01/05/2025 | 01/06/2025 | X1  | N1  |
      A     | 01/06/2025 | 01/07/2025 | X1  | N2  | ✗
      A     | 01/07/2025 | 01/08/2025 | E4A | N2  |
      A     | 01/08/2025 | 01/09/2025 | X1  | N3  |
      A     | 01/09/2025 |            |     |     | ✗
      """)
  }
}
