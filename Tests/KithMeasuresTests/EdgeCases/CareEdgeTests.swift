import KithDisclosure
import KithMeasures
import KithReturns
import KithTables
import KithTesting
import Testing

@Suite("Boundary cases of care and of what is shown", .enabled(if: SharedFolder.isPresent))
struct CareEdgeTests {
  let store: SmallStore

  init() throws { store = try SmallStore() }

  /// The episodes that the words of each case mean, of 2024/25.
  private static let placements = [
    "open all year, one placement": "01/05/2023 | S | U6 | |",
    "two moves: 3 placements incl. one open on 1 April": """
    01/05/2023 | S | U6 | 10/05/2024 | X1
    10/05/2024 | P | U6 | 10/08/2024 | X1
    10/08/2024 | P | K2 | |
    """,
    "first placement ended on 31 March: not in the year": """
    01/05/2023 | S | U6 | 31/03/2024 | X1
    31/03/2024 | P | U6 | 10/08/2024 | X1
    10/08/2024 | P | K2 | |
    """,
    "change of status only (U6 to U4, same carer) is not a new placement": """
    01/05/2023 | S | U6 | 10/05/2024 | X1
    10/05/2024 | T | U4 | 10/08/2024 | X1
    10/08/2024 | P | K2 | |
    """,
    "placed for adoption with the existing foster carer": """
    01/05/2023 | S | U6 | 10/05/2024 | X1
    10/05/2024 | U | A3 | |
    """,
    "T3 hospital stay between": """
    01/05/2023 | S | U6 | 10/05/2024 | X1
    10/05/2024 | P | T3 | 14/05/2024 | X1
    14/05/2024 | P | U6 | |
    """,
  ]

  @Test("CLA15: placements in the year")
  func placements() throws {
    let edges = EdgeCases.of("CLA15")
    let rows = try edges.flatMap { child, edge in
      try #require(Self.placements[edge.words], "\(edge.words) has no episodes").split(separator: "\n").map {
        "\(child) | \($0)"
      }
    }
    try store.care(
      2025, [.episodes: (["CHILD | DECOM | RNE | PLACE | DEC | REC"] + rows).joined(separator: "\n")])
    #expect(
      try store.details("placements_in_year", behind: "cla_3plus_pct", 2025)
        == edges.map { "\($0.child) \($0.edge.number("placements_in_year") ?? -1)" })
    #expect(
      try store.counted("cla_3plus_pct", 2025) == edges.filter { $0.edge.truth("three_or_more") == true }.map(\.child))
    var options = MeasureOptions()
    options.temporaryPlacements = .counted
    let withTemporary = try store.counted("cla_3plus_pct", 2025, options: options)
    #expect(
      withTemporary
        == edges.filter { $0.edge.truth("three_or_more") == true || $0.edge.words.hasPrefix("T3") }.map(\.child))
  }

  @Test("CL01: a care leaver was looked after for 91 days from 14 on, and for a day past 16")
  func eligible() throws {
    let edges = EdgeCases.of("CL01")
    let leavers = edges.map { "\($0.child) | \($0.edge.days[0]) | YES" }.joined(separator: "\n")
    // They are 17 on 31 March 2024; each episode is in the return of the year in which it ended.
    for year in 2017...2024 {
      let rows = edges.flatMap { child, edge in
        stride(from: 1, to: edge.days.count, by: 2).filter { edge.days[$0 + 1].collectionYear == year }
          .map { "\(child) | \(edge.days[$0]) | S | V2 | U6 | \(edge.days[$0 + 1]) | E4A" }
      }
      try store.care(
        year,
        [
          .episodes: (["CHILD | DECOM | RNE | LS | PLACE | DEC | REC"] + rows).joined(separator: "\n"),
          .oc3s: year < 2024 ? "" : "CHILD | DOB | IN_TOUCH\n" + leavers,
        ])
    }
    func column(_ name: String) throws -> [String] { try store.details(name, behind: "cl_total_1718", 2024) }
    func expected(_ name: String) -> [String] { edges.map { "\($0.child) \($0.edge.number(name) ?? -1)" } }
    #expect(try column("days_since_14") == expected("days_since_14"))
    #expect(try column("days_since_16") == expected("days_since_16"))
    #expect(try column("is_eligible") == edges.map { "\($0.child) \($0.edge.truth("eligible") == true)" })
  }

  @Test("CL01: an adopted child is no care leaver, and short breaks are no days")
  func adopted() throws {
    try store.care(
      2024,
      [
        .episodes: """
        CHILD | DECOM | RNE | LS | PLACE | DEC | REC
        A | 01/01/2022 | S | C2 | A3 | 10/05/2023 | E12
        B | 01/01/2022 | S | V4 | K2 | 10/05/2023 | E4A
        C | 01/01/2022 | S | C2 | K2 | 10/05/2023 | E5
        """,
        .oc3s: "CHILD | DOB | IN_TOUCH\nA | 01/06/2006 | YES\nB | 01/06/2006 | YES\nC | 01/06/2006 | YES",
      ])
    #expect(
      try store.details("is_eligible", behind: "cl_total_1718", 2024) == ["A false", "B false", "C true"])
  }

  @Test("OC209: the questionnaire is of ages 5 to 16 as published, of 4 to 16 as collected")
  func questionnaire() throws {
    try store.care(
      2025,
      [
        .headers: "CHILD | SEX | DOB\nA | F | 01/04/2020\nB | F | 31/03/2020\nC | F | 01/04/2008\nD | F | 31/03/2008",
        .episodes: "CHILD | DECOM | RNE | LS | PLACE\n"
          + ["A", "B", "C", "D"].map { "\($0) | 01/05/2022 | S | C2 | U6" }.joined(separator: "\n"),
        .oc2s: "CHILD | DOB | SDQ_SCORE\nA | 01/04/2020 | 10\nB | 31/03/2020 | 20",
      ])
    var options = MeasureOptions()
    #expect(try store.figure("oc2_sdq_received_pct", 2025, options: options) == "1 of 2")
    options.questionnaireAges = .collected
    #expect(try store.figure("oc2_sdq_received_pct", 2025, options: options) == "2 of 3")
    #expect(options.differences == ["questionnaire ages: 4-16"])
  }

  @Test(
    "SDC: an authority's count of 1 to 5 is c, 0 is shown, and no figure is x",
    arguments: EdgeCases.of("SDC").map(\.edge))
  func withheld(edge: EdgeCases.Case) throws {
    let policy = DisclosurePolicy.departmentForEducation
    guard let count = edge.words.split(separator: " ").last.flatMap({ Int($0) }) else {
      try store.care(2025, [:], authority: "302")
      #expect(try store.figure("cla_31mar_count", 2024, authority: "302").hasPrefix("nothing"))
      try store.care(2023, [:], authority: "302")
      #expect(try store.figure("cla_31mar_count", 2024, authority: "302").hasPrefix("x: the store has no"))
      #expect(edge.text("published_cin") == "x")
      return
    }
    let cell = CountCell("count", count: count)
    #expect((policy.withholds(cell) ? "c" : "\(policy.shown(cell))") == edge.text("published_cin"))
  }

  @Test("ROUND10: England's counts are to the nearest 10, half up", arguments: EdgeCases.of("ROUND10").map(\.edge))
  func rounded(edge: EdgeCases.Case) throws {
    let count = try #require(edge.words.split(separator: " ").last.flatMap { Int($0) })
    let cell = CountCell("count", count: count, area: .national)
    #expect(DisclosurePolicy.departmentForEducation.shown(cell) == edge.number("half_up"))
  }
}
