import Testing

@testable import KithRules

@Suite("Rules on why a placement changed")
struct PlacementChangeRuleTests {
  @Test("226 fails a temporary move with a reason for a change on it or on the episode before")
  func temporary() async throws {
    try await expect(
      "226",
      """
      CHILD | DECOM      | PLACE | REASON_PLACE_CHANGE |
      A     | 01/05/2025 | U1    | CARPL               |
      A     | 01/06/2025 | T1    |                     | ✗
      A     | 08/06/2025 | U1    |                     |
      A     | 01/07/2025 | T1    | CARPL               | ✗
      A     | 08/07/2025 | U1    | CARPL               |
      B     | 01/05/2025 | T1    |                     |
      """)
  }

  @Test("233 fails a reason for a change on an episode that goes on")
  func open() async throws {
    try await expect(
      "233",
      """
      CHILD | DEC        | REASON_PLACE_CHANGE |
      A     |            | CARPL               | ✗
      A     | 01/05/2025 | CARPL               |
      A     |            |                     |
      """)
  }

  @Test("234 fails custody as the reason, and the header, where the next episode starts before the 10th birthday")
  func custody() async throws {
    try await expect(
      "234",
      """
      CHILD | DECOM      | REASON_PLACE_CHANGE |
      A     | 01/05/2025 | CUSTOD              | ✗
      A     | 01/06/2025 | CUSTOD              |
      A     | 02/06/2025 | CARPL               |
      B     | 01/05/2025 | CUSTOD              |
      C     | 01/05/2025 | CUSTOD              |
      C     | 01/06/2025 |                     |
      Header
      CHILD | DOB
      A     | 02/06/2015 | ✗
      B     | 02/06/2015 |
      C     |            |
      """)
  }
}
