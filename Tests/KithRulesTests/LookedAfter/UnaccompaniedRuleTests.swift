import Testing

@testable import KithRules

@Suite("Rules on unaccompanied asylum-seeking children")
struct UnaccompaniedRuleTests {
  @Test("104 fails a status that ceased on no date, or before the year")
  func ceased() async throws {
    try await expect(
      "104",
      """
      CHILD | DUC        |
      A     | 31/06/2025 | ✗
      B     | 31/03/2025 | ✗
      C     | 01/04/2025 |
      D     |            |
      """)
  }

  @Test("105 fails an XML header that does not say 0 or 1")
  func notSaid() async throws {
    try await expect(
      "105", isXML: true,
      """
      CHILD | UASC |
      A     | 0    |
      B     | 1    |
      C     | Y    | ✗
      D     |      | ✗
      """)
  }

  @Test("105 passes the headers of CSV tables, whose status stands in the UASC table")
  func tables() async throws {
    try await expect(
      "105",
      """
      CHILD | SEX |
      A     | F   |
      UASC
      CHILD | DUC |
      """)
  }

  @Test("231 fails an unaccompanied child who was under 11 when the year ended")
  func young() async throws {
    try await expect(
      "231",
      """
      CHILD | DOB        |
      A     | 01/04/2015 | ✗
      B     | 31/03/2015 |
      C     | 01/04/2015 |
      D     |            |
      UASC
      CHILD | DUC |
      A     |     |
      B     |     |
      D     |     |
      """)
    #expect(LookedAfterRules.book(for: 2024)?.rule("231") == nil)
  }

  @Test("303 fails a status that ceased and that the header does not give the child")
  func statusNotGiven() async throws {
    try await expect(
      "303", isXML: true,
      """
      CHILD | DUC        |
      A     | 01/05/2025 | ✗
      B     | 01/05/2025 | ✗
      C     | 01/05/2025 |
      D     |            |
      E     | 01/05/2025 |
      Header
      CHILD | UASC |
      A     | 0    | ✗
      B     |      | ✗
      C     | 1    |
      D     | 0    |
      """)
  }

  @Test("303 passes CSV tables, where a child in the UASC table has the status, though another is there twice")
  func tableGivesStatus() async throws {
    try await expect(
      "303",
      """
      CHILD | DUC        |
      A     | 01/05/2025 |
      A     | 01/05/2025 |
      B     | 01/05/2025 |
      Header
      CHILD | SEX |
      A     | F   |
      B     | M   |
      """)
  }

  @Test("304 fails a status that ceased after the 18th birthday")
  func eighteenth() async throws {
    try await expect(
      "304",
      """
      CHILD | DOB        | DUC        |
      A     | 29/02/2008 | 01/03/2026 | ✗
      B     | 29/02/2008 | 28/02/2026 |
      C     |            | 01/03/2026 |
      D     | 29/02/2008 |            |
      """)
  }
}
