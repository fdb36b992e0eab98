import KithReturns
import Testing

@Suite("Referrals and episodes of need")
struct ReferralTests {
  let store: SmallStore

  init() throws { store = try SmallStore() }

  private let heading = "LAchildID | CINdetailsID | CINreferralDate | CINclosureDate | ReasonForClosure | ReferralNFA\n"

  @Test("a re-referral is up to the same day of the year after, no further action on either side counting too")
  func again() throws {
    try store.need(
      2024,
      [
        .cinDetails: heading + """
          A | 1 | 2023-05-10 | 2023-06-01 | RC7 | false
          B | 1 | 2023-05-09 | 2023-06-01 | RC7 | false
          C | 1 | 2023-05-10 |            |     | true
          D | 1 | 2022-07-01 |            |     | false
          """
      ])
    try store.need(
      2025,
      [
        .cinDetails: heading + """
          A | 1 | 2024-05-10 | | | false
          B | 1 | 2024-05-10 | | | false
          C | 1 | 2024-05-01 | | | true
          C | 2 | 2025-03-31 | | | false
          D | 1 | 2022-07-01 | | | false
          E | 1 | 2024-08-01 | | | false
          E | 2 | 2024-08-01 | | | false
          """
      ])
    #expect(try store.figure("ref_count", 2025) == "6")
    #expect(try store.counted("rereferral_pct", 2025) == ["A", "C", "C"])
    #expect(try store.figure("rereferral_pct", 2025) == "3 of 6")
  }

  @Test(
    "closed after assessment is not in need, unless a plan or an enquiry came of it, or it was closed after 31 March")
  func notInNeed() throws {
    try store.need(
      2025,
      [
        .cinDetails: heading + """
          A | 1 | 2024-05-10 | 2024-06-20 | RC8 | false
          B | 1 | 2024-05-10 | 2024-06-20 | RC9 | false
          C | 1 | 2024-05-10 | 2024-06-20 | RC7 | false
          D | 1 | 2024-05-10 | 2024-06-20 | RC8 | true
          E | 1 | 2024-05-10 | 2025-04-02 | RC8 | false
          F | 1 | 2024-05-10 | 2024-06-20 | RC8 | false
          G | 1 | 2024-05-10 | 2024-06-20 | RC8 | false
          H | 1 | 2024-05-10 | 2024-06-20 | RC8 | false
          I | 1 | 2024-05-10 |            | RC8 | false
          """,
        .childProtectionPlans: """
        LAchildID | CINdetailsID | CPPID | CPPstartDate | CPPendDate
        F | 1 | 1 | 2024-05-30 | 2024-06-20
        """,
        .cinPlans: """
        LAchildID | CINdetailsID | CINPlanStartDate | CINPlanEndDate
        G | 1 | 2024-05-30 | 2024-06-20
        """,
        .section47s: """
        LAchildID | CINdetailsID | S47ActualStartDate | ICPCnotRequired
        H | 1 | 2024-05-12 | true
        """,
      ])
    #expect(try store.counted("ref_notneed_pct", 2025) == ["A", "B"])
    #expect(try store.counted("ref_nfa_pct", 2025) == ["D"])
    #expect(try store.counted("cin_start_count", 2025) == ["C", "E", "F", "G", "H", "I"])
    #expect(try store.counted("cin_end_count", 2025) == ["C", "F", "G", "H"])
    #expect(try store.counted("cin_31mar_count", 2025) == ["E", "I"])
  }

  @Test("a case open at 31 March that is then closed as not in need drops out of the next year's opening stock")
  func openingStock() throws {
    try store.need(
      2024,
      [
        .cinDetails: heading
          + "A | 1 | 2024-03-10 | | | false\nB | 1 | 2024-03-10 | | | false\nC | 1 | 2024-03-31 | 2024-03-31 | RC7 | false"
      ])
    try store.need(
      2025,
      [
        .cinDetails: heading
          + "A | 1 | 2024-03-10 | 2024-04-20 | RC8 | false\nB | 1 | 2024-03-10 | 2024-04-20 | RC7 | false"
      ])
    #expect(try store.counted("cin_31mar_count", 2024) == ["A", "B"])
    #expect(try store.counted("cin_any_count", 2024) == ["A", "B", "C"])
    #expect(try store.counted("cin_any_count", 2025) == ["B"])
    #expect(try store.figure("cin_start_count", 2025) == "0")
  }

  @Test("durations are in calendar months from the referral, the band of three months holding its last day")
  func durations() throws {
    try store.need(
      2025,
      [
        .cinDetails: heading + """
          A | 1 | 2024-12-31 | | | false
          B | 1 | 2024-12-30 | | | false
          C | 1 | 2024-10-01 | | | false
          D | 1 | 2024-09-30 | | | false
          E | 1 | 2024-04-01 | | | false
          F | 1 | 2024-03-31 | | | false
          G | 1 | 2023-03-31 | | | false
          H | 1 | 2024-05-10 | 2024-08-10 | RC7 | false
          I | 1 | 2024-05-10 | 2024-08-11 | RC7 | false
          J | 1 | 2023-05-10 | 2024-05-09 | RC7 | false
          K | 1 | 2023-05-10 | 2024-05-10 | RC7 | false
          L | 1 | 2022-05-10 | 2024-05-10 | RC7 | false
          """
      ])
    let open = ["CINTime3months": "A", "CINTime3-6": "BC", "CINTime6-1": "DE", "CINTime1-2": "F", "CINTime2more": "G"]
    for (id, children) in open {
      #expect(try store.counted("cin_open_dur_\(id)", 2025).joined() == children, "\(id)")
    }
    let ended = [
      "CINCease3months": "H", "CINCease3-6": "I", "CINCease6-1": "J", "CINCease1-2": "K", "CINCease2more": "L",
    ]
    for (id, children) in ended {
      #expect(try store.counted("cin_end_dur_\(id)", 2025).joined() == children, "\(id)")
    }
  }

  @Test("a case without a date of referral is no referral, and its plan and assessment count all the same")
  func undated() throws {
    try store.need(
      2025,
      [
        .cinDetails: heading + "A | 1 | | | | false",
        .childProtectionPlans: """
        LAchildID | CINdetailsID | CPPID | CPPstartDate | NumberOfPreviousCPP
        A | 1 | 1 | 2024-05-30 | 1
        """,
        .assessments: """
        LAchildID | CINdetailsID | AssessmentID | AssessmentActualStartDate | AssessmentAuthorisationDate
        A | 1 | 1 | 2024-05-10 | 2024-05-30
        """,
      ])
    #expect(try store.figure("ref_count", 2025) == "0")
    #expect(try store.figure("cin_any_count", 2025) == "0")
    #expect(try store.figure("cpp_repeat_count", 2025) == "1")
    #expect(try store.figure("assess_45d_pct", 2025) == "1 of 1")
  }
}
