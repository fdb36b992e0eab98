import KithReturns
import Testing

@testable import KithRules

@Suite("CIN rules on cases")
struct CaseRuleTests {
  @Test("8650 fails a primary need that is no code, and 8866 a referral without a source from April 2013")
  func codes() async throws {
    try await expectInNeed(
      "8650",
      """
      LAchildID | PrimaryNeedCode |
      A         | N0              |
      B         | N10             | ✗
      C         |                 |
      D         | n1              | ✗
      """)
    try await expectInNeed(
      "8866",
      """
      LAchildID | CINreferralDate | ReferralSource |
      A         | 2013-04-01      |                | ✗
      B         | 2013-03-31      |                |
      C         | 2025-06-01      | 5E             | ✗
      D         | 2025-06-01      | 5D             |
      E         |                 | 5E             |
      F         | 2025-06-01      | 1a             | ✗
      """)
  }

  @Test("8805 and 8810 fail a closure without a reason, and a reason without a closure")
  func closure() async throws {
    let cases = """
      LAchildID | CINclosureDate | ReasonForClosure |
      A         | 2025-06-01     | RC7              |
      B         | 2025-06-01     |                  | X
      C         |                | RC7              | Y
      D         |                |                  |
      E         | 2025-06-01     | closed           |
      """
    func marked(_ mark: String, not other: String) -> String {
      cases.replacing("| \(mark)\n", with: "| ✗\n").replacing("| \(other)\n", with: "|\n")
    }
    try await expectInNeed("8805", marked("X", not: "Y"))
    try await expectInNeed("8810", marked("Y", not: "X"))
  }

  @Test("8815 fails two open cases of a child, without those that had no further action")
  func twoOpen() async throws {
    try await expectInNeed(
      "8815",
      """
      LAchildID | CINdetailsID | CINclosureDate | ReferralNFA |
      A         | 1            |                | FALSE       | ✗
      A         | 2            |                | 0           | ✗
      A         | 3            |                | true        |
      B         | 1            |                | 0           |
      B         | 2            | 2025-06-01     | 0           |
      C         | 1            |                | 0           |
      C         | 2            |                |             |
      """)
  }

  @Test("8816 fails an open case that is not the latest referral, with the latest")
  func notTheLatest() async throws {
    try await expectInNeed(
      "8816",
      """
      LAchildID | CINdetailsID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | 1            | 2025-05-01      |                | 0           | ✗
      A         | 2            | 2025-07-01      | 2025-08-01     | 0           |
      A         | 3            | 2025-09-01      | 2025-10-01     | 1           | ✗
      A         | 4            | 2025-05-01      |                | 1           |
      B         | 1            | 2025-05-01      |                | 0           |
      B         | 2            | 2025-05-01      |                | 0           |
      C         | 1            |                 |                | 0           |
      C         | 2            | 2025-05-01      |                | 0           |
      D         | 1            | 2025-05-01      |                | 0           | ✗
      D         | 2            | 2025-07-01      | 2025-08-01     | 0           | ✗
      D         | 3            | 2025-07-01      |                | 1           | ✗
      """)
  }

  @Test("8825Q fails a case closed after an assessment that has none")
  func noAssessment() async throws {
    try await expectInNeed(
      "8825Q",
      """
      LAchildID | CINdetailsID | ReasonForClosure |
      A         | 1            | RC8              | ✗
      A         | 2            | RC9              |
      B         | 1            | RC7              |
      C         | 1            |                  |
      Assessments
      LAchildID | CINdetailsID | AssessmentActualStartDate |
      A         | 2            | 2025-06-01                |
      """)
  }

  @Test("8831 and 8832 fail a referral without further action that had some, with what followed")
  func noFurtherAction() async throws {
    try await expectInNeed(
      "8831",
      """
      LAchildID | CINdetailsID | DateOfInitialCPC | ReferralNFA |
      A         | 1            |                  | TRUE        | ✗
      A         | 2            | 2025-06-01       | 1           | ✗
      A         | 3            |                  | 1           |
      B         | 1            | 2025-06-01       | false       |
      C         | 1            |                  |             |
      Assessments
      LAchildID | CINdetailsID | AssessmentActualStartDate | AssessmentAuthorisationDate |
      A         | 1            |                           | 2025-06-01                  | ✗
      A         | 3            |                           |                             |
      C         | 1            | 2025-06-01                |                             |
      Section47
      LAchildID | CINdetailsID | S47ActualStartDate | DateOfInitialCPC |
      A         | 1            |                    | 2025-06-01       | ✗
      A         | 1            |                    |                  |
      B         | 1            | 2025-06-01         |                  |
      """)
    try await expectInNeed(
      "8832",
      """
      LAchildID | CINdetailsID | CPPstartDate |
      A         | 1            | 2025-06-01   | ✗
      A         | 2            | 2025-06-01   |
      B         | 1            |              | ✗
      C         | 1            | 2025-06-01   |
      CINdetails
      LAchildID | CINdetailsID | ReferralNFA |
      A         | 1            | true        | ✗
      A         | 2            | 0           |
      B         | 1            | 1           | ✗
      C         | 1            |             |
      """)
  }
}
