import KithReturns
import Testing

@testable import KithRules

@Suite("CIN rules on what enquiries led to")
struct EnquiryOutcomeRuleTests {
  @Test(
    "8675Q fails an enquiry that began more than 15 working days before the year's end and waits for its conference")
  func lateConference() async throws {
    try await expectInNeed(
      "8675Q",
      """
      LAchildID | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired |
      A         | 2026-03-10         |                  | FALSE           | ✗
      B         | 2026-03-11         |                  | 0               |
      C         | 2026-03-10         | 2026-03-31       | 0               |
      D         | 2026-03-10         |                  | 1               |
      E         | 2026-03-10         |                  |                 |
      F         |                    |                  | 0               |
      """)
  }

  @Test("8715 and 8740 fail a conference outside the year, and an enquiry from outside it without one")
  func outsideYear() async throws {
    try await expectInNeed(
      "8715",
      """
      LAchildID | DateOfInitialCPC |
      A         | 2025-03-31       | ✗
      B         | 2025-04-01       |
      C         | 2026-03-31       |
      D         | 2026-04-01       | ✗
      E         |                  |
      """)
    try await expectInNeed(
      "8740",
      """
      LAchildID | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired |
      A         | 2025-03-31         |                  | false           | ✗
      B         | 2025-04-01         |                  | false           |
      C         | 2026-04-01         |                  | 0               | ✗
      D         | 2025-03-31         | 2025-04-10       | 0               |
      E         | 2025-03-31         |                  | 1               |
      F         |                    |                  | 0               |
      """)
  }

  @Test("8839 fails two enquiries of a time in need that wait for a conference")
  func twoUndecided() async throws {
    try await expectInNeed(
      "8839",
      """
      LAchildID | CINdetailsID | DateOfInitialCPC | ICPCnotRequired |
      A         | 1            |                  | 0               | ✗
      A         | 1            |                  |                 | ✗
      A         | 1            |                  | TRUE            |
      A         | 2            |                  | 0               |
      B         | 1            | 2025-06-02       | 0               |
      B         | 1            |                  | 0               |
      """)
  }

  @Test("8868 fails an enquiry of a closed case with neither a conference nor a word, or with both")
  func closedCase() async throws {
    try await expectInNeed(
      "8868",
      """
      LAchildID | CINdetailsID | DateOfInitialCPC | ICPCnotRequired |
      A         | 1            |                  | false           | ✗
      A         | 1            | 2025-06-02       | false           |
      A         | 1            |                  | TRUE            |
      A         | 2            |                  | false           |
      B         | 1            | 2025-06-02       | 1               | ✗
      C         | 1            |                  |                 | ✗
      CINdetails
      LAchildID | CINdetailsID | CINclosureDate |
      A         | 1            | 2025-09-01     | ✗
      A         | 2            |                |
      B         | 1            | 2025-09-01     | ✗
      C         | 1            | 2025-09-01     | ✗
      """)
  }

  @Test("8870Q and 8875 fail a target and a conference on a Saturday or a Sunday")
  func weekend() async throws {
    func table(_ field: String) -> String {
      """
      LAchildID | \(field)   |
      A         | 2025-06-13 |
      B         | 2025-06-14 | ✗
      C         | 2025-06-15 | ✗
      D         | 2025-06-16 |
      E         |            |
      """
    }
    try await expectInNeed("8870Q", table("InitialCPCtarget"))
    try await expectInNeed("8875", table("DateOfInitialCPC"))
  }

  @Test("8890 fails an enquiry that began while another of the same time in need was going on")
  func overlap() async throws {
    try await expectInNeed(
      "8890",
      """
      LAchildID | CINdetailsID | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired |
      A         | 1            | 2025-06-01         | 2025-06-16       |                 | ✗
      A         | 1            | 2025-06-16         | 2025-06-30       |                 | ✗
      A         | 1            | 2025-07-01         | 2025-07-15       |                 |
      A         | 2            | 2025-06-05         | 2025-06-20       |                 |
      B         | 1            | 2025-06-01         |                  | 0               | ✗
      B         | 1            | 2026-03-31         | 2026-04-10       |                 | ✗
      C         | 1            | 2025-06-01         |                  | true            |
      C         | 1            | 2025-07-01         |                  |                 |
      D         | 1            |                    |                  |                 |
      D         | 1            | 2025-07-01         |                  |                 |
      """)
  }
}
