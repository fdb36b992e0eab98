import KithStatistics
import KithTables
import KithTesting
import Testing

@Suite("Standardised rates and ratios")
struct StandardisationTests {
  private struct Known: Decodable {
    struct Rates: Decodable {
      let value: [Double]
      let lowercl: [Double]
      let uppercl: [Double]
    }
    let dsr: Rates
    let isr: Rates
    let isratio: Rates
    let ref_x: [Double]
    let ref_n: [Double]
  }

  private struct Disparity: Decodable {
    struct Group: Decodable {
      let cla: Double
      let pop: Double
    }
    let input: [Group]
    let rate_ratio: [Double]
    let lower: [Double]
    let upper: [Double]
  }

  // Needs the results that R gave, which the project does not hold.
  @Test("direct and indirect standardisation are those of PHEindicatormethods", .enabled(if: SharedFolder.isPresent))
  func standardised() throws {
    let known = try expected("cases/analysis/rates/standardisation_expected.json", as: Known.self)
    let records = try table("cases/analysis/rates/standardisation_input.csv").records
    let reference = zip(known.ref_x, known.ref_n).map { Stratum(events: $0, population: $1) }
    let crude = known.ref_x.reduce(0, +) / known.ref_n.reduce(0, +)
    for (i, area) in ["A", "B", "C"].enumerated() {
      let rows = records.filter { $0[0] == area }
      let strata = try rows.map {
        Stratum(events: try #require(Double($0[2])), population: try #require(Double($0[3])))
      }
      let standard = try rows.map { try #require(Double($0[4])) }
      let direct = try #require(Standardisation.direct(strata, standard: standard)).multiplied(by: 10_000)
      expect(direct, known.dsr, i)
      let ratio = try #require(Standardisation.ratio(strata, reference: reference))
      expect(ratio, known.isratio, i)
      expect(ratio.multiplied(by: crude * 10_000), known.isr, i)
    }
  }

  private func expect(_ estimate: Estimate, _ known: Known.Rates, _ i: Int) {
    #expect(isNear(estimate.value, known.value[i]))
    #expect(isNear(estimate.interval.lower, known.lowercl[i]))
    #expect(isNear(estimate.interval.upper, known.uppercl[i]))
  }

  // Needs the results that R gave, which the project does not hold.
  @Test("rate ratios are those of epitools", .enabled(if: SharedFolder.isPresent))
  func ratios() throws {
    let known = try expected("cases/analysis/rates/rate_ratio_disparity.json", as: Disparity.self)
    let groups = known.input.map { Stratum(events: $0.cla, population: $0.pop) }
    for i in 1..<groups.count {
      let ratio = try #require(Standardisation.rateRatio(groups[i], to: groups[0]))
      #expect(isNear(ratio.value, known.rate_ratio[i - 1]))
      #expect(isNear(ratio.interval.lower, known.lower[i - 1]) && isNear(ratio.interval.upper, known.upper[i - 1]))
    }
  }

  private struct Exact: Decodable {
    struct Limits: Decodable {
      let lower: [Double]
      let upper: [Double]
    }
    let x: [Double]
    let n: [Double]
    let clopper_pearson: Limits
  }

  // Needs the results that R gave, which the project does not hold.
  @Test("exact intervals about a proportion are those of R's binom.test", .enabled(if: SharedFolder.isPresent))
  func clopperPearson() throws {
    let known = try expected("cases/analysis/rates/wilson_proportion.json", as: Exact.self)
    for (i, events) in known.x.enumerated() {
      let interval = Interval.clopperPearson(events: events, of: known.n[i])
      #expect(isNear(interval.lower, known.clopper_pearson.lower[i]))
      #expect(isNear(interval.upper, known.clopper_pearson.upper[i]))
    }
  }

  @Test("what has no people, no event or nothing expected has no figure")
  func nothing() {
    let none = Stratum(events: 0, population: 100)
    let empty = Stratum(events: 0, population: 0)
    #expect(Standardisation.direct([none], standard: [1]) == nil)
    #expect(Standardisation.direct([empty], standard: [1]) == nil)
    #expect(Standardisation.ratio([none], reference: [none]) == nil)
    #expect(Standardisation.rateRatio(none, to: Stratum(events: 4, population: 10)) == nil)
  }
}
