import Testing

@testable import KithRules

@Suite("Rules on types of placement")
struct PlacementRuleTests {
  @Test("217 fails an adoptive placement with the current carers that begins with P, B, L or nothing")
  func currentCarers() async throws {
    try await expect(
      "217",
      """
      CHILD | PLACE | DECOM      | RNE |
      A     | A3    | 01/05/2025 | P   | ✗
      A     | A5    | 01/04/2015 |     | ✗
      A     | A5    | 31/03/2015 | P   |
      A     | A3    | 01/05/2025 | T   |
      A     | A4    | 01/05/2025 | P   |
      A     | A3    |            | P   |
      """)
  }

  @Test("217t fails independent living that did not end by 28 October 2023")
  func independentLivingEnded() async throws {
    try await expect(
      "217t", year: 2024,
      """
      CHILD | PLACE | DEC        |
      A     | P2    | 29/10/2023 | ✗
      A     | P2    | 28/10/2023 |
      A     | P2    |            | ✗
      A     | K2    |            |
      A     |       |            |
      """)
  }

  @Test(
    "370 to 374 fail a child below the age for the placement, whether that has ended or not",
    arguments: [
      ("370", 2023, "P2", 15), ("370", 2024, "P2", 16), ("371", 2023, "H5", 14), ("371", 2024, "H5", 16),
      ("371", 2026, "K3", 16), ("372", 2026, "R5", 10), ("373", 2026, "S1", 4), ("374", 2026, "P3", 14),
    ])
  func young(code: String, year: Int, place: String, age: Int) async throws {
    try await expect(
      code, year: year,
      """
      CHILD | PLACE | DECOM | DEC |
      A     | \(place) | 01/05/2022 | 01/06/2022 | ✗
      A     | \(place) | 01/05/2022 | | ✗
      A     | \(place) | 02/05/2022 | 01/06/2022 |
      A     | U6 | 01/05/2022 | 01/06/2022 |
      A     | \(place) | | 01/06/2022 |
      B     | \(place) | 01/05/2022 | 01/06/2022 |
      C     | \(place) | 01/05/2022 | 01/06/2022 |
      Header
      CHILD | DOB
      A     | 02/05/\(2022 - age) |
      B     | |
      """)
  }

  @Test(
    "375, 376 and 379 fail a temporary move over its limit, one that goes on included",
    arguments: [
      ("375", "T1", "12/06/2025", "13/06/2025"), ("376", "T3", "22/05/2025", "23/05/2025"),
      ("379", "T4", "08/05/2025", "09/05/2025"),
    ])
  func longMoves(code: String, place: String, atLimit: String, over: String) async throws {
    try await expect(
      code,
      """
      CHILD | PLACE | DECOM | DEC |
      A     | \(place) | 01/05/2025 | \(over) | ✗
      A     | \(place) | 01/05/2025 | \(atLimit) |
      A     | T2 | 01/05/2025 | \(over) |
      A     | \(place) | 01/01/2026 | | ✗
      A     | \(place) | 25/03/2026 | |
      A     | \(place) | 01/05/2025 | later |
      A     | \(place) | | \(over) |
      """)
  }

  @Test("377 fails three covers of a carer's holiday of which one period of twelve months has a day each")
  func holidays() async throws {
    try await expect(
      "377",
      """
      CHILD | PLACE | DECOM      | DEC        |
      A     | T3    | 01/05/2025 | 08/05/2025 | ✗
      A     | T3    | 01/08/2025 | 08/08/2025 | ✗
      A     | T3    | 24/12/2025 |            | ✗
      A     | T4    | 01/10/2025 | 08/10/2025 |
      B     | T3    | 01/05/2025 | 08/05/2025 |
      B     | T3    | 01/08/2025 | 08/08/2025 |
      B     | T3    |            | 08/09/2025 |
      """)
  }

