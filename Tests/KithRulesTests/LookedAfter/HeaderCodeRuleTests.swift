import KithTables
import Testing

@testable import KithRules

@Suite("Rules on the header's codes and numbers")
struct HeaderCodeRuleTests {
  @Test("101 fails a sex that is blank or no code")
  func sex() async throws {
    try await expect(
      "101",
      """
      CHILD | SEX |
      A     | M   |
      B     | U   |
      C     | 1   | ✗
      D     |     | ✗
      """)
  }

  @Test("101 asks for numbers to 2023/24")
  func formerSex() async throws {
    try await expect(
      "101", year: 2024,
      """
      CHILD | SEX |
      A     | 1   |
      B     | 2   |
      C     | F   | ✗
      """)
  }

  @Test("102 fails a date of birth that is blank or no date")
  func dateOfBirth() async throws {
    try await expect(
      "102",
      """
      CHILD | DOB        |
      A     | 29/02/2016 |
      B     | 29/02/2017 | ✗
      C     | 2017-03-01 | ✗
      D     |            | ✗
      """)
  }

  @Test("103 fails an ethnic origin that is blank or no code")
  func ethnicity() async throws {
    try await expect(
      "103",
      """
      CHILD | ETHNIC |
      A     | NOBT   |
      B     | wbri   |
      C     | WHITE  | ✗
      D     |        | ✗
      """)
  }

  @Test("168 fails a number in another format than a UPN's")
  func upnFormat() async throws {
    try await expect(
      "168",
      """
      CHILD | UPN            |
      A     | A123456789012  |
      B     | H12345678901R  |
      C     | UN1            |
      D     | UN5            |
      E     |                |
      F     | UN6            | ✗
      G     | I123456789012  | ✗
      H     | O123456789012  | ✗
      I     | S123456789012  | ✗
      J     | A12345678901   | ✗
      K     | A1234567890123 | ✗
      L     | 1123456789012  | ✗
      M     | A1234567890RR  | ✗
      """)
  }

  @Test("209 fails UN1 for a child who was 4 by August of the year before the collection year")
  func tooYoungForNumber() async throws {
    try await expect(
      "209",
      """
      CHILD | DOB        | UPN |
      A     | 31/08/2020 | UN1 | ✗
      B     | 01/09/2020 | UN1 |
      C     | 31/08/2020 | UN2 |
      D     | 31/08/2020 |     |
      E     |            | UN1 |
      """)
  }

  @Test("210 fails UN4 for a child who came into care before the last week, and not for later ones")
  func recentStart() async throws {
    try await expect(
      "210",
      """
      CHILD | DECOM      |
      A     | 23/03/2026 | ✗
      B     | 24/03/2026 |
      C     | 23/03/2026 |
      D     |            |
      E     | 23/03/2026 |
      Header
      CHILD | UPN |
      A     | UN4 | ✗
      B     | UN4 |
      C     | UN3 |
      D     | UN4 |
      E     |     |
      """)
  }

  @Test("232 asks about a sex that is unknown")
  func unknownSex() async throws {
    try await expect(
      "232",
      """
      CHILD | SEX |
      A     | U   | ✗
      B     | F   |
      C     |     |
      """)
    #expect(LookedAfterRules.book(for: 2026)?.rule("232")?.severity == .query)
    #expect(LookedAfterRules.book(for: 2024)?.rule("232") == nil)
  }

  @Test("301 fails a child who was born after the year ended")
  func bornLater() async throws {
    try await expect(
      "301",
      """
      CHILD | DOB        |
      A     | 01/04/2026 | ✗
      B     | 31/03/2026 |
      C     |            |
      """)
  }

  @Test("351 fails a person who was over 25 when the year began")
  func overTwentyFive() async throws {
    try await expect(
      "351",
      """
      CHILD | DOB        |
      A     | 31/03/2000 | ✗
      B     | 01/04/2000 |
      C     |            |
      """)
  }

  @Test("442 fails a blank UPN of a child who was not only in short breaks")
  func noNumber() async throws {
    try await expect(
      "442",
      """
      CHILD | UPN |
      A     |     | ✗
      B     |     |
      C     | UN1 |
      D     |     | ✗
      E     |     |
      Episodes
      CHILD | LS |
      A     | V3 |
      A     | C2 |
      B     | V4 |
      C     | C2 |
      D     |    |
      """)
  }

  @Test("444 fails a UPN that two children have, and not one that two headers of one child have")
  func sharedNumber() async throws {
    try await expect(
      "444",
      """
      CHILD | UPN           |
      A     | A123456789012 | ✗
      B     | a123456789012 | ✗
      C     | A123456789013 |
      C     | A123456789013 |
      D     | UN3           |
      E     | UN3           |
      F     |               |
      G     |               |
      """)
  }

  @Test(
    "a UPN cell holds nothing, a reason, a number or something else",
    arguments: [
      ("", UPN.blank), ("UN1", .reason(1)), ("UN5", .reason(5)), ("UN0", .other), ("UN", .other),
      ("Z123456789012", .number), ("Z12345678901A", .number), ("Z12345678901?", .other), ("Z123456789012 ", .other),
    ])
  func upnContent(text: String, content: UPN) { #expect(UPN(Array(text.utf8)[...]) == content) }
}
