import Testing

@testable import KithRules

@Suite("Rules on outcomes (OC2)")
struct OutcomeRuleTests {
  /// A is looked after for the twelve months to 31 March 2026, N since 2 April 2025.
  let care = """
    Episodes
    CHILD | DECOM      | DEC | RNE | REC | LS
    A     | 01/04/2025 |     | S   |     | C2
    N     | 02/04/2025 |     | S   |     | C2
    """

  @Test("157 fails SDQ1 for a child of 4 to 16, and not for one who turns 17 by the end of the year")
  func ageAsReason() async throws {
    try await expect(
      "157",
      """
      CHILD | DOB        | SDQ_SCORE | SDQ_REASON |
      A     | 01/04/2021 |           | SDQ1       | ✗
      A     | 02/04/2021 |           | SDQ1       |
      A     | 01/06/2009 |           | SDQ1       | ✗
      A     | 31/03/2009 |           | SDQ1       |
      A     | 01/01/2015 | 12        | SDQ1       |
      A     | 01/01/2015 |           | SDQ2       |
      A     | 01/01/2015 |           |            |
      A     |            |           | SDQ1       |
      N     | 01/01/2015 |           | SDQ1       |
      \(care)
      """)
  }

  @Test("180 fails a score that is not a whole number from 0 to 40")
  func scoreRange() async throws {
    try await expect(
      "180",
      """
      CHILD | SDQ_SCORE |
      A     | 0         |
      A     | 40        |
      A     | 41        | ✗
      A     | -1        | ✗
      A     | 5.0       |
      A     | 5.5       | ✗
      A     | ten       | ✗
      A     |           |
      """)
  }

  @Test("181 fails a yes-or-no item that is neither")
  func yesOrNo() async throws {
    try await expect(
      "181",
      """
      CHILD | CONVICTED | HEALTH_CHECK | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED |
      A     | 2         |              |               |             |                   |                  |                       |                      | ✗
      A     |           | YES          |               |             |                   |                  |                       |                      | ✗
      A     |           |              | Y            |             |                   |                  |                       |                      | ✗
      A     |           |              |               | 10          |                   |                  |                       |                      | ✗
      A     |           |              |               |             | 1.0               |                  |                       |                      | ✗
      A     |           |              |               |             |                   | N                |                       |                      | ✗
      A     |           |              |               |             |                   |                  | 2                     |                      | ✗
      A     |           |              |               |             |                   |                  |                       | NO                   | ✗
      A     | 0         | 1            | 0             | 1           | 0                 | 1                | 0                     | 1                    |
      A     |           |              |               |             |                   |                  |                       |                      |
      """)
  }

  @Test("182 fails outcomes of some children without those of every child")
  func coreItems() async throws {
    try await expect(
      "182",
      """
      CHILD | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE | CONVICTED | HEALTH_CHECK | INTERVENTION_RECEIVED | INTERVENTION_OFFERED |
      A     | 1             | 1           | 1                 |                  | 0         |              |                       |                      | ✗
      A     |               |             |                   |                  |           | 1            |                       |                      | ✗
      A     | 1             | 1           |                   | 1                |           |              | 0                     |                      | ✗
      A     | 1             |             | 1                 | 1                |           |              |                       | 0                    | ✗
      A     | 1             | 1           | 1                 | 1                | 0         | 1            |                       |                      |
      A     |               | 1           | 1                 | 1                |           |              |                       |                      |
      A     |               |             |                   |                  |           |              |                       |                      |
      """)
  }

  @Test("185 fails a score of a child who was not looked after for twelve months")
  func scoreWithoutYear() async throws {
    try await expect(
      "185",
      """
      CHILD | SDQ_SCORE |
      A     | 12        |
      N     | 12        | ✗
      N     |           |
      X     | 12        | ✗
      \(care)
      """)
  }

  @Test("186 fails a child of 4 to 16 with neither a score nor a reason for none")
  func neitherScoreNorReason() async throws {
    try await expect(
      "186",
      """
      CHILD | DOB        | SDQ_SCORE | SDQ_REASON |
      A     | 01/04/2021 |           |            | ✗
      A     | 02/04/2021 |           |            |
      A     | 01/04/2009 |           |            | ✗
      A     | 31/03/2009 |           |            |
      A     | 01/01/2015 | 12        |            |
      A     | 01/01/2015 |           | SDQ2       |
      N     | 01/01/2015 |           |            |
      A     |            |           |            |
      \(care)
      """)
  }

