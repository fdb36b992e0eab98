import KithStatistics
import KithStudies
import Testing

@Suite("Differences between areas")
struct PanelModelTests {
  /// An invented panel in which a covariate goes with the rate between areas (1.3 for each unit) and not within, and areas vary besides.
  private func panel(_ areas: Int, effect: Double = 0, treated: Int = 0) throws -> AreaYears {
    var chance = SeededChance(seed: 21)
    var counts: [AreaYear: Double] = [:]
    var people: [AreaYear: Double] = [:]
    var poverty: [AreaYear: Double] = [:]
    for area in 0..<areas {
      let level = NormalDistribution.quantile(chance.unit())
      let own = chance.gamma(shape: 60) / 60
      for year in 2015...2024 {
        let key = AreaYear(authority: "\(100 + area)", year: year)
        let departure = 0.5 * NormalDistribution.quantile(chance.unit())
        let began = area == treated && year >= 2021 ? effect : 0
        let ratio = Coefficient(value: 0.262_364 * level + began + 0.02 * Double(year - 2015), standardError: 0).ratio
        people[key] = 50_000
        poverty[key] = level + departure
        counts[key] = Double(chance.poisson(mean: 200 * ratio * own))
      }
    }
    return try AreaYears(counts: counts, people: people, covariates: [("poverty", poverty)])
  }

  @Test("a planted association between areas is found, and none within")
  func planted() throws {
    let model = try PanelModel(panel(80))
    let term = try #require(model.terms.first)
    let truth = Coefficient(value: 0.262_364 * term.unit, standardError: 0).ratio
    #expect(term.between.interval.contains(truth) && term.between.interval.lower > 1.1)
    #expect(try #require(term.within).interval.contains(1))
    let share = try #require(model.shareExplained)
    #expect((0.5...1).contains(share))
    #expect(model.size == (800, 80, 10))
  }

  @Test("covariates that say the same, that never differ, and too few areas are refused")
  func refusals() throws {
    let panel = try panel(30)
    let values = Dictionary(uniqueKeysWithValues: zip(panel.keys, panel.covariates[0].values))
    let counts = Dictionary(uniqueKeysWithValues: zip(panel.keys, panel.counts))
    let people = Dictionary(uniqueKeysWithValues: zip(panel.keys, panel.people))
    func model(_ covariates: [(String, [AreaYear: Double])], years: ClosedRange<Int>? = nil) throws -> PanelModel {
      try PanelModel(AreaYears(counts: counts, people: people, covariates: covariates, years: years))
    }
    #expect(reason { try model([("a", values), ("b", values.mapValues { 2 * $0 + 1 })]) } == .collinear)
    #expect(reason { try model([("a", values.mapValues { _ in 7 })]) } == .collinear)
    #expect(reason { try model([("a", values)], years: 1990...1991) } == .tooLittle)
    #expect(reason { try PanelModel(self.panel(6)) } == .tooLittle)
    let quiet = counts.mapValues { _ in 0.0 }
    #expect(
      reason { try PanelModel(AreaYears(counts: quiet, people: people, covariates: [("a", values)])) } == .tooLittle)
  }

  @Test("an effect that was planted in one area is found, and stands out among placebos")
  func effect() throws {
    let found = try DifferenceInDifferences(panel(20, effect: 0.5), treated: "100", from: 2021)
    #expect(found.effect.interval.contains(1.648_721) && found.effect.interval.lower > 1.2)
    #expect(found.placeboAreas <= 0.1)
    #expect(try #require(found.slopeBefore).interval.contains(1))
    #expect(try #require(found.placeboYear).interval.contains(1))
    #expect(found.others == 19)
  }

  @Test("where nothing began, none is found")
  func noEffect() throws {
    let found = try DifferenceInDifferences(panel(20), treated: "105", from: 2021)
    #expect(found.effect.interval.contains(1))
    #expect(found.placeboAreas > 0.05)
  }

  @Test("too few years or areas, and an area that is not there, are said")
  func tooLittle() throws {
    #expect(reason { try DifferenceInDifferences(self.panel(20), treated: "100", from: 2015) } == .tooLittle)
    #expect(reason { try DifferenceInDifferences(self.panel(4), treated: "100", from: 2021) } == .tooLittle)
    #expect(reason { try DifferenceInDifferences(self.panel(20), treated: "999", from: 2021) } == .tooLittle)
  }
}

@Suite("Interrupted series")
struct InterruptedSeriesTests {
  @Test("a step and a change of slope without chance are found as they were made")
  func exact() throws {
    let counts = (0..<12).map { time -> Double in
      let after = time >= 6
      let line = 6 + 0.03 * Double(time) + (after ? 0.2 + 0.05 * Double(time - 6) : 0)
      return Coefficient(value: line, standardError: 0).ratio
    }
    let found = try InterruptedSeries(counts: counts, people: counts.map { _ in 1 }, start: 6)
    #expect(abs(found.step.value - 1.221_402_758) < 1e-7)
    #expect(abs(found.slopeChange.value - 1.051_271_096) < 1e-7)
  }

  @Test("too few periods, and no event at all, are said")
  func tooLittle() {
    let six = [5.0, 6, 7, 8, 9, 10]
    #expect(reason { try InterruptedSeries(counts: six, people: six, start: 2) } == .tooLittle)
    #expect(reason { try InterruptedSeries(counts: six, people: six, start: 5) } == .tooLittle)
    #expect(reason { try InterruptedSeries(counts: six.map { _ in 0 }, people: six, start: 3) } == .tooLittle)
  }
}
