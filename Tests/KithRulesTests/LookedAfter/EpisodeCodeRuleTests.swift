import Testing

@testable import KithRules

@Suite("Rules on the codes of episodes")
struct EpisodeCodeRuleTests {
  @Test(
    "a field of codes fails a text that is no code, and passes a code and a blank",
    arguments: [
      ("143", "RNE", "S", "Q"), ("144", "LS", "V2", "V9"), ("145", "CIN", "N8", "N9"), ("149", "REC", "X1", "X2"),
      ("1009", "REASON_PLACE_CHANGE", "CARPL", "CARPLAN"),
    ])
  func codes(code: String, field: String, known: String, unknown: String) async throws {
    try await expect(
      code,
      """
      CHILD | \(field)
      A     | \(known) |
      A     | \(known.lowercased()) |
      A     | \(unknown) | ✗
      A     | |
      """)
  }

  @Test(
    "146 passes a type of placement in the years that have its code",
    arguments: [
      (2023, "Z1", "K3"), (2024, "H5", "Z11"), (2025, "K3", "Z11"), (2025, "P2", "Z14"), (2026, "K3", "Z1"),
      (2026, "Z14", "H5"), (2027, "Z11", "P2"),
    ])
  func placementTypes(year: Int, known: String, unknown: String) async throws {
    try await expect(
      "146", year: year,
      """
      CHILD | PLACE
      A     | \(known) |
      A     | U1 |
      A     | \(unknown) | ✗
      A     | |
      """)
  }

  @Test("141 fails a start, and 147 an end, that is not a date", arguments: [("141", "DECOM"), ("147", "DEC")])
  func dates(code: String, field: String) async throws {
    try await expect(
      code,
      """
      CHILD | \(field)
      A     | 2025-05-01 | ✗
      A     | 31/06/2025 | ✗
      A     | 1/5/2025 |
      A     | |
      """)
  }

  @Test("148 fails an end date without a reason and a reason without an end date")
  func endAndReason() async throws {
    try await expect(
      "148",
      """
      CHILD | DEC        | REC |
      A     | 01/06/2025 |     | ✗
      A     |            | X1  | ✗
      A     | 01/06/2025 | X1  |
      A     | soon       | X1  |
      A     |            |     |
      """)
  }

  @Test("445 fails a freeing order that starts after 2005", arguments: [2023, 2024])
  func freedLate(year: Int) async throws {
    try await expect(
      "445", year: year,
      """
      CHILD | LS | DECOM      |
      A     | D1 | 01/01/2006 | ✗
      A     | D1 | 31/12/2005 |
      A     | E1 | 01/01/2006 |
      A     | D1 |            |
      """)
  }

  @Test("446 fails a placement order that starts before December 2005")
  func placedEarly() async throws {
    try await expect(
      "446",
      """
      CHILD | LS | DECOM      |
      A     | E1 | 30/11/2005 | ✗
      A     | E1 | 01/12/2005 |
      A     | C2 | 30/11/2005 |
      A     | E1 |            |
      """)
  }

  @Test("451 fails a freeing order on which nothing says that it ended")
  func stillFreed() async throws {
    try await expect(
      "451", year: 2024,
      """
      CHILD | LS | DEC        | REC |
      A     | D1 |            |     | ✗
      A     | D1 | 01/05/2023 | E11 |
      A     | D1 |            | E11 |
      A     | E1 |            |     |
      A     |    |            |     |
      """)
  }

  @Test("445 and 451 do not hold after 2023/24", arguments: ["445", "451"])
  func retired(code: String) throws {
    let book = try #require(LookedAfterRules.book(for: 2025))
    #expect(!book.rules.contains { $0.code == code })
  }
}
