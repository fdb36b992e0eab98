import Testing

@testable import KithRules

@Suite("Rules on unaccompanied children this year beside last")
struct UnaccompaniedLastYearRuleTests {
  @Test("205A fails a child who is in the UASC table no longer, unless the status ceased last year")
  func dropped() async throws {
    try await expect(
      "205A",
      """
      CHILD | SEX |
      A     | F   | ✗
      B     | F   |
      C     | F   | ✗
      D     | F   |
      E     | F   |
      UASC
      CHILD | DUC |
      D     |     |
      F     |     |
      Header_last
      CHILD | SEX |
      A     | F   |
      B     | F   |
      C     | F   |
      D     | F   |
      E     | F   |
      F     | F   |
      UASC_last
      CHILD | DUC        |
      A     |            |
      B     | 31/03/2025 |
      C     | 01/04/2025 |
      D     |            |
      F     |            |
      """)
  }

  @Test("205A fails a child who by the XML header is not unaccompanied and whose status ceased")
  func statedNoLonger() async throws {
    try await expect(
      "205A", isXML: true,
      """
      CHILD | UASC |
      A     | 0    | ✗
      B     | 1    |
      UASC
      CHILD | DUC        |
      A     | 01/05/2024 | ✗
      B     | 01/05/2024 |
      Header_last
      CHILD | UASC |
      A     | 1    |
      B     | 1    |
      UASC_last
      CHILD | DUC        |
      A     | 01/05/2024 |
      B     | 01/05/2024 |
      """)
  }

  @Test("205B fails a child in both years' UASC tables whose days do not go together")
  func bothYears() async throws {
    try await expect(
      "205B",
      """
      CHILD | SEX |
      A     | F   |
      B     | F   |
      C     | F   | ✗
      D     | F   | ✗
      E     | F   |
      UASC
      CHILD | DUC        |
      A     | 01/06/2025 |
      B     | 01/06/2027 |
      C     |            | ✗
      D     | 01/06/2025 | ✗
      E     |            |
      Header_last
      CHILD | SEX |
      A     | F   |
      B     | F   |
      C     | F   |
      D     | F   |
      E     | F   |
      UASC_last
      CHILD | DOB        | DUC        |
      A     | 01/06/2009 | 01/06/2027 |
      B     | 01/06/2009 | 01/06/2027 |
      C     | 01/06/2009 | 01/06/2027 |
      D     | 01/06/2009 | 02/06/2027 |
      """)
  }

  @Test("205C fails a day on which a status ceased that the child had in neither year")
  func neitherYear() async throws {
    try await expect(
      "205C", isXML: true,
      """
      CHILD | UASC |
      A     | 0    | ✗
      B     |      | ✗
      C     | 1    |
      D     | 0    |
      E     | 0    |
      UASC
      CHILD | DUC        |
      A     | 01/06/2025 | ✗
      B     |            | ✗
      C     | 01/06/2025 |
      D     | 01/06/2025 |
      E     |            |
      Header_last
      CHILD | UASC |
      B     | 0    |
      D     | 1    |
      UASC_last
      CHILD | DUC        |
      B     | 01/06/2025 |
      """)
  }

  @Test("205C passes CSV tables, where a child in the UASC table has the status or has no header")
  func neitherYearInTables() async throws {
    try await expect(
      "205C",
      """
      CHILD | SEX |
      A     | F   |
      UASC
      CHILD | DUC        |
      A     | 01/06/2025 |
      B     | 01/06/2025 |
      Header_last
      CHILD | SEX |
      UASC_last
      CHILD | DUC        |
      """)
  }

  @Test("205D fails a child who was looked after last year and is in the UASC table only now")
  func onlyNow() async throws {
    try await expect(
      "205D",
      """
      CHILD | SEX |
      A     | F   | ✗
      B     | F   |
      C     | F   |
      D     | F   |
      UASC
      CHILD | DUC |
      A     |     |
      A     |     |
      B     |     |
      C     |     |
      Header_last
      CHILD | SEX |
      A     | F   |
      B     | F   |
      D     | F   |
      UASC_last
      CHILD | DUC |
      B     |     |
      """)
  }
}
