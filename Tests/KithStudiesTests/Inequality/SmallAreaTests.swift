import KithStatistics
import KithStudies
import KithTables
import Testing

@Suite("Small areas and who lives in them")
struct SmallAreaTests {
  private func text(_ text: String) throws -> SeparatedText { try SeparatedText(Array(text.utf8)) }

  private func areas(_ deprivation: String, _ population: String) throws -> SmallAreas {
    try SmallAreas(deprivation: text(deprivation), population: text(population), names: ("imd.csv", "people.csv"))
  }

  @Test("files are brought together by the area's code, whatever ONS calls it, and what is in one only is counted")
  func together() throws {
    let areas = try areas(
      "LSOA21CD,Index of Multiple Deprivation (IMD) Decile\nE01,1\nE02,10\nE03,5\n",
      "lsoa,population\nE01,100\nE02,300\nE09,1\n")
    #expect(areas.areas.count == 2 && areas.unmatched == 2)
  }

  @Test(
    "a decile that is none, a population that is no number, an area twice and files that do not meet are said",
    arguments: [
      ("lsoa,decile\nE01,11\n", "lsoa,population\nE01,5\n", StudyError.Reason.column),
      ("lsoa,decile\nE01,1\n", "lsoa,population\nE01,many\n", .column),
      ("lsoa,decile\nE01,1\nE01,2\n", "lsoa,population\nE01,5\n", .column),
      ("lsoa,decile\nE01,1\n", "lsoa,population\nE02,5\n", .unknown),
      ("lsoa\nE01\n", "lsoa,population\nE02,5\n", .column),
    ])
  func refusals(deprivation: String, population: String, expected: StudyError.Reason) {
    #expect(reason { try self.areas(deprivation, population) } == expected)
  }

  @Test("a planted inverse intervention law is found, and its absence is not")
  func inverseLaw() throws {
    for (perDecile, isLaw) in [(-0.1, true), (0.0, false)] {
      var chance = SeededChance(seed: 8)
      var strata: [String: [Stratum]] = [:]
      for authority in 0..<12 {
        let weights = (0..<10).map { 1_000 * (1 + Double(authority * (9 - $0)) / 10) }
        let whole = weights.reduce(0, +)
        let mean = weights.enumerated().reduce(0) { $0 + $1.element * Double(10 - $1.offset) } / whole
        strata["\(authority)"] = weights.enumerated().map { place, people in
          let line = Coefficient(value: -4.5 + 0.2 * Double(10 - place) + perDecile * mean, standardError: 0).ratio
          return Stratum(events: Double(chance.poisson(mean: people * line)), population: people)
        }
      }
      let found = try InverseIntervention(strata)
      #expect(found.homeRatio.interval.contains(1.221_403))
      #expect((found.ratio.interval.upper < 1) == isLaw)
      #expect(found.ratio.interval.contains(Coefficient(value: perDecile, standardError: 0).ratio))
    }
    #expect(reason { try InverseIntervention(["301": []]) } == .tooLittle)
  }
}