  @Test("187 fails adoption and care leaver's items of a child who was looked after for twelve months")
  func adoptedOrLeft() async throws {
    try await expect(
      "187",
      """
      OC3
      CHILD | IN_TOUCH | ACTIV | ACCOM |
      A     | YES      |       |       | ✗
      A     |          |       | B1    | ✗
      A     |          |       |       |
      N     | YES      | F1    | B1    |
      AD1
      CHILD | DATE_INT   | DATE_MATCH | FOSTER_CARE | NB_ADOPTR | SEX_ADOPTR | LS_ADOPTR |
      A     | 01/05/2025 |            |             |           |            |           | ✗
      A     |            |            |             | 2         |            |           | ✗
      A     |            |            |             |           |            |           |
      N     | 01/05/2025 | 01/06/2025 | 0           | 2         | MF         | L0        |
      \(care)
      """)
  }

  @Test("188 fails an SDQ score or reason of a child who is under 4 on 31 March")
  func under4() async throws {
    try await expect(
      "188",
      """
      CHILD | DOB        | SDQ_SCORE | SDQ_REASON |
      A     | 01/04/2022 | 3         |            | ✗
      A     | 01/04/2022 |           | SDQ1       | ✗
      A     | 31/03/2022 | 3         |            |
      A     | 01/04/2022 |           |            |
      A     |            | 3         |            |
      """)
  }

  @Test("189 fails an SDQ score or reason of a child who was 17 before the year began")
  func over17() async throws {
    try await expect(
      "189",
      """
      CHILD | DOB        | SDQ_SCORE | SDQ_REASON |
      A     | 31/03/2008 | 3         |            | ✗
      A     | 31/03/2008 |           | SDQ1       | ✗
      A     | 01/04/2008 | 3         |            |
      A     | 31/03/2008 |           |            |
      A     |            | 3         |            |
      """)
  }

  @Test("190 fails outcomes of a child who was not looked after for twelve months")
  func outcomesWithoutYear() async throws {
    try await expect(
      "190",
      """
      CHILD | CONVICTED | HEALTH_CHECK | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE | INTERVENTION_RECEIVED | INTERVENTION_OFFERED |
      N     | 0         |              |               |             |                   |                  |                       |                      | ✗
      N     |           |              |               | 1           |                   |                  |                       |                      | ✗
      N     |           |              |               |             |                   |                  |                       | 1                    | ✗
      N     |           |              |               |             |                   |                  |                       |                      |
      A     | 0         |              | 1             | 1           | 1                 | 1                |                       |                      |
      \(care)
      """)
  }

  @Test("191 fails blank outcomes, and the first episode of a child who has none; one bad date stops no other child")
  func outcomesMissing() async throws {
    try await expect(
      "191",
      """
      OC2
      CHILD | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE |
      A     | 1             | 1           | 1                 | 1                |
      A     | 1             | 1           | 1                 |                  | ✗
      N     | 1             | 1           | 1                 |                  |
      Episodes
      CHILD | DECOM      | DEC        | RNE | REC | LS
      A     | 01/04/2025 |            | S   |     | C2
      N     | 02/04/2025 |            | S   |     | C2
      B     | 01/05/2025 |            | P   |     | C2 |
      B     | 01/04/2024 | 01/05/2025 | S   | X1  | C2 | ✗
      C     | 02/04/2025 |            | S   |     | C2 |
      D     | 31/02/2025 |            | S   |     | C2 |
      """)
  }

  @Test("196 fails a reason for no score that is not one of the codes")
  func reasonCode() async throws {
    try await expect(
      "196",
      """
      CHILD | SDQ_REASON |
      A     | SDQ6       | ✗
      A     | 1          | ✗
      A     | SDQ5       |
      A     | sdq1       |
      A     |            |
      """)
  }