  @Test("377 counts last year's covers, up to the day before the anniversary of the end of the first")
  func holidaysOfTwoYears() async throws {
    try await expect(
      "377",
      """
      CHILD | PLACE | DECOM      | DEC        |
      A     | T3    | 07/08/2025 | 14/08/2025 | ✗
      B     | T3    | 08/08/2025 | 14/08/2025 |
      C     | T3    | 25/03/2025 | 02/04/2025 |
      C     | T3    | 01/08/2025 | 08/08/2025 |
      Episodes_last
      CHILD | PLACE | DECOM      | DEC        |
      A     | T3    | 01/08/2024 | 08/08/2024 |
      A     | T3    | 24/12/2024 | 02/01/2025 |
      B     | T3    | 01/08/2024 | 08/08/2024 |
      B     | T3    | 24/12/2024 | 02/01/2025 |
      C     | T3    | 25/03/2025 |            |
      """)
  }

  @Test("378 fails a child placed with the parents by agreement")
  func withParents() async throws {
    try await expect(
      "378",
      """
      CHILD | PLACE | LS |
      A     | P1    | V2 | ✗
      A     | P1    | C2 |
      A     | U1    | V2 |
      A     | P1    |    |
      """)
  }

  @Test("380 fails a temporary move that does not begin with P or B")
  func movesBegin() async throws {
    try await expect(
      "380",
      """
      CHILD | PLACE | RNE |
      A     | T0    | S   | ✗
      A     | T4    | T   | ✗
      A     | T1    |     | ✗
      A     | T1    | P   |
      A     | T2    | B   |
      A     | U1    | S   |
      """)
  }

  @Test("381 fails a temporary move from which the child left care")
  func movesEnd() async throws {
    try await expect(
      "381",
      """
      CHILD | PLACE | REC |
      A     | T0    | E4A | ✗
      A     | T0    | X1  |
      A     | T0    |     |
      A     | U1    | E4A |
      """)
  }

  @Test("383 fails the episode after a temporary move that is not in the former placement")
  func comesBack() async throws {
    try await expect(
      "383",
      """
      CHILD | DECOM      | PLACE | RNE | PL_POST |
      A     | 01/05/2025 | U1    | S   | AB1 2CD |
      A     | 01/06/2025 | T1    | P   | AB1 3CD |
      A     | 08/06/2025 | U1    | P   | AB1 2CD |
      A     | 01/07/2025 | T1    | P   | AB1 3CD |
      A     | 08/07/2025 | U1    | T   | AB1 2CD | ✗
      A     | 01/08/2025 | T1    | P   | AB1 3CD |
      A     | 08/08/2025 | U4    | P   | AB1 2CD | ✗
      A     | 01/09/2025 | T1    | P   | AB1 3CD |
      A     | 08/09/2025 | U4    | P   |         | ✗
      B     | 01/06/2025 | T1    | P   | AB1 3CD |
      B     | 08/06/2025 | U1    | T   | AB1 2CD |
      """)
  }

  @Test("383 does not compare postcodes to 2024/25")
  func comesBackToType() async throws {
    try await expect(
      "383", year: 2025,
      """
      CHILD | DECOM      | PLACE | RNE | PL_POST |
      A     | 01/05/2024 | U1    | S   | AB1 2CD |
      A     | 01/06/2024 | T1    | P   | AB1 3CD |
      A     | 08/06/2024 | U1    | P   | AB1 4CD |
      A     | 01/07/2024 | T1    | P   |         |
      A     | 08/07/2024 |       | P   |         | ✗
      """)
  }

  @Test("390 fails an adoption from a placement that is not adoptive")
  func adoptedFrom() async throws {
    try await expect(
      "390",
      """
      CHILD | PLACE | REC |
      A     | U1    | E11 | ✗
      A     |       | E12 | ✗
      A     | A3    | E11 |
      A     | A6    | E12 |
      A     | U1    | X1  |
      A     | U1    |     |
      """)
  }

  @Test("408 fails a placement under a placement order without that status")
  func withoutOrder() async throws {
    try await expect(
      "408",
      """
      CHILD | PLACE | LS |
      A     | A5    | C2 | ✗
      A     | A6    |    | ✗
      A     | A5    | E1 |
      A     | A4    | C2 |
      A     |       | C2 |
      """)
  }

  @Test("516 fails special guardianship to a former foster carer from a placement that is not foster care")
  func guardianNotFosterCarer() async throws {
    try await expect(
      "516",
      """
      CHILD | PLACE | REC |
      A     | K2    | E45 | ✗
      A     |       | E46 | ✗
      A     | U6    | E45 |
      A     | K2    | E47 |
      A     | K2    |     |
      """)
  }
}
