import Foundation
import KithStatistics
import KithTables
import KithTesting
import Testing

/// A CSV file in the shared folder.
func table(_ path: String) throws -> SeparatedText {
  try SeparatedText([UInt8](Data(contentsOf: URL(filePath: SharedFolder.path(path)))))
}

// Each of these needs expected results that the project does not hold.
@Suite("Funnels", .enabled(if: SharedFolder.isPresent))
struct FunnelTests {
  struct RateResults: Decodable {
    struct Spread: Decodable {
      let phi_winsor10: Double
      let tau2: Double
    }
    struct Limits: Decodable {
      let E: Double
      let ll95: Double
      let ul95: Double
      let ll998: Double
      let ul998: Double
    }
    let england_rate_per10000: Double
    let shmi_log: Spread
    let cqc_sqrt: Spread
    let limits_poisson_unadjusted: [Limits]
    let limits_overdispersed_shmi: [Limits]
  }

  @Test("the looked-after rate's funnel is that of FunnelPlotR, and leaves 2 of 151 areas outside instead of 104")
  func rate() throws {
    let known = try expected("cases/analysis/rates/funnel_cla_rate_2025.json", as: RateResults.self)
    let areas = try table("cases/analysis/rates/funnel_cla_rate_2025.csv").records.map { row in
      (events: try #require(Double(row[1])), population: try #require(Double(row[2])))
    }
    let funnel = RateFunnel(baseline: known.england_rate_per10000 / 10_000, areas: areas)
    #expect(isNear(funnel.overdispersion.phi, known.shmi_log.phi_winsor10))
    #expect(isNear(funnel.overdispersion.tauSquared, known.shmi_log.tau2))
    for limits in known.limits_overdispersed_shmi {
      let inner = funnel.ratioLimits(expected: limits.E, .ninetyFive)
      let outer = funnel.ratioLimits(expected: limits.E, .ninetyNinePointEight)
      #expect(isNear(inner.lower, limits.ll95) && isNear(inner.upper, limits.ul95))
      // FunnelPlotR writes the 99.8 % point as 3.090232, so its limits are known to about 7 digits.
      #expect(isNear(outer.lower, limits.ll998, relative: 1e-6) && isNear(outer.upper, limits.ul998, relative: 1e-6))
    }
    for limits in known.limits_poisson_unadjusted {
      let inner = Funnel.ratio(expected: limits.E)
      let outer = Funnel.ratio(expected: limits.E, .ninetyNinePointEight)
      #expect(isNear(inner.lower, limits.ll95) && isNear(inner.upper, limits.ul95))
      #expect(isNear(outer.lower, limits.ll998) && isNear(outer.upper, limits.ul998))
    }
    let positions = areas.map { funnel.position(events: $0.events, population: $0.population) }
    #expect(positions.filter { $0 == .veryLow || $0 == .veryHigh }.count == 2)
    let chanceAlone = areas.filter { area in
      let expected = area.population * funnel.baseline
      return !Interval.exactPoisson(events: area.events, .ninetyNinePointEight).contains(expected)
    }
    #expect(chanceAlone.count == 104)
  }

  @Test("the spread on the square-root scale is FunnelPlotR's, and the limits hold the same areas")
  func root() throws {
    let known = try expected("cases/analysis/rates/funnel_cla_rate_2025.json", as: RateResults.self)
    let areas = try table("cases/analysis/rates/funnel_cla_rate_2025.csv").records.map { row in
      (events: try #require(Double(row[1])), population: try #require(Double(row[2])))
    }
    let funnel = RootFunnel(baseline: known.england_rate_per10000 / 10_000, areas: areas)
    #expect(isNear(funnel.overdispersion.phi, known.cqc_sqrt.phi_winsor10))
    #expect(isNear(funnel.overdispersion.tauSquared, known.cqc_sqrt.tau2))
    let outside = areas.count { area in
      let expected = area.population * funnel.baseline
      return !funnel.ratioLimits(expected: expected, .ninetyNinePointEight).contains(area.events / expected)
    }
    #expect(outside <= 4)
    #expect(funnel.ratioLimits(expected: 0.1, .ninetyFive).lower == 0)
  }

  struct ProportionResults: Decodable {
    struct Limits: Decodable {
      let ll95: [Double]
      let ul95: [Double]
      let ll998: [Double]
      let ul998: [Double]
    }
    let england_proportion: Double
    let phi_winsor10: Double
    let tau2: Double
    let N: [Double]
    let arcsine_od: Limits
    let n_outside_998_od: Int
  }

  @Test("the re-referral funnel is that of FunnelPlotR's arcsine method, with 4 of 153 areas outside")
  func proportion() throws {
    let known = try expected("cases/analysis/rates/funnel_rereferral_2025.json", as: ProportionResults.self)
    let panel = try table("cases/analysis/rates/dfe_cin_la_panel.csv")
    let areas = panel.records.filter { $0[0] == "2025" }.compactMap { row -> (events: Double, total: Double)? in
      guard let total = Double(row[3]), let events = Double(row[4]) else { return nil }
      return (events, total)
    }
    #expect(areas.count == 153)
    let funnel = ProportionFunnel(baseline: known.england_proportion, areas: areas)
    #expect(isNear(funnel.overdispersion.phi, known.phi_winsor10))
    #expect(isNear(funnel.overdispersion.tauSquared, known.tau2))
    for (i, total) in known.N.enumerated() {
      let inner = funnel.limits(total: total, .ninetyFive)
      let outer = funnel.limits(total: total, .ninetyNinePointEight)
      #expect(isNear(inner.lower, known.arcsine_od.ll95[i]) && isNear(inner.upper, known.arcsine_od.ul95[i]))
      #expect(isNear(outer.lower, known.arcsine_od.ll998[i]) && isNear(outer.upper, known.arcsine_od.ul998[i]))
    }
    let outside = areas.map { funnel.position(events: $0.events, total: $0.total) }
      .filter { $0 == .veryLow || $0 == .veryHigh }
    #expect(outside.count == known.n_outside_998_od)
  }

  @Test("limits and Wilson intervals of 454 areas in three measures are those of Fingertips' formulae")
  func fingertips() throws {
    let oracle = try table("cases/aggregates/oracle/funnel_oracle_2025.csv")
    #expect(oracle.records.count == 454)
    for row in oracle.records {
      let numbers = try row[3...9].map { try #require(Double($0)) }
      let baseline = numbers[3] / 100
      let inner = Funnel.proportion(baseline: baseline, total: numbers[1]).multiplied(by: 100)
      let outer = Funnel.proportion(baseline: baseline, total: numbers[1], .ninetyNinePointEight).multiplied(by: 100)
      // The oracle's baseline is printed to 6 places, so its limits are known to about 5.
      #expect(isNear(inner.lower, numbers[4], absolute: 3e-6) && isNear(inner.upper, numbers[5], absolute: 3e-6))
      #expect(isNear(outer.lower, numbers[6], absolute: 3e-6))
      #expect(isNear(outer.upper, try #require(Double(row[10])), absolute: 3e-6))
      let wilson = Interval.wilson(events: numbers[0], of: numbers[1]).multiplied(by: 100)
      let wilsonLow = try #require(Double(row[12]))
      let wilsonHigh = try #require(Double(row[13]))
      #expect(isNear(wilson.lower, wilsonLow, absolute: 3e-6) && isNear(wilson.upper, wilsonHigh, absolute: 3e-6))
      let position = FunnelPosition(numbers[2], inner: inner, outer: outer)
      let words: [FunnelPosition: String] = [
        .inside: "inside", .low: "outside 95", .high: "outside 95", .veryLow: "outside 99.8", .veryHigh: "outside 99.8",
      ]
      #expect(words[position] == row[11], "\(row)")
    }
  }
}
