import KithEngine
import KithMeasures
import KithReturns
import KithStore
import KithSynthetic
import KithTables
import KithTesting
import Testing

@Suite("Several years in one run")
final class MeasureYearsTests {
  private let folder: ScratchFolder

  init() throws { folder = try ScratchFolder() }

  /// Three years of two authorities: the second year's return is submitted again, and the third year's ends an episode that the
  /// first two had open, no longer holds another, and says that a third began earlier.
  private func store(upTo last: Int = 2025) throws -> SmallStore {
    let small = try SmallStore(at: folder.path + "/\(last).duckdb")
    let head = "CHILD | DECOM | RNE | LS | PLACE | DEC | REC\n"
    let cases = "LAchildID | CINdetailsID | CINreferralDate | CINclosureDate | ReasonForClosure | ReferralNFA\n"
    let open = [
      "C1 | 01/05/2022 | S | C2 | U6 | |", "C2 | 01/06/2022 | S | V2 | K2 | |", "C3 | 01/02/2023 | S | C1 | U4 | |",
    ]
    let rows = [
      2023: open, 2024: open,
      2025: ["C1 | 01/05/2022 | S | C2 | U6 | 10/03/2024 | E4A", "C3 | 01/01/2023 | S | C1 | U4 | |"],
    ]
    for (year, episodes) in rows.sorted(by: { $0.key < $1.key }) where year <= last {
      if year == 2024 { try small.care(year, [.episodes: head + episodes[0]]) }
      try small.care(year, [.episodes: head + episodes.joined(separator: "\n")])
      try small.care(year, [.episodes: head + "D1 | 01/07/\(year - 1) | S | C2 | P1 | |"], authority: "302")
      try small.need(
        year,
        [
          .cinDetails: cases
            + "A1 | 1 | \(year - 1)-05-10 | \(year - 1)-09-01 | RC8 | false\nB1 | 2 | 2022-05-11 | | | false"
        ])
    }
    return small
  }

  /// The figures of each year in a run of its own, one after the other.
  private func alone(_ store: Store, _ years: ClosedRange<Int>, by breakdowns: [Breakdown]) throws -> [MeasureFigure] {
    try years.flatMap { try MeasureRun(store, year: $0).figures(Measure.all(), by: breakdowns) }
  }

  @Test("give the figures of runs of one year, in their order", arguments: [[], [.sex, .age], Breakdown.allCases])
  func equal(_ breakdowns: [Breakdown]) throws {
    let store = try store().store
    let together = try MeasureYears(Array(2022...2026)).figures(of: store, Measure.all(), by: breakdowns)
    let alone = try alone(store, 2022...2026, by: breakdowns)
    #expect(together == alone)
    #expect(Set(together.map(\.year)) == Set(2023...2026))
    let counts = together.filter {
      $0.measure.id == "cla_31mar_count" && $0.place.area == .authority("301") && $0.place.breakdown == nil
    }
    #expect(counts.map(\.text) == ["3", "3", "1", "x"])
  }

  @Test("leave a year's figures as they were before a later return")
  func later() throws {
    let (before, after) = (try store(upTo: 2024).store, try store().store)
    let known = try MeasureYears([2023, 2024]).figures(of: before, Measure.all())
    let asOf = try MeasureYears([2023, 2024, 2025]).figures(of: after, Measure.all()).filter { $0.year < 2025 }
    #expect(known == asOf)
    #expect(known.contains { $0.numerator ?? 0 > 0 })
  }

  @Test("give the same of a store without a file, and leave its connection its own tables")
  func inMemory() throws {
    let small = try SmallStore()
    try small.care(2024, [.episodes: "CHILD | DECOM | RNE | LS | PLACE | DEC | REC\nC1 | 01/05/2023 | S | C2 | U6 | |"])
    let together = try MeasureYears([2024, 2025]).figures(of: small.store, Measure.all())
    #expect(together == (try alone(small.store, 2024...2025, by: [])))
    #expect(try small.store.connection.query("SELECT * FROM ssda903_episodes").rowCount == 1)
  }

  @Test("give the figures of runs of one year, of synthetic returns", arguments: [nil, 7] as [UInt64?])
  func synthetic(_ damage: UInt64?) throws {
    let synthesis = Synthesis(seed: 31, years: 2022...2025, children: 150)
    let store = try Store(folder.path + "/synthetic.duckdb", for: .writing)
    for authority in synthesis.england.authorities.prefix(2) {
      let writer = SyntheticWriter(authority: authority, folder: folder.path, damage: damage)
      _ = try writer.load(synthesis.history(of: authority), into: store)
    }
    let together = try MeasureYears(Array(2022...2025)).figures(of: store, Measure.all())
    #expect(together == (try alone(store, 2022...2025, by: [])))
    #expect(together.count { $0.numerator ?? 0 > 0 } > 500)
  }
}
