import Testing

@testable import KithRules

@Suite("Rules on who a child is, this year and last")
struct IdentityAcrossYearsTests {
  @Test("X106 fails a number that changed or went, unless FormerUPN gives last year's")
  func upn() async throws {
    try await expectAcross(
      "X106",
      """
      CIN ChildIdentifiers
      LAchildID | UPN           | FormerUPN     |
      A         | A123456789012 |               | ✗
      B         | A123456789012 | B123456789012 |
      C         |               |               | ✗
      D         | D123456789012 |               |
      E         | D123456789012 |               |
      F         | D123456789012 |               |
      CIN ChildIdentifiers_last
      LAchildID | UPN           |
      A         | B123456789012 | ✗
      B         | B123456789012 |
      C         | C123456789012 | ✗
      D         | D123456789012 |
      E         |               |
      F         | not known     |
      """)
  }

  @Test("X107 fails a sex that changed, in the coding of each year")
  func sex() async throws {
    try await expectAcross(
      "X107",
      """
      CIN ChildIdentifiers
      LAchildID | Sex |
      A         | M   | ✗
      B         | M   |
      C         | U   |
      D         | M   |
      E         |     |
      CIN ChildIdentifiers_last
      LAchildID | Sex |
      A         | F   | ✗
      B         | M   |
      C         | F   |
      D         | U   |
      E         | F   |
      """)
    try await expectAcross(
      "X107", year: 2025,
      """
      CIN ChildIdentifiers
      LAchildID | Sex |
      A         | M   | ✗
      B         | M   |
      C         | M   |
      D         | U   |
      CIN ChildIdentifiers_last
      LAchildID | GenderCurrent |
      A         | 2             | ✗
      B         | 1             |
      C         | 9             |
      D         | 0             |
      """)
    try await expectAcross(
      "X107", year: 2024,
      """
      CIN ChildIdentifiers
      LAchildID | GenderCurrent |
      A         | 1             | ✗
      B         | 1             |
      CIN ChildIdentifiers_last
      LAchildID | GenderCurrent |
      A         | 2             | ✗
      B         | 0             |
      """)
  }

  @Test("X108 fails a birth date that changed, and none that became known")
  func birthDate() async throws {
    try await expectAcross(
      "X108",
      """
      CIN ChildIdentifiers
      LAchildID | PersonBirthDate |
      A         | 2015-06-01      | ✗
      B         | 2015-06-01      |
      C         | 2015-06-01      |
      D         |                 |
      CIN ChildIdentifiers_last
      LAchildID | PersonBirthDate |
      A         | 2015-06-02      | ✗
      B         | 2015-06-01      |
      C         |                 |
      D         | 2015-06-01      |
      """)
  }

  @Test("X109 fails a number that another child of another birth date had last year")
  func othersUPN() async throws {
    try await expectAcross(
      "X109",
      """
      CIN ChildIdentifiers
      LAchildID | UPN           | PersonBirthDate |
      A         | B123456789012 | 2015-06-01      | ✗
      C         | D123456789012 | 2015-06-01      |
      E         | E123456789012 | 2015-06-01      |
      F         | G123456789012 |                 |
      H         | UN1           | 2015-06-01      |
      J         |               | 2015-06-01      |
      CIN ChildIdentifiers_last
      LAchildID | UPN           | PersonBirthDate |
      B         | B123456789012 | 2015-06-02      | ✗
      D         | D123456789012 | 2015-06-01      |
      E         | E123456789012 | 2015-06-02      |
      G         | G123456789012 | 2015-06-02      |
      I         | UN1           | 2015-06-02      |
      """)
  }
}