  @Test("197a fails a score that stands beside a reason for none")
  func scoreAndReason() async throws {
    try await expect(
      "197a",
      """
      CHILD | SDQ_SCORE | SDQ_REASON |
      A     | 0         | SDQ2       | ✗
      A     | 12        |            |
      A     |           | SDQ2       |
      A     |           |            |
      """)
  }

  @Test("197B fails a child who turns 4 or 17 in the year with neither a score nor a reason for none")
  func turningAge() async throws {
    try await expect(
      "197B",
      """
      CHILD | DOB        | SDQ_SCORE | SDQ_REASON |
      A     | 01/04/2021 |           |            | ✗
      A     | 31/03/2022 |           |            | ✗
      A     | 01/04/2022 |           |            |
      A     | 31/03/2021 |           |            |
      A     | 01/04/2008 |           |            | ✗
      A     | 31/03/2009 |           |            | ✗
      A     | 31/03/2008 |           |            |
      A     | 01/06/2021 | 3         |            |
      A     | 01/06/2021 |           | SDQ1       |
      N     | 01/06/2021 |           |            |
      A     |            |           |            |
      \(care)
      """)
  }

  @Test("198 fails a reason for no score of a child who was not looked after for twelve months")
  func reasonWithoutYear() async throws {
    try await expect(
      "198",
      """
      CHILD | SDQ_REASON |
      A     | SDQ2       |
      N     | SDQ2       | ✗
      N     |            |
      \(care)
      """)
  }

  @Test("542 fails convictions of a child who is under 10 on 31 March")
  func convictionsUnder10() async throws {
    try await expect(
      "542",
      """
      CHILD | DOB        | CONVICTED |
      A     | 01/04/2016 | 0         | ✗
      A     | 31/03/2016 | 0         |
      A     | 01/04/2016 |           |
      A     |            | 1         |
      """)
  }

  @Test("543 fails blank convictions of a child of 10 or over, one who turns 10 on 31 March included")
  func convictionsBlank() async throws {
    try await expect(
      "543",
      """
      CHILD | DOB        | CONVICTED |
      A     | 30/03/2016 |           | ✗
      A     | 31/03/2016 |           | ✗
      A     | 01/04/2016 |           |
      A     | 30/03/2016 | 0         |
      N     | 30/03/2016 |           |
      A     |            |           |
      \(care)
      """)
  }

  @Test("544 fails convictions, yes or no, beside a blank outcome that every child needs")
  func convictionsAlone() async throws {
    try await expect(
      "544",
      """
      CHILD | CONVICTED | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE |
      A     | 1         | 1             | 1           | 1                 |                  | ✗
      A     | 0         |               | 1           | 1                 | 1                | ✗
      A     | 1         | 0             | 0           | 0                 | 0                |
      A     |           |               |             |                   |                  |
      """)
  }

  @Test("545 fails blank development checks of a child who is under 5 on 31 March")
  func checksBlank() async throws {
    try await expect(
      "545",
      """
      CHILD | DOB        | HEALTH_CHECK |
      A     | 01/04/2021 |              | ✗
      A     | 31/03/2021 |              |
      A     | 01/04/2021 | 0            |
      N     | 01/04/2021 |              |
      A     |            |              |
      \(care)
      """)
  }

  @Test("546 fails development checks of a child who is 5 or over on 31 March")
  func checksOver5() async throws {
    try await expect(
      "546",
      """
      CHILD | DOB        | HEALTH_CHECK |
      A     | 31/03/2021 | 1            | ✗
      A     | 01/04/2021 | 1            |
      A     | 31/03/2021 |              |
      N     | 31/03/2021 | 1            |
      A     |            | 1            |
      \(care)
      """)
  }

  @Test("547 fails development checks, yes or no, beside a blank outcome that every child needs")
  func checksAlone() async throws {
    try await expect(
      "547",
      """
      CHILD | HEALTH_CHECK | IMMUNISATIONS | TEETH_CHECK | HEALTH_ASSESSMENT | SUBSTANCE_MISUSE |
      A     | 1            | 1             |             | 1                 | 1                | ✗
      A     | 0            |               | 1           | 1                 | 1                | ✗
      A     | 1            | 0             | 0           | 0                 | 0                |
      A     |              |               |             |                   |                  |
      """)
  }
}
