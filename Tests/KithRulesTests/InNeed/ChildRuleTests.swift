import KithReturns
import Testing

@testable import KithRules

@Suite("CIN rules on the file and on children")
struct ChildRuleTests {
  @Test("100 fails a reference date that is blank, no date, or not 31 March of the file's year")
  func referenceDate() async throws {
    try await expectInNeed(
      "100",
      """
      Year | ReferenceDate |
      2026 | 2026-03-31    |
      2026 |               | ✗
      2026 | 2025-03-31    | ✗
      2026 | 31 March 2026 | ✗
           | 2026-03-31    | ✗
      """)
  }

  @Test("4180 asks for a sex from 2024/25 and for a gender before it")
  func sexOrGender() async throws {
    try await expectInNeed(
      "4180",
      """
      LAchildID | Sex |
      A         | F   |
      B         | 1   | ✗
      C         |     | ✗
      D         | U   |
      """)
    try await expectInNeed(
      "4180", year: 2024,
      """
      LAchildID | GenderCurrent |
      A         | 2             |
      B         | F             | ✗
      C         |               | ✗
      D         | 0             |
      """)
  }

  @Test("4220 fails an ethnic group that is blank or no code")
  func ethnicGroup() async throws {
    try await expectInNeed(
      "4220",
      """
      LAchildID | Ethnicity |
      A         | WBRI      |
      B         | WHITE     | ✗
      C         |           | ✗
      """)
  }

  @Test("8500 and 8510 fail children without an identifier, and those who share one")
  func identifiers() async throws {
    try await expectInNeed(
      "8500",
      """
      LAchildID | Sex |
      A         | F   |
                | F   | ✗
      """)
    try await expectInNeed(
      "8510",
      """
      LAchildID | Sex |
      A         | F   | ✗
      B         | F   |
      a         | M   | ✗
                | F   |
                | F   |
      """)
  }

  @Test("8520 and 8525Q fail a birth after the year, and a child with both dates of birth or neither")
  func birth() async throws {
    try await expectInNeed(
      "8520",
      """
      LAchildID | PersonBirthDate |
      A         | 2026-03-31      |
      B         | 2026-04-01      | ✗
      C         |                 |
      """)
    try await expectInNeed(
      "8525Q",
      """
      LAchildID | PersonBirthDate | ExpectedPersonBirthDate |
      A         | 2020-03-31      |                         |
      B         |                 | 2026-05-01              |
      C         |                 |                         | ✗
      D         | 2020-03-31      | 2026-05-01              | ✗
      """)
  }

  @Test("8790 and 8794 fail a disability beside none, and one that stands twice")
  func disabilities() async throws {
    try await expectInNeed(
      "8790",
      """
      LAchildID | Disability |
      A         | NONE       |
      A         | MOB        | ✗
      B         | MOB        |
      C         | NONE       |
      C         |            |
      """)
    try await expectInNeed(
      "8794",
      """
      LAchildID | Disability |
      A         | MOB        | ✗
      A         | MOB        | ✗
      A         | LD         |
      B         | MOB        |
                | MOB        |
                | MOB        |
      """)
  }

  @Test("2887Q fails the return with seven codes of disability or fewer")
  func fewCodes() async throws {
    let codes = ["MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS"]
    func table(_ codes: some Sequence<String>) -> String {
      "LAchildID | Disability |\n" + codes.map { "\($0) | \($0) |\nN\($0) | NONE |\n" }.joined()
    }
    try await expectInNeed("2887Q", failsWhole: true, table(codes.prefix(7)))
    try await expectInNeed("2887Q", table(codes))
  }
}
