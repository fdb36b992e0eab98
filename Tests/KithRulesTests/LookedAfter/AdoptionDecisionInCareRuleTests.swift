import Testing

@testable import KithRules

@Suite("Rules on decisions to place for adoption beside placements, orders and the end of care")
struct AdoptionDecisionInCareRuleTests {
  @Test("551 fails an adoptive placement of a child none of whose decisions has a day")
  func placedWithoutDecision() async throws {
    try await expect(
      "551",
      """
      CHILD | PLACE |
      A     | A4    | ✗
      B     | A4    | ✗
      C     | A3    |
      D     | A5    |
      E     | U3    |
      E     |       |
      PlacedAdoption
      CHILD | DATE_PLACED |
      B     |             |
      C     | 01/06/2025  |
      D     | 01/06/2025  |
      D     |             |
      """)
  }

  @Test("552 fails the first adoptive placement before the latest decision, unless another decision stood then")
  func decidedAfterPlacement() async throws {
    try await expect(
      "552",
      """
      CHILD | DATE_PLACED | DATE_PLACED_CEASED |
      A     | 02/06/2025  |                    | ✗
      B     | 01/06/2025  |                    |
      C     | 01/05/2025  | 01/07/2025         |
      C     | 01/08/2025  |                    |
      D     | 01/05/2025  | 31/05/2025         |
      D     | 01/08/2025  |                    | ✗
      E     |             |                    |
      Episodes
      CHILD | DECOM      | PLACE |
      A     | 01/06/2025 | A4    | ✗
      A     | 01/07/2025 | A3    |
      B     | 01/06/2025 | A4    |
      C     | 01/06/2025 | A4    |
      D     | 01/06/2025 | A4    | ✗
      E     | 01/06/2025 | A4    |
      """)
  }

  @Test("553 fails a placement order without a decision, and a reversed decision while the order goes on")
  func placementOrder() async throws {
    try await expect(
      "553",
      """
      CHILD | LS | DEC        |
      A     | E1 | 01/06/2025 | ✗
      B     | E1 |            |
      C     | E1 | 01/06/2025 |
      D     | C2 |            |
      E     | E1 |            |
      F     | D1 |            |
      PlacedAdoption
      CHILD | DATE_PLACED_CEASED | REASON_PLACED_CEASED |
      B     | 01/06/2025         |                      | ✗
      C     | 01/06/2025         | RD1                  |
      D     | 01/06/2025         | RD1                  |
      E     |                    |                      |
      """)
  }

  @Test("554 fails a decision later than the first episode under a placement order")
  func decidedAfterOrder() async throws {
    try await expect(
      "554",
      """
      CHILD | DATE_PLACED |
      A     | 02/06/2025  | ✗
      B     | 01/06/2025  |
      C     | 02/06/2025  |
      D     |             |
      Episodes
      CHILD | DECOM      | LS |
      A     | 01/07/2025 | E1 |
      A     | 01/06/2025 | E1 | ✗
      B     | 01/06/2025 | E1 |
      C     | 01/06/2025 | C2 |
      C     | unknown    | E1 |
      D     | 01/06/2025 | E1 |
      """)
  }

  @Test("555 fails a freeing order without a decision or with a reversed one, to 2023/24")
  func freeingOrder() async throws {
    try await expect(
      "555", year: 2024,
      """
      CHILD | LS | DEC        |
      A     | D1 | 01/06/2023 | ✗
      B     | D1 |            |
      C     | D1 | 01/06/2023 |
      D     | E1 |            |
      PlacedAdoption
      CHILD | DATE_PLACED_CEASED | REASON_PLACED_CEASED |
      B     |                    | RD1                  | ✗
      C     | 01/06/2023         | RD1                  |
      """)
    #expect(LookedAfterRules.book(for: 2025)?.rule("555") == nil)
  }

  @Test("556 fails an episode under a freeing order that starts before the decision, to 2023/24")
  func decidedAfterFreeing() async throws {
    try await expect(
      "556", year: 2024,
      """
      CHILD | DECOM      | LS |
      A     | 01/06/2023 | D1 | ✗
      B     | 02/06/2023 | D1 |
      C     | 01/06/2023 | E1 |
      D     | 01/06/2023 | D1 |
      PlacedAdoption
      CHILD | DATE_PLACED |
      A     | 02/06/2023  |
      B     | 02/06/2023  |
      C     | 02/06/2023  |
      D     |             |
      """)
    #expect(LookedAfterRules.book(for: 2025)?.rule("556") == nil)
  }

  @Test("557 fails a child on the way to adoption who left care otherwise with no decision or an open one")
  func leftWithOpenDecision() async throws {
    let tables = """
      CHILD | LS | PLACE | REC |
      A     | E1 | U3    | E4A | ✗
      B     | C2 | A4    | E4A | ✗
      C     | E1 | A4    | E4A |
      D     | E1 | A4    | E12 |
      E     | E1 | A4    | X1  |
      F     | C2 | U3    | E4A |
      G     | E1 | A4    |     |
      PlacedAdoption
      CHILD | DATE_PLACED_CEASED | REASON_PLACED_CEASED |
      B     | 01/06/2025         |                      | ✗
      B     | 01/06/2023         | RD1                  |
      C     | 01/06/2025         | RD1                  |
      """
    try await expect("557", tables)
    try await expect("557", year: 2024, tables)
  }

  @Test("557 counts freeing orders to 2023/24", arguments: [2024, 2025])
  func leftAfterFreeing(year: Int) async throws {
    try await expect(
      "557", year: year,
      """
      CHILD | LS | PLACE | REC |
      A     | D1 | U3    | E4A | \(year == 2024 ? "✗" : "")
      PlacedAdoption
      CHILD | DATE_PLACED_CEASED | REASON_PLACED_CEASED |
      """)
  }

  @Test("558 fails an adopted child whose latest decision was reversed, be it the only one, with that decision")
  func adoptedAfterReversal() async throws {
    try await expect(
      "558",
      """
      CHILD | REC |
      A     | E11 | ✗
      B     | E12 |
      C     | E12 | ✗
      D     | E12 |
      E     | E4A |
      F     | E11 |
      G     | E11 |
      PlacedAdoption
      CHILD | DATE_PLACED | DATE_PLACED_CEASED |
      A     | 01/06/2024  | 01/01/2025         | ✗
      B     | 01/06/2024  | 01/01/2025         |
      B     | 01/02/2025  |                    |
      C     | 01/02/2025  | 01/03/2025         | ✗
      C     | 01/06/2024  |                    |
      D     | 01/06/2024  |                    |
      E     | 01/06/2024  | 01/01/2025         |
      F     |             | 01/01/2025         |
      F     |             |                    |
      """)
  }

  @Test("1003 fails a decision before the first start of care in the return; a start that is no date stops no one")
  func decidedBeforeCare() async throws {
    try await expect(
      "1003",
      """
      CHILD | DATE_PLACED |
      A     | 31/05/2025  | ✗
      B     | 01/06/2025  |
      C     | 31/05/2025  |
      D     |             |
      E     | 31/05/2025  |
      Episodes
      CHILD | DECOM      | RNE |
      A     | 01/06/2025 | S   | ✗
      A     | 01/08/2025 | S   |
      B     | 01/06/2025 | S   |
      C     | 01/06/2025 | P   |
      D     | 01/06/2025 | S   |
      E     | 31/06/2025 | S   |
      """)
  }
}
