import KithReturns
import Testing

@Suite("Assessments, conferences and plans")
struct ProtectionTests {
  let store: SmallStore

  init() throws { store = try SmallStore() }

  private func details(_ children: String) -> String {
    "LAchildID | CINdetailsID | CINreferralDate | ReferralNFA | DateOfInitialCPC\n"
      + children.map { "\($0) | 1 | 2022-01-10 | false |" }.joined(separator: "\n")
  }

  @Test("an assessment that ended before it started is not in time, and one without a start is not either")
  func backwards() throws {
    try store.need(
      2025,
      [
        .cinDetails: details("ABC"),
        .assessments: """
        LAchildID | CINdetailsID | AssessmentID | AssessmentActualStartDate | AssessmentAuthorisationDate
        A | 1 | 1 | 2024-06-08 | 2024-06-07
        B | 1 | 1 |            | 2024-06-07
        C | 1 | 1 | 2024-06-07 | 2024-06-08
        """,
      ])
    #expect(try store.counted("assess_45d_pct", 2025) == ["C"])
    #expect(try store.figure("assess_45d_pct", 2025) == "1 of 3")
  }

  @Test("a conference dated before the enquiry, or of a child who moved in, counts in the rate and in no band of days")
  func conferences() throws {
    let moved = "D | 1 | 2024-05-01 | false | 2024-05-20"
    try store.need(
      2025,
      [
        .cinDetails: details("ABC") + "\n" + moved,
        .section47s: """
        LAchildID | CINdetailsID | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired
        A | 1 | 2024-06-10 | 2024-06-07 | false
        B | 1 | 2024-06-10 | 2024-07-01 | false
        C | 1 | 2024-03-25 | 2024-04-02 | false
        """,
      ])
    #expect(try store.counted("icpc_rate", 2025) == ["A", "B", "C", "D"])
    #expect(try store.figure("icpc_15d_pct", 2025) == "2 of 2")
    #expect(try store.counted("icpc_days_10", 2025) == ["C"])
    #expect(try store.counted("icpc_days_15", 2025) == ["B"])
    #expect(try store.counted("s47_rate", 2025) == ["A", "B"])
  }

  @Test("factors count once in an episode, whatever the assessment, and code 21 is none")
  func factors() throws {
    try store.need(
      2025,
      [
        .cinDetails: details("ABC"),
        .assessments: """
        LAchildID | CINdetailsID | AssessmentID | AssessmentActualStartDate | AssessmentAuthorisationDate
        A | 1 | 1 | 2024-05-10 | 2024-05-30
        A | 1 | 2 | 2024-08-10 | 2024-08-30
        B | 1 | 1 | 2024-05-10 | 2024-05-30
        C | 1 | 1 | 2024-03-10 | 2024-03-30
        """,
        .identifiedFactors: """
        LAchildID | CINdetailsID | AssessmentID | AssessmentFactor
        A | 1 | 1 | 16A
        A | 1 | 2 | 16A
        B | 1 | 1 | 21
        C | 1 | 1 | 16A
        """,
      ])
    #expect(try store.counted("factor_neglect", 2025) == ["A"])
    #expect(try store.counted("factor_episodes_with_assessment_factor", 2025) == ["A"])
  }

  private let plans = "LAchildID | CINdetailsID | CPPID | CPPstartDate | CPPendDate | NumberOfPreviousCPP\n"

  @Test("a plan that ends on 31 March is not open then, and one that ended on 31 March before is of the year before")
  func ends() throws {
    try store.need(
      2025,
      [
        .cinDetails: details("ABCD"),
        .childProtectionPlans: plans + """
          A | 1 | 1 | 2024-05-30 | 2025-03-31 | 0
          B | 1 | 1 | 2023-05-30 | 2024-03-31 | 0
          C | 1 | 1 | 2025-03-31 |            | 2
          D | 1 | 1 | 2025-03-31 | 2025-04-02 | 0
          """,
      ])
    #expect(try store.counted("cpp_31mar_count", 2025) == ["C", "D"])
    #expect(try store.counted("cpp_start_count", 2025) == ["A", "C", "D"])
    #expect(try store.counted("cpp_repeat_pct", 2025) == ["C"])
    #expect(try store.asked("cpp_2y_ended_pct", 2025) == ["A"])
  }

  @Test("plans are reviewed within three months, then within six, and within six of 31 March")
  func reviews() throws {
    try store.need(
      2025,
      [
        .cinDetails: details("ABCDEFGH"),
        .childProtectionPlans: plans + """
          A | 1 | 1 | 2024-05-10 | | 0
          B | 1 | 1 | 2024-05-10 | | 0
          C | 1 | 1 | 2024-05-10 | | 0
          D | 1 | 1 | 2024-05-10 | | 0
          E | 1 | 1 | 2024-12-31 | | 0
          F | 1 | 1 | 2025-01-01 | | 0
          G | 1 | 1 | 2023-05-10 | | 0
          H | 1 | 1 | 2024-10-01 | | 0
          """,
        .reviews: """
        LAchildID | CINdetailsID | CPPID | CPPreviewDate
        A | 1 | 1 | 2024-08-10
        A | 1 | 1 | 2025-02-10
        B | 1 | 1 | 2024-08-11
        B | 1 | 1 | 2025-02-01
        C | 1 | 1 | 2024-08-10
        C | 1 | 1 | 2025-02-11
        D | 1 | 1 | 2024-08-10
        D | 1 | 1 | 2024-09-30
        E | 1 | 1 | 2025-03-20
        G | 1 | 1 | 2024-09-30
        G | 1 | 1 | 2025-03-30
        """,
      ])
    // F is not three months old. B's first review is late, C's second; D's last is over six months before 31 March; H has none.
    #expect(try store.counted("cpp_reviewed_pct", 2025) == ["A", "E", "G"])
    #expect(try store.figure("cpp_reviewed_pct", 2025) == "3 of 7")
  }

  @Test("an open plan of 729 days is under two years, and one of 730 is not")
  func twoYears() throws {
    try store.need(
      2025,
      [
        .cinDetails: details("AB"),
        .childProtectionPlans: plans + "A | 1 | 1 | 2023-04-03 | | 0\nB | 1 | 1 | 2023-04-02 | | 0",
      ])
    #expect(try store.counted("cpp_2y_open_pct", 2025) == ["B"])
    #expect(try store.counted("cpp_dur_open_1_year_less_than_2_years", 2025) == ["A"])
  }
}
