import KithMeasures
import KithReturns
import Testing

@Suite("Children looked after, starting and ceasing")
struct CareTests {
  let store: SmallStore

  init() throws { store = try SmallStore() }

  private let heading = "CHILD | DECOM | RNE | LS | PLACE | DEC | REC\n"

  @Test("whose episode ends on 31 March is not looked after then, and whose ends on 1 April ceased in the new year")
  func lastDay() throws {
    try store.care(
      2025,
      [
        .episodes: heading + """
          A | 01/05/2024 | S | V2 | U6 | 31/03/2025 | E4A
          B | 31/03/2025 | S | V2 | U6 |            |
          C | 01/05/2023 | S | V2 | U6 | 01/04/2024 | E4A
          D | 01/05/2023 | S | V2 | U6 | 31/03/2024 | E4A
          """
      ])
    #expect(try store.counted("cla_31mar_count", 2025) == ["B"])
    #expect(try store.counted("cla_start_count", 2025) == ["A", "B"])
    #expect(try store.counted("cla_cease_count", 2025) == ["A", "C"])
    #expect(try store.asked("missing_pct", 2025) == ["A", "B", "C"])
  }

  @Test("a child counts once, at the first start and the last end; a restart on the day of an end is neither")
  func once() throws {
    try store.care(
      2025,
      [
        .episodes: heading + """
          A | 01/05/2024 | S | V2 | U6 | 10/05/2024 | E4A
          A | 11/05/2024 | S | V2 | U6 | 20/07/2024 | E4B
          B | 01/05/2023 | S | V2 | U6 | 10/05/2024 | E4A
          B | 10/05/2024 | S | C2 | U6 |            |
          C | 01/05/2023 | S | V2 | U6 | 10/05/2024 |
          """
      ])
    #expect(try store.counted("cla_start_count", 2025) == ["A"])
    #expect(try store.counted("cla_cease_count", 2025) == ["A"])
    #expect(try store.counted("cease_home_unplanned_pct", 2025) == ["A"])
    #expect(try store.counted("cease_home_planned_pct", 2025) == [])
  }

  @Test("short breaks are no time looked after, and care that follows one begins then")
  func shortBreaks() throws {
    try store.care(
      2025,
      [
        .episodes: heading + """
          A | 01/05/2023 | S | V4 | U6 |            |
          B | 01/05/2023 | S | V4 | U6 | 10/08/2024 | X1
          B | 10/08/2024 | L | C2 | U6 |            |
          C | 01/05/2024 | S | V3 | U6 | 03/05/2024 | E4A
          """
      ])
    #expect(try store.counted("cla_31mar_count", 2025) == ["B"])
    #expect(try store.figure("cla_start_count", 2025) == "0")
    #expect(try store.figure("cla_cease_count", 2025) == "0")
    #expect(try store.figure("oc2_health_pct", 2025) == "z")
  }

  @Test(
    "an episode that the next return has lost lasts until 31 March, and the child is not looked after in the next year")
  func lost() throws {
    try store.care(2024, [.episodes: heading + "A | 01/05/2023 | S | V2 | U6 | |"])
    try store.care(2025, [.episodes: heading + "B | 01/05/2023 | S | V2 | U6 | |"])
    #expect(try store.counted("cla_31mar_count", 2024) == ["A"])
    #expect(try store.asked("missing_pct", 2025) == ["B"])
    #expect(try store.figure("cla_cease_count", 2025) == "0")
    // The return of 2023/24 says what it said, whatever a later one says.
    try store.care(2025, [.episodes: heading + "A | 01/05/2023 | S | V2 | U6 | 10/10/2023 | E4A"])
    #expect(try store.counted("cla_31mar_count", 2024) == ["A"])
  }

  @Test("an incident open on 1 April counts, missing and away apart")
  func missing() throws {
    try store.care(
      2025,
      [
        .episodes: heading
          + ["A", "B", "C", "D"].map { "\($0) | 01/05/2022 | S | C2 | K2 | |" }.joined(separator: "\n"),
        .absences: """
        CHILD | MISSING | MIS_START | MIS_END
        A | M | 28/03/2024 | 01/04/2024
        B | M | 28/03/2024 | 31/03/2024
        C | M | 30/03/2025 |
        D | A | 10/06/2024 | 11/06/2024
        """,
      ])
    #expect(try store.counted("missing_pct", 2025) == ["A", "C"])
    #expect(try store.counted("away_pct", 2025) == ["D"])
    #expect(try store.figure("missing_pct", 2025) == "2 of 4")
  }

