import Testing

@testable import KithRules

@Suite("Rules on child protection plans, this year and last")
struct PlansAcrossYearsTests {
  @Test("X110 fails a plan open last year that this year's return has under no start, unless its case is gone too")
  func vanished() async throws {
    try await expectAcross(
      "X110",
      """
      CIN ChildProtectionPlans_last
      LAchildID | CPPstartDate | CPPendDate |
      A         | 2025-02-01   |            | ✗
      B         | 2025-02-01   |            |
      C         | 2025-02-01   | 2025-03-31 |
      D         | 2025-02-01   |            |
      E         |              |            |
      F         | 2025-02-01   |            | ✗
      G         | 2025-02-01   |            |
      H         | 2025-02-01   |            | ✗
      CIN ChildProtectionPlans
      LAchildID | CPPstartDate |
      B         | 2025-02-01   |
      D         | 2025-02-03   |
      F         | 2025-04-01   |
      CIN CINdetails
      LAchildID | CINdetailsID | CINreferralDate |
      H         | 1            | 2025-01-01      |
      CIN CINdetails_last
      LAchildID | CINdetailsID | CINreferralDate | CINclosureDate | ReferralNFA |
      G         | 1            | 2025-01-01      |                | false       |
      H         | 1            | 2025-01-01      |                | false       |
      """)
  }

  @Test("X111 fails a plan that began before the year under a start that last year's return has not")
  func redated() async throws {
    try await expectAcross(
      "X111",
      """
      CIN ChildProtectionPlans
      LAchildID | CPPstartDate |
      A         | 2025-03-31   | ✗
      B         | 2025-04-01   |
      C         | 2025-02-02   | ✗
      D         | 2025-02-01   |
      E         |              |
      CIN ChildProtectionPlans_last
      LAchildID | CPPstartDate | CPPendDate |
      C         | 2025-02-01   |            | ✗
      D         | 2025-02-01   |            |
      """)
  }

  @Test("X112 fails a plan whose initial category or number of previous plans changed")
  func described() async throws {
    try await expectAcross(
      "X112",
      """
      CIN ChildProtectionPlans
      LAchildID | CPPstartDate | InitialCategoryOfAbuse | NumberOfPreviousCPP |
      A         | 2025-02-01   | NEG                    | 0                   | ✗
      B         | 2025-02-01   | NEG                    | 1                   | ✗
      C         | 2025-02-01   | NEG                    | 0                   |
      D         | 2025-02-02   | NEG                    | 0                   |
      E         | 2025-02-01   |                        |                     |
      CIN ChildProtectionPlans_last
      LAchildID | CPPstartDate | InitialCategoryOfAbuse | NumberOfPreviousCPP |
      A         | 2025-02-01   | EMO                    | 0                   | ✗
      B         | 2025-02-01   | NEG                    | 0                   | ✗
      C         | 2025-02-01   | NEG                    | 0                   |
      D         | 2025-02-01   | EMO                    | 0                   |
      E         | 2025-02-01   | EMO                    | 0                   |
      """)
  }

  @Test("X113 fails a later plan that does not count last year's")
  func counted() async throws {
    try await expectAcross(
      "X113",
      """
      CIN ChildProtectionPlans
      LAchildID | CPPstartDate | NumberOfPreviousCPP |
      A         | 2025-06-01   | 1                   | ✗
      B         | 2025-06-01   | 2                   |
      C         | 2025-02-01   | 1                   |
      D         | 2025-06-01   |                     |
      CIN ChildProtectionPlans_last
      LAchildID | CPPstartDate | NumberOfPreviousCPP |
      A         | 2025-02-01   | 1                   | ✗
      B         | 2025-02-01   | 1                   |
      C         | 2025-02-01   | 1                   |
      D         | 2025-02-01   | 1                   |
      """)
  }
}
