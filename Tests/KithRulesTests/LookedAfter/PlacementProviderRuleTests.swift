import Testing

@testable import KithRules

@Suite("Rules on who provides a placement")
struct PlacementProviderRuleTests {
  @Test("178 fails a provider that is no code, and one given for a placement that has none")
  func providers() async throws {
    try await expect(
      "178",
      """
      CHILD | PLACE | PLACE_PROVIDER |
      A     | U1    | PR6            | ✗
      A     | U1    | PR5            |
      A     | T3    | PR1            | ✗
      A     | T4    | PR1            |
      A     | T4    | PR6            | ✗
      A     | Z14   | PR1            | ✗
      A     | Z1    | PR1            |
      A     | T3    |                |
      A     |       | PR0            |
      """)
  }

  @Test("178 counts T4 and Z1 among the placements without a provider to 2024/25")
  func formerProviders() async throws {
    try await expect(
      "178", year: 2025,
      """
      CHILD | PLACE | PLACE_PROVIDER |
      A     | T4    | PR1            | ✗
      A     | Z1    | PR1            | ✗
      A     | Z11   | PR1            |
      """)
  }

  @Test(
    "213 fails a provider of a temporary move, and from 2025/26 of another placement",
    arguments: [(2025, ""), (2026, "✗")])
  func needless(year: Int, mark: String) async throws {
    try await expect(
      "213", year: year,
      """
      CHILD | PLACE | PLACE_PROVIDER |
      A     | T0    | PR1 | ✗
      A     | T4    | XX  | ✗
      A     | Z11   | PR1 | \(mark)
      A     | Z1    | PR1 |
      A     | T0    |     |
      A     | U1    | PR1 |
      """)
  }

  @Test(
    "526 fails a placement without a provider unless it is temporary or another one",
    arguments: [(2025, "Z1", "Z11"), (2026, "Z11", "Z1")])
  func missing(year: Int, other: String, notYet: String) async throws {
    try await expect(
      "526", year: year,
      """
      CHILD | PLACE | PLACE_PROVIDER |
      A     | U1    |     | ✗
      A     |       |     | ✗
      A     | T4    |     |
      A     | \(other) | |
      A     | \(notYet) | | ✗
      A     | U1    | PR1 |
      """)
  }

  @Test(
    "527 to 531 fail a provider that cannot provide such a placement",
    arguments: [
      ("527", "PR1", ["P1", "R2", "R5"], "R1"), ("528", "PR2", ["P1", "R2", "R5"], "K2"),
      ("529", "PR3", ["A3", "A6", "K1", "K2", "P1", "U1", "U6"], "R2"), ("530", "PR4", ["P1"], "R5"),
      ("531", "PR5", ["P1"], "R2"),
    ])
  func pairs(code: String, provider: String, wrong: [String], right: String) async throws {
    let rows = wrong.map { "A | \($0) | \(provider) | ✗" }.joined(separator: "\n")
    try await expect(
      code,
      """
      CHILD | PLACE | PLACE_PROVIDER |
      \(rows)
      A | \(right) | \(provider) |
      A | P1 | PR0 |
      A | P1 | |
      A | | \(provider) |
      """)
  }

  @Test("550 fails parents as the provider of a placement that is not with them")
  func parents() async throws {
    try await expect(
      "550",
      """
      CHILD | PLACE | PLACE_PROVIDER |
      A     | U1    | PR0            | ✗
      A     |       | PR0            | ✗
      A     | P1    | PR0            |
      A     | U1    |                |
      """)
  }
}
