import KithReturns
import Testing

@Suite("Adoption and care leavers")
struct LeavingTests {
  let store: SmallStore

  init() throws { store = try SmallStore() }

  private let heading = "CHILD | DECOM | RNE | LS | PLACE | DEC | REC\n"

  @Test("the stages of adoption run from entry to decision, match, placement and order")
  func stages() throws {
    let episodes =
      heading + """
        A | 01/05/2022 | S | C2 | U6 | 01/03/2024 | X1
        A | 01/03/2024 | P | E1 | A5 | 01/11/2024 | E12
        B | 01/05/2022 | L | E1 | U6 | 01/03/2024 | X1
        B | 01/03/2024 | T | E1 | A3 | 01/11/2024 | E11
        C | 01/05/2022 | S | C2 | U6 | 01/11/2024 | E4A
        """
    for year in 2022...2024 { try store.care(year, [.episodes: episodes]) }
    try store.care(
      2025,
      [
        .episodes: episodes,
        .placedForAdoption: """
        CHILD | DOB | DATE_PLACED | DATE_PLACED_CEASED | REASON_PLACED_CEASED
        A | 01/06/2014 | 01/01/2023 | 01/02/2023 | RD1
        A | 01/06/2014 | 01/09/2023 |            |
        """,
        .ad1s: """
        CHILD | DOB | DATE_INT | DATE_MATCH
        A | 01/06/2014 | 02/09/2023 | 20/02/2024
        B | 01/06/2014 | 01/10/2023 | 20/02/2024
        """,
      ])
    // Only A's entry is in the returns: 488 days to the decision, 670 to the placement, 915 to the order.
    #expect(try store.figure("adopt_stage_1", 2025) == "488 of 1")
    // A: 172 days from the decision that stands; B: 142 from that of the adoption itself.
    #expect(try store.figure("adopt_stage_2", 2025) == "\(172 + 142) of 2")
    #expect(try store.figure("adopt_stage_3", 2025) == "\(10 + 10) of 2")
    #expect(try store.figure("adopt_stage_4", 2025) == "670 of 1")
    #expect(try store.figure("adopt_stage_5", 2025) == "\(245 + 245) of 2")
    #expect(try store.figure("adopt_stage_6", 2025) == "915 of 1")
    #expect(try store.counted("cease_adopt_unopposed_pct", 2025) == ["B"])
    #expect(try store.figure("cease_adopted_pct", 2025) == "2 of 3")
  }

  @Test(
    "care leavers are those of 17 to 21 on 31 March who have not died nor gone home, with those not known below the line"
  )
  func leavers() throws {
    try store.care(
      2025,
      [
        .episodes: heading,
        .oc3s: """
        CHILD | DOB | IN_TOUCH | ACTIV | ACCOM
        A | 31/03/2006 | YES  | F1 | B1
        B | 01/04/2006 | YES  | G5 | B2
        C | 01/01/2004 | NO   | 0  | 0
        D | 01/01/2004 | NO   | F2 | 0
        E | 01/01/2004 | DIED |    |
        F | 01/01/2004 | RHOM |    |
        G | 01/01/2004 | REFU | 0  | G1
        H | 31/03/2003 | YES  | F4 | H2
        I | 01/04/2003 | YES  | P5 | Z1
        J | 01/06/2008 | YES  | F2 | B1
        """,
      ])
    // H turned 22 on 31 March, J is 16. B is 18.
    #expect(try store.counted("cl_total_1921", 2025) == ["A", "C", "D", "G", "I"])
    #expect(try store.counted("cl_total_1718", 2025) == ["B"])
    #expect(try store.counted("cl_eet_1921", 2025) == ["A", "D", "I"])
    #expect(try store.counted("cl_he_1921", 2025) == ["A"])
    #expect(try store.counted("cl_neet_1718", 2025) == ["B"])
    #expect(try store.figure("cl_suitable_1921", 2025) == "2 of 4")
    #expect(try store.counted("cl_notintouch_pct", 2025) == ["C"])
    #expect(try store.figure("cl_notintouch_pct", 2025) == "1 of 5")
  }

  @Test("staying put is living with the foster carers with whom care ended, on the 18th birthday or the day before")
  func stayingPut() throws {
    let born = ["A": "10/05/2006", "B": "10/05/2006", "C": "10/05/2006", "D": "10/05/2006", "E": "29/02/2004"]
    let ends = [
      "A": "U6 | 10/05/2024 | E17", "B": "U4 | 09/05/2024 | E17", "C": "K2 | 10/05/2024 | E5",
      "D": "U6 | 08/05/2024 | E17", "E": "U6 | 28/02/2022 | E17",
    ]
    let episodes =
      heading + ends.keys.sorted().map { "\($0) | 01/05/2021 | S | C2 | \(ends[$0] ?? "")" }.joined(separator: "\n")
    let leavers = born.keys.sorted().map { "\($0) | \(born[$0] ?? "") | YES | F1 | \($0 == "B" ? "U1" : "Z1")" }
    for year in 2023...2025 {
      try store.care(
        year,
        [.episodes: episodes, .oc3s: (["CHILD | DOB | IN_TOUCH | ACTIV | ACCOM"] + leavers).joined(separator: "\n")])
    }
    // E is 21 on 31 March 2025, and too old.
    #expect(try store.counted("cl_stayput_pct", 2025) == ["A"])
    #expect(try store.asked("cl_stayput_pct", 2025) == ["A", "B"])
    #expect(try store.counted("cl_stayput_pct", 2024) == ["E"])
  }

  @Test("leavers are counted by the reason of the last end, guardianship whatever its code")
  func reasons() throws {
    try store.care(
      2025,
      [
        .episodes: heading
          + zip("ABCDEF", ["E45", "E46", "E47", "E48", "E41", "E3"]).map {
            "\($0) | 01/05/2023 | S | C2 | U6 | 01/06/2024 | \($1)"
          }
          .joined(separator: "\n")
      ])
    #expect(try store.figure("cease_sgo_pct", 2025) == "4 of 6")
    #expect(try store.counted("cease_cao_pct", 2025) == ["E"])
  }
}
