import KithMeasures
import KithReturns
import KithTables
import KithTesting
import Testing

@Suite("Boundary cases of need and protection", .enabled(if: SharedFolder.isPresent))
struct NeedEdgeTests {
  let store: SmallStore

  init() throws { store = try SmallStore() }

  @Test("there are 53 cases, of eight measures")
  func all() {
    let counts = Dictionary(grouping: EdgeCases.all, by: \.measure).mapValues(\.count)
    #expect(
      counts == ["CIN04": 8, "CIN22": 8, "CIN28": 5, "CIN34": 8, "CLA15": 6, "CL01": 5, "SDC": 5, "ROUND10": 8])
  }

  private func cases(_ children: [String], referred: String = "2022-01-10") -> String {
    "LAchildID | CINdetailsID | CINreferralDate | ReferralNFA\n"
      + children.map { "\($0) | 1 | \(referred) | false" }.joined(separator: "\n")
  }

  @Test(
    "CIN04: the window of a re-referral",
    arguments: [
      (MeasureOptions.ReferralWindow.anniversary, "inclusive_anniversary"),
      (.underTwelveMonths, "strictly_less_than_12m"),
      (.within365Days, "within_365_days"),
    ])
  func rereferral(window: MeasureOptions.ReferralWindow, name: String) throws {
    let edges = EdgeCases.of("CIN04")
    for year in 2023...2025 {
      let rows = edges.flatMap { child, edge in
        edge.days.enumerated().filter { $0.element.collectionYear == year }
          .map { "\(child) | \($0.offset + 1) | \($0.element.iso) | false" }
      }
      try store.need(
        year,
        [.cinDetails: (["LAchildID | CINdetailsID | CINreferralDate | ReferralNFA"] + rows).joined(separator: "\n")])
    }
    var options = MeasureOptions()
    options.referralWindow = window
    for year in 2024...2025 {
      let own = edges.filter { $0.edge.days.last?.collectionYear == year }
      let expected = own.filter { $0.edge.truth(name) == true }.map(\.child)
      #expect(try store.counted("rereferral_pct", year, options: options) == expected)
    }
    #expect(edges.allSatisfy { $0.edge.days[1].days(since: $0.edge.days[0]) == $0.edge.number("days") })
  }

  @Test(
    "CIN22: 45 working days of an assessment",
    arguments: [
      (MeasureOptions.DayCount.afterStart, "within45_day0", "working_days_after_start"),
      (.fromStart, "within45_day1", "working_days_counting_start_day_as_1"),
    ])
  func assessments(count: MeasureOptions.DayCount, name: String, days: String) throws {
    let edges = EdgeCases.of("CIN22")
    let heading = ["LAchildID | CINdetailsID | AssessmentID | AssessmentActualStartDate | AssessmentAuthorisationDate"]
    let rows = edges.map { "\($0.child) | 1 | 1 | \($0.edge.days[0].iso) | \($0.edge.days[1].iso)" }
    try store.need(
      2025, [.cinDetails: cases(edges.map(\.child)), .assessments: (heading + rows).joined(separator: "\n")])
    var options = MeasureOptions()
    options.dayCount = count
    #expect(
      try store.counted("assess_45d_pct", 2025, options: options)
        == edges.filter { $0.edge.truth(name) == true }.map(\.child))
    #expect(
      try store.details("working_days", behind: "assess_45d_pct", 2025, options: options)
        == edges.map { "\($0.child) \($0.edge.number(days) ?? -1)" })
  }

  @Test("CIN22: the 45 days may run from the referral")
  func clock() throws {
    try store.need(
      2025,
      [
        .cinDetails: cases(["A"], referred: "2024-03-01"),
        .assessments: """
        LAchildID | CINdetailsID | AssessmentID | AssessmentActualStartDate | AssessmentAuthorisationDate
        A | 1 | 1 | 2024-03-04 | 2024-05-09
        """,
      ])
    var options = MeasureOptions()
    #expect(try store.figure("assess_45d_pct", 2025, options: options) == "1 of 1")
    options.assessmentClock = .referral
    #expect(try store.figure("assess_45d_pct", 2025, options: options) == "0 of 1")
  }

  @Test("CIN28: 15 working days from enquiry to conference, and no days before it")
  func conferences() throws {
    let edges = EdgeCases.of("CIN28")
    let rows = edges.map { "\($0.child) | 1 | \($0.edge.days[0].iso) | \($0.edge.days[1].iso) | false" }
    let heading = ["LAchildID | CINdetailsID | S47ActualStartDate | DateOfInitialCPC | ICPCnotRequired"]
    try store.need(
      2025, [.cinDetails: cases(edges.map(\.child)), .section47s: (heading + rows).joined(separator: "\n")])
    #expect(try store.counted("icpc_15d_pct", 2025) == edges.filter { $0.edge.truth("within15") == true }.map(\.child))
    #expect(
      try store.asked("icpc_15d_pct", 2025)
        == edges.filter { $0.edge.truth("excluded_from_duration_split") == false }.map(\.child))
    #expect(
      try store.details("working_days", behind: "icpc_15d_pct", 2025)
        == edges.compactMap { child, edge in edge.number("working_days_after_start").map { "\(child) \($0)" } })
    #expect(try store.counted("icpc_rate", 2025) == edges.map(\.child))
  }

  @Test(
    "CIN34: two years of a plan",
    arguments: [
      (MeasureOptions.TwoYears.days729, "more_than_729_days_incl_cessation"), (.calendar, "calendar_two_years"),
    ])
  func twoYears(rule: MeasureOptions.TwoYears, name: String) throws {
    let edges = EdgeCases.of("CIN34")
    let heading = ["LAchildID | CINdetailsID | CPPID | CPPstartDate | CPPendDate"]
    var options = MeasureOptions()
    options.twoYears = rule
    for year in Set(edges.map { $0.edge.days[1].collectionYear }).sorted() {
      let own = edges.filter { $0.edge.days[1].collectionYear == year }
      let rows = own.map { "\($0.child) | 1 | 1 | \($0.edge.days[0].iso) | \($0.edge.days[1].iso)" }
      try store.need(
        year, [.cinDetails: cases(own.map(\.child)), .childProtectionPlans: (heading + rows).joined(separator: "\n")])
      #expect(
        try store.counted("cpp_2y_ended_pct", year, options: options)
          == own.filter { $0.edge.truth(name) == true }.map(\.child))
      #expect(try store.asked("cpp_2y_ended_pct", year) == own.map(\.child))
    }
    #expect(
      edges.allSatisfy {
        $0.edge.days[1].days(since: $0.edge.days[0]) + 1 == $0.edge.number("days_including_cessation")
      })
  }
}
