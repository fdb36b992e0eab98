import Testing

@testable import KithRules

@Suite("Rules on how long a legal status lasts")
struct LegalStatusLengthRuleTests {
  @Test(
    "361 and 362 fail every episode of an unbroken spell over the limit",
    arguments: [("361", "L1", "04/05/2025", "05/05/2025"), ("362", "L2", "22/05/2025", "23/05/2025")])
  func unbroken(code: String, status: String, atLimit: String, over: String) async throws {
    try await expect(
      code,
      """
      CHILD | DECOM      | DEC        | LS |
      A     | 01/05/2025 | 02/05/2025 | \(status) |
      A     | 02/05/2025 | \(atLimit) | \(status) |
      B     | 01/05/2025 | 02/05/2025 | \(status) | ✗
      B     | 02/05/2025 | \(over)    | \(status) | ✗
      C     | 01/05/2025 | \(over)    | C2 |
      D     | 01/03/2026 |            | \(status) | ✗
      E     |            | \(over)    | \(status) |
      """)
  }

  @Test("361 does not join two spells that an episode under another status parts")
  func parted() async throws {
    try await expect(
      "361",
      """
      CHILD | DECOM      | DEC        | LS |
      A     | 01/05/2025 | 03/05/2025 | L1 |
      A     | 03/05/2025 | 10/05/2025 | V2 |
      A     | 10/05/2025 | 12/05/2025 | L1 |
      B     | 01/05/2025 | 03/05/2025 | L1 |
      B     | 04/05/2025 | 06/05/2025 | L1 |
      """)
  }

  @Test(
    "363 and 364 fail every episode of a period over the limit",
    arguments: [("363", "L3", "08/05/2025", "09/05/2025"), ("364", "J2", "22/05/2025", "23/05/2025")])
  func periods(code: String, status: String, atLimit: String, over: String) async throws {
    try await expect(
      code,
      """
      CHILD | DECOM      | DEC        | LS |
      A     | 01/05/2025 | 02/05/2025 | \(status) |
      A     | 02/05/2025 | \(atLimit) | \(status) |
      B     | 02/05/2025 | \(over)    | \(status) | ✗
      B     | 01/05/2025 | 02/05/2025 | \(status) | ✗
      B     | 01/07/2025 | 02/07/2025 | \(status) |
      C     | 01/05/2025 | \(over)    | C2 |
      D     | 01/03/2026 |            | \(status) | ✗
      E     | 01/03/2026 | later      | \(status) |
      F     |            | \(over)    | \(status) |
      """)
  }
}