  @Test("an unaccompanied child counts until the status ceases; on that day no longer")
  func unaccompanied() throws {
    try store.care(
      2025,
      [
        .episodes: heading
          + ["A", "B", "C", "D"].map { "\($0) | 10/05/2024 | S | V2 | U6 | |" }.joined(separator: "\n"),
        .uascs: """
        CHILD | SEX | DOB | DUC
        A | F | 01/06/2010 | 01/04/2025
        B | F | 01/06/2010 | 31/03/2025
        C | F | 01/06/2010 | 10/05/2024
        """,
      ])
    #expect(try store.counted("cla_uasc_count", 2025) == ["A"])
    #expect(try store.figure("cla_uasc_pct", 2025) == "1 of 4")
    #expect(try store.counted("cla_start_uasc_pct", 2025) == ["A", "B"])
  }

  @Test("where headers state the status, as in the XML layout, a child of another status is not unaccompanied")
  func stated() throws {
    try store.care(
      2025,
      [
        .headers: "CHILD | SEX | DOB | UASC\nA | F | 01/06/2010 | 1\nB | F | 01/06/2010 | 0",
        .episodes: heading + "A | 10/05/2024 | S | V2 | U6 | |\nB | 10/05/2024 | S | V2 | U6 | |",
        .uascs: "CHILD | SEX | DOB | DUC\nA | F | 01/06/2010 | 01/06/2028\nB | F | 01/06/2010 |",
      ])
    #expect(try store.counted("cla_uasc_count", 2025) == ["A"])
  }

  @Test("continuous care for the year began by 1 April and has no gap of a day")
  func continuous() throws {
    try store.care(
      2025,
      [
        .episodes: heading + """
          A | 01/04/2024 | S | C2 | U6 |            |
          B | 02/04/2024 | S | C2 | U6 |            |
          C | 01/05/2022 | S | V2 | U6 | 10/06/2024 | E4A
          C | 11/06/2024 | S | C2 | U6 |            |
          D | 01/05/2022 | S | V2 | U6 | 10/06/2024 | X1
          D | 10/06/2024 | B | C2 | K2 |            |
          E | 01/05/2022 | S | V2 | U6 | 31/03/2025 | E4A
          """,
        .oc2s: """
        CHILD | DOB | SDQ_SCORE | HEALTH_ASSESSMENT | CONVICTED
        A | 01/06/2014 | 17 | 1 | 0
        B | 01/06/2014 | 30 | 1 | 0
        D | 01/06/2014 |    | 0 | 1
        """,
      ])
    #expect(try store.figure("oc2_health_pct", 2025) == "1 of 2")
    #expect(try store.figure("oc2_sdq_received_pct", 2025) == "1 of 2")
    #expect(try store.figure("oc2_sdq_mean", 2025) == "17 of 1")
    #expect(try store.counted("oc2_convicted_pct", 2025) == ["D"])
  }

  @Test("sex is F, M or U, whatever a header holds, and the known one of two headers")
  func sexes() throws {
    try store.care(
      2025,
      [
        .headers: """
        CHILD | SEX | DOB
        A | M | 01/06/2014
        B | 3 | 01/06/2014
        C | F | 01/06/2014
        C | U | 01/06/2014
        D |   | 01/06/2014
        """,
        .episodes: heading
          + ["A", "B", "C", "D"].map { "\($0) | 01/05/2024 | S | C2 | U6 | |" }.joined(separator: "\n"),
      ])
    #expect(try store.groups("cla_31mar_count", 2025, by: .sex) == ["F 1", "M 1", "U 2"])
  }

  @Test("ages are those at the start, at the end or on 31 March; who was born on 29 February is older on the 28th")
  func ages() throws {
    try store.care(
      2025,
      [
        .headers: """
        CHILD | SEX | DOB
        A | F | 29/02/2020
        B | F | 01/03/2020
        C | F | 29/02/2020
        D | F | 31/03/2009
        """,
        .episodes: heading + """
          A | 28/02/2025 | S | C2 | U6 |            |
          B | 28/02/2025 | S | C2 | U6 |            |
          C | 27/02/2025 | S | C2 | U6 |            |
          D | 30/03/2025 | S | C2 | U6 |            |
          """,
      ])
    #expect(try store.groups("cla_start_count", 2025, by: .age) == ["1 to 4 2", "10 to 15 1", "5 to 9 1"])
    #expect(try store.groups("cla_31mar_count", 2025, by: .age) == ["16 and over 1", "5 to 9 3"])
  }
}
