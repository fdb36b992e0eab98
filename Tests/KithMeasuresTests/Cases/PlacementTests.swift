import KithReturns
import Testing

@Suite("Placements and their stability")
struct PlacementTests {
  let store: SmallStore

  init() throws { store = try SmallStore() }

  private let heading =
    "CHILD | DECOM | RNE | LS | PLACE | PLACE_PROVIDER | PL_POST | URN | DEC | REC | REASON_PLACE_CHANGE\n"

  /// Loads one return of 2024/25, and empty ones of the two years before for measures that look back.
  private func load(_ rows: String) throws {
    for year in 2023...2025 { try store.care(year, [.episodes: heading + rows]) }
  }

  @Test("three placements of a day or longer in the year; not temporary ones, nor one that ended by 1 April")
  func three() throws {
    try load(
      """
      A | 01/05/2023 | S | C2 | U6 | PR1 | ZZ1 1AA | 1 | 10/05/2024 | X1 | CARPL
      A | 10/05/2024 | P | C2 | U6 | PR1 | ZZ1 1AB | 1 | 10/08/2024 | X1 | CARPL
      A | 10/08/2024 | P | C2 | K2 | PR4 | ZZ1 1AC | 2 |            |    |
      B | 01/05/2023 | S | C2 | U6 | PR1 | ZZ1 1AA | 1 | 01/04/2024 | X1 | CARPL
      B | 01/04/2024 | P | C2 | U6 | PR1 | ZZ1 1AB | 1 | 10/08/2024 | X1 | CARPL
      B | 10/08/2024 | P | C2 | K2 | PR4 | ZZ1 1AC | 2 |            |    |
      C | 01/05/2023 | S | C2 | U6 | PR1 | ZZ1 1AA | 1 | 10/05/2024 | X1 |
      C | 10/05/2024 | P | C2 | T1 |     | ZZ1 1AB |   | 13/05/2024 | X1 |
      C | 13/05/2024 | P | C2 | U6 | PR1 | ZZ1 1AA | 1 |            |    |
      D | 01/05/2023 | S | V2 | U6 | PR1 | ZZ1 1AA | 1 | 10/05/2024 | X1 |
      D | 10/05/2024 | L | C2 | U6 | PR1 | ZZ1 1AA | 1 | 10/06/2024 | X1 |
      D | 10/06/2024 | T | C2 | U4 | PR1 | ZZ1 1AA | 1 | 10/08/2024 | X1 | CARPL
      D | 10/08/2024 | B | E1 | A3 | PR1 | ZZ1 1AB | 1 |            |    |
      """)
    #expect(try store.counted("cla_3plus_pct", 2025) == ["A"])
    let numbers = try store.details("placements_in_year", behind: "cla_3plus_pct", 2025)
    #expect(numbers == ["A 3", "B 2", "C 2", "D 2"])
    #expect(try store.counted("cla_3plus_2y_pct", 2025) == [])
  }

  @Test("in two years the placement on the first day counts, of children looked after throughout")
  func twoYears() throws {
    try load(
      """
      A | 01/05/2021 | S | C2 | U6 | PR1 | ZZ1 1AA | 1 | 02/04/2023 | X1 | CARPL
      A | 02/04/2023 | P | C2 | U6 | PR1 | ZZ1 1AB | 1 | 10/08/2024 | X1 | CARPL
      A | 10/08/2024 | P | C2 | K2 | PR4 | ZZ1 1AC | 2 |            |    |
      B | 01/05/2021 | S | C2 | U6 | PR1 | ZZ1 1AA | 1 | 31/03/2023 | X1 | CARPL
      B | 31/03/2023 | P | C2 | U6 | PR1 | ZZ1 1AB | 1 | 10/08/2024 | X1 | CARPL
      B | 10/08/2024 | P | C2 | K2 | PR4 | ZZ1 1AC | 2 |            |    |
      C | 10/05/2023 | S | C2 | U6 | PR1 | ZZ1 1AA | 1 |            |    |
      """)
    #expect(try store.counted("cla_3plus_2y_pct", 2025) == ["A"])
    #expect(try store.asked("cla_3plus_2y_pct", 2025) == ["A", "B"])
  }

  @Test("two years with one carer, whatever the legal status, and with days away between, are stable")
  func stable() throws {
    try load(
      """
      A | 30/09/2022 | S | V2 | U6 | PR1 | ZZ1 1AA | 1 | 31/03/2023 | X1 | CARPL
      A | 31/03/2023 | P | V2 | U6 | PR4 | ZZ1 1AB | 2 | 10/05/2024 | X1 |
      A | 10/05/2024 | L | C2 | U6 | PR4 | ZZ1 1AB | 2 |            |    |
      B | 30/09/2022 | S | V2 | U6 | PR1 | ZZ1 1AA | 1 | 01/04/2023 | X1 | CARPL
      B | 01/04/2023 | P | V2 | U6 | PR4 | ZZ1 1AB | 2 |            |    |
      C | 01/10/2022 | S | V2 | U6 | PR1 | ZZ1 1AA | 1 |            |    |
      D | 01/05/2022 | S | V2 | U6 | PR1 | ZZ1 1AA | 1 | 10/05/2024 | X1 |
      D | 10/05/2024 | P | V2 | T1 |     | ZZ1 1AC |   | 13/05/2024 | X1 |
      D | 13/05/2024 | P | V2 | T2 |     | ZZ1 1AC |   | 15/05/2024 | X1 |
      D | 15/05/2024 | P | V2 | U6 | PR1 | ZZ1 1AA | 1 |            |    |
      E | 01/05/2022 | S | V2 | U6 | PR4 | ZZ1 1AA | 7 | 10/05/2024 | X1 |
      E | 10/05/2024 | P | V2 | T1 |     | ZZ1 1AC |   | 13/05/2024 | X1 |
      E | 13/05/2024 | P | V2 | U6 | PR4 | ZZ1 1AD | 7 |            |    |
      F | 01/05/2022 | S | V2 | U6 | PR1 | ZZ1 1AA | 1 | 25/03/2025 | X1 |
      F | 25/03/2025 | P | V2 | T1 |     | ZZ1 1AC |   | 28/03/2025 | X1 |
      F | 28/03/2025 | P | V2 | T2 |     | ZZ1 1AC |   |            |    |
      """)
    // C was looked after for a day too little. E went from one carer of an agency to another, by way of a hospital.
    #expect(try store.counted("cla_longterm_stable_pct", 2025) == ["A", "D", "F"])
    #expect(try store.asked("cla_longterm_stable_pct", 2025) == ["A", "B", "D", "E", "F"])
  }

