import Testing

@testable import KithRules

@Suite("CIN rules on initial conferences")
struct InitialConferenceRuleTests {
  @Test("2884 fails a conference that stands with an enquiry and with a time in need of the child")
  func recordedTwice() async throws {
    try await expectInNeed(
      "2884",
      """
      LAchildID | CINdetailsID | DateOfInitialCPC |
      A         | 1            | 2025-06-01       | ✗
      A         | 1            | 2025-06-02       |
      B         | 1            | 2025-06-01       |
      C         | 1            |                  |
      CINdetails
      LAchildID | CINdetailsID | DateOfInitialCPC |
      A         | 1            |                  |
      A         | 2            | 2025-06-01       | ✗
      B         | 1            | 2025-06-03       |
      C         | 1            |                  |
      """)
  }

  @Test("2885 fails a plan that did not begin on the day of an enquiry's conference, with the conferences")
  func enquiryConference() async throws {
    try await expectInNeed(
      "2885",
      """
      LAchildID | CINdetailsID | CPPstartDate |
      A         | 1            | 2025-06-01   |
      B         | 1            | 2025-06-02   | ✗
      C         | 1            | 2025-06-01   |
      C         | 1            | 2025-09-01   | ✗
      D         | 1            | 2025-03-31   |
      E         | 1            |              |
      F         | 1            | 2025-04-01   | ✗
      Section47
      LAchildID | CINdetailsID | DateOfInitialCPC | ICPCnotRequired |
      A         | 1            | 2025-06-01       | false           |
      B         | 1            | 2025-06-01       | false           | ✗
      C         | 1            | 2025-06-01       |                 |
      D         | 1            | 2025-06-01       | false           |
      E         | 1            | 2025-06-01       | false           |
      F         | 1            |                  | 0               | ✗
      CINdetails
      LAchildID | CINdetailsID | DateOfInitialCPC |
      B         | 1            | 2025-06-02       |
      F         | 1            | 2025-04-01       |
      """)
  }

  @Test("2885 asks for the time in need's own conference where no enquiry may lead to one")
  func ownConference() async throws {
    try await expectInNeed(
      "2885",
      """
      LAchildID | CINdetailsID | CPPstartDate |
      A         | 1            | 2025-06-01   |
      B         | 1            | 2025-06-02   | ✗
      C         | 1            | 2026-03-31   | ✗
      D         | 1            | 2026-04-01   |
      Section47
      LAchildID | CINdetailsID | DateOfInitialCPC | ICPCnotRequired |
      A         | 1            |                  | TRUE            |
      CINdetails
      LAchildID | CINdetailsID | DateOfInitialCPC |
      A         | 1            | 2025-06-01       |
      B         | 1            | 2025-06-01       | ✗
      C         | 1            |                  | ✗
      D         | 1            |                  |
      """)
  }

  @Test("8615 fails an enquiry that began after its conference, or has a conference and no start")
  func conferenceBeforeEnquiry() async throws {
    try await expectInNeed(
      "8615",
      """
      LAchildID | S47ActualStartDate | DateOfInitialCPC |
      A         | 2025-06-02         | 2025-06-01       | ✗
      B         | 2025-06-01         | 2025-06-01       |
      C         |                    | 2025-06-01       | ✗
      D         |                    |                  |
      E         | 2025-06-02         |                  |
      """)
  }
}
