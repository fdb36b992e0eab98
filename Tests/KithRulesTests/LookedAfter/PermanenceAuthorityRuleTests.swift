import KithReturns
import Testing

@testable import KithRules

@Suite("Rule on the authority of an earlier permanence arrangement")
struct PermanenceAuthorityRuleTests {
  @Test("633 fails what is no authority's number, and knows the new authorities and those that have closed")
  func authority() async throws {
    try await expect(
      "633",
      """
      CHILD | LA_PERM |
      A     | 204     |
      A     | 838     |
      A     | 942     |
      A     | 909     |
      A     | 835     |
      A     | WAL     |
      A     | NUK     |
      A     | 999     |
      A     |         |
      A     | 458     | ✗
      A     | 2O4     | ✗
      A     | 0204    | ✗
      A     | ENG     | ✗
      """)
  }
}