  @Test("placed for adoption, the placement before counts too; with the same carers it is the same placement")
  func adoptive() throws {
    try load(
      """
      A | 01/05/2022 | S | E1 | U6 | PR1 | ZZ1 1AA | 1 | 10/05/2024 | X1 | CARPL
      A | 10/05/2024 | P | E1 | A5 | PR1 | ZZ1 1AB | 1 |            |    |
      B | 01/05/2022 | S | E1 | U6 | PR1 | ZZ1 1AA | 1 | 10/05/2024 | X1 | CARPL
      B | 10/05/2024 | P | E1 | U6 | PR1 | ZZ1 1AB | 1 |            |    |
      C | 01/05/2022 | S | E1 | U6 | PR1 | ZZ1 1AA | 1 | 10/05/2024 | X1 | PLACE
      C | 10/05/2024 | T | E1 | A3 | PR1 | ZZ1 1AA | 1 |            |    |
      D | 01/05/2022 | S | E1 | U6 | PR1 | ZZ1 1AA | 1 | 10/05/2023 | X1 | CARPL
      D | 10/05/2023 | P | E1 | U6 | PR1 | ZZ1 1AB | 1 | 10/05/2024 | X1 | CARPL
      D | 10/05/2024 | P | E1 | A5 | PR1 | ZZ1 1AC | 1 |            |    |
      E | 01/05/2022 | S | E1 | U6 | PR1 | ZZ1 1AA | 1 | 10/05/2024 | X1 | CARPL
      E | 10/05/2024 | P | E1 | A5 | PR1 | ZZ1 1AB | 1 | 10/06/2024 | X1 |
      E | 10/06/2024 | P | E1 | T2 |     | ZZ1 1AC |   | 14/06/2024 | X1 |
      E | 14/06/2024 | P | E1 | A5 | PR1 | ZZ1 1AB | 1 |            |    |
      """)
    // D's last two placements are together under two years.
    #expect(try store.counted("cla_longterm_stable_pct", 2025) == ["A", "C", "E"])
  }

  @Test("new placements are those that began in the year, changes those that ended in another; days away are neither")
  func moves() throws {
    try load(
      """
      A | 01/05/2023 | S | C2 | U6 | PR1 | ZZ1 1AA | 1 | 10/05/2024 | X1 | CARPL
      A | 10/05/2024 | P | C2 | U6 | PR1 | ZZ1 1AB | 1 | 10/08/2024 | X1 | CREQB
      A | 10/08/2024 | P | C2 | T1 |     | ZZ1 1AD |   | 12/08/2024 | X1 |
      A | 12/08/2024 | P | C2 | K2 | PR4 | ZZ1 1AC | 2 | 10/10/2024 | E4A |
      B | 01/06/2024 | S | C2 | U6 | PR1 | ZZ1 1AA | 1 |            |    |
      """)
    #expect(try store.figure("newplace_total_new_placements", 2025) == "3")
    #expect(try store.figure("placechange_change_to_implementation_of_care_plan", 2025) == "1 of 2")
    #expect(try store.counted("placechange_carer_requests_placement_ends_due_to_childs_b", 2025) == ["A"])
  }

  @Test("far is over 20 miles and outside the area; a distance that is not known stays below the line")
  func far() throws {
    let located = "CHILD | DECOM | RNE | LS | PLACE | PL_LOCATION | PL_DISTANCE\n"
    try store.care(
      2025,
      [
        .episodes: located + """
          A | 01/05/2024 | S | C2 | U6 | OUT | 20.1
          B | 01/05/2024 | S | C2 | U6 | OUT | 20
          C | 01/05/2024 | S | C2 | U6 | IN  | 30
          D | 01/05/2024 | S | C2 | U6 | OUT |
          E | 01/05/2024 | S | C2 | U6 | IN  | 20
          """
      ])
    #expect(try store.counted("cla_20miles_out_pct", 2025) == ["A"])
    #expect(try store.figure("cla_20miles_out_pct", 2025) == "1 of 5")
    #expect(try store.counted("newplace_placed_inside_la_boundary_less_than_20_miles_", 2025) == ["E"])
    #expect(try store.counted("newplace_placed_outside_la_boundary_more_than_20_miles", 2025) == ["A"])
  }
}
