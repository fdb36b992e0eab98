import Testing

@testable import KithRules

@Suite("Rules on who a child is, in both returns")
struct IdentityInBothTests {
  @Test("X205 fails two birth dates")
  func birthDate() async throws {
    try await expectAcross(
      "X205",
      """
      CIN ChildIdentifiers
      LAchildID | PersonBirthDate |
      A         | 2015-06-01      | ✗
      B         | 2015-06-01      |
      C         |                 |
      D         | 2015-06-01      |
      SSDA903 Header
      CHILD | DOB        |
      A     | 02/06/2015 | ✗
      B     | 01/06/2015 |
      C     | 01/06/2015 |
      E     | 02/06/2015 |
      """)
  }

  @Test("X206 fails two sexes, in the coding of each year")
  func sex() async throws {
    try await expectAcross(
      "X206",
      """
      CIN ChildIdentifiers
      LAchildID | Sex |
      A         | M   | ✗
      B         | F   |
      C         | U   |
      D         |     |
      SSDA903 Header
      CHILD | SEX |
      A     | F   | ✗
      B     | F   |
      C     | F   |
      D     | F   |
      """)
    try await expectAcross(
      "X206", year: 2024,
      """
      CIN ChildIdentifiers
      LAchildID | GenderCurrent |
      A         | 1             | ✗
      B         | 2             |
      C         | 9             |
      SSDA903 Header
      CHILD | SEX |
      A     | 2   | ✗
      B     | 2   |
      C     | 2   |
      """)
  }

  @Test("X207 fails two numbers, unless FormerUPN gives the other")
  func upn() async throws {
    try await expectAcross(
      "X207",
      """
      CIN ChildIdentifiers
      LAchildID | UPN           | FormerUPN     |
      A         | A123456789012 |               | ✗
      B         | A123456789013 | B123456789012 |
      C         | C123456789012 |               |
      D         |               |               |
      E         | E123456789012 |               |
      SSDA903 Header
      CHILD | UPN           |
      A     | B123456789019 | ✗
      B     | B123456789012 |
      C     | C123456789012 |
      D     | D123456789012 |
      E     | UN1           |
      """)
  }

  @Test("X208 fails two ethnic groups")
  func ethnicity() async throws {
    try await expectAcross(
      "X208",
      """
      CIN ChildCharacteristics
      LAchildID | Ethnicity |
      A         | WBRI      | ✗
      B         | WBRI      |
      C         | NOBT      | ✗
      D         |           |
      E         | XXXX      |
      SSDA903 Header
      CHILD | ETHNIC |
      A     | WIRI   | ✗
      B     | WBRI   |
      C     | WBRI   | ✗
      D     | WBRI   |
      E     | WBRI   |
      """)
  }

  @Test("X209 fails a child under two identifiers whom number, birth date and dates show to be one")
  func identifiers() async throws {
    try await expectAcross(
      "X209",
      """
      CIN ChildIdentifiers
      LAchildID | UPN           | PersonBirthDate |
      A         | A123456789012 | 2015-06-01      | ✗
      B         | B123456789012 | 2015-06-01      |
      C         | C123456789012 | 2015-06-02      |
      D         | D123456789012 | 2015-06-01      |
      E         |               | 2015-06-01      |
      F         | F123456789012 | 2015-06-01      |
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | 2025-04-01      |                | false       |
      B         | 2025-04-01      |                | false       |
      C         | 2025-04-01      |                | false       |
      D         | 2025-08-01      |                | false       |
      E         | 2025-04-01      |                | false       |
      F         | 2025-04-01      |                | false       |
      SSDA903 Header
      CHILD | UPN           | DOB        |
      A9    | A123456789012 | 01/06/2015 | ✗
      B     | B123456789012 | 01/06/2015 |
      C9    | C123456789012 | 01/06/2015 |
      D9    | D123456789012 | 01/06/2015 |
      E9    |               | 01/06/2015 |
      F8    | F123456789012 | 01/06/2015 |
      F9    | F123456789012 | 01/06/2015 |
      SSDA903 Episodes
      CHILD | DECOM      | DEC        | LS | REC |
      A9    | 01/05/2025 |            | C2 |     |
      B     | 01/05/2025 |            | C2 |     |
      C9    | 01/05/2025 |            | C2 |     |
      D9    | 01/05/2025 | 01/08/2025 | C2 | E4A |
      E9    | 01/05/2025 |            | C2 |     |
      F8    | 01/05/2025 |            | C2 |     |
      F9    | 01/05/2025 |            | C2 |     |
      """)
  }

  @Test("X210 fails a number that another child of another birth date has in the SSDA903 return")
  func othersUPN() async throws {
    try await expectAcross(
      "X210",
      """
      CIN ChildIdentifiers
      LAchildID | UPN           | PersonBirthDate |
      A         | A123456789012 | 2015-06-01      | ✗
      B         | B123456789012 | 2015-06-01      |
      C         | C123456789012 | 2015-06-01      |
      D         | D123456789012 |                 |
      E         | UN1           | 2015-06-01      |
      SSDA903 Header
      CHILD | UPN           | DOB        |
      A9    | A123456789012 | 02/06/2015 | ✗
      B     | B123456789012 | 02/06/2015 |
      C9    | C123456789012 | 01/06/2015 |
      D9    | D123456789012 | 01/06/2015 |
      E9    | UN1           | 02/06/2015 |
      """)
  }

  @Test("X211 fails a child in UASC whose completed assessments found factors and not 9A")
  func unaccompanied() async throws {
    try await expectAcross(
      "X211",
      """
      SSDA903 UASC
      CHILD | DOB        |
      A     | 01/06/2010 | ✗
      B     | 01/06/2010 |
      C     | 01/06/2010 |
      D     | 01/06/2010 |
      E     | 01/06/2010 |
      CIN Assessments
      LAchildID | CINdetailsID | AssessmentID | AssessmentAuthorisationDate |
      A         | 1            | 1            | 2025-06-01                  | ✗
      B         | 1            | 1            | 2025-06-01                  |
      C         | 1            | 1            |                             |
      D         | 1            | 1            | 2025-06-01                  |
      CIN AssessmentFactorsList
      LAchildID | CINdetailsID | AssessmentID | AssessmentFactor |
      A         | 1            | 1            | 4A               |
      B         | 1            | 1            | 4A               |
      B         | 1            | 1            | 9A               |
      C         | 1            | 1            | 4A               |
      """)
  }

  @Test("X212 fails factor 9A of a child in care who is not in UASC, in the year")
  func factor() async throws {
    try await expectAcross(
      "X212",
      """
      CIN AssessmentFactorsList
      LAchildID | CINdetailsID | AssessmentID | AssessmentFactor |
      A         | 1            | 1            | 9A               | ✗
      B         | 1            | 1            | 9A               |
      C         | 1            | 1            | 4A               |
      D         | 1            | 1            | 9A               |
      E         | 1            | 1            | 9A               |
      CIN Assessments
      LAchildID | CINdetailsID | AssessmentID | AssessmentAuthorisationDate |
      A         | 1            | 1            | 2025-06-01                  |
      B         | 1            | 1            | 2025-06-01                  |
      C         | 1            | 1            | 2025-06-01                  |
      D         | 1            | 1            | 2025-03-31                  |
      E         | 1            | 1            |                             |
      SSDA903 Header
      CHILD | UASC |
      A     | 0    | ✗
      B     | 1    |
      C     | 0    |
      D     | 0    |
      E     | 0    |
      """)
  }
}
