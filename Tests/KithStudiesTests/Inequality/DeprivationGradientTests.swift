import Foundation
import KithStatistics
import KithStudies
import KithTesting
import Testing

@Suite("Gradients of deprivation")
struct DeprivationGradientTests {
  private struct Known: Decodable {
    struct Group: Decodable {
      let cla: Double
      let pop: Double
    }
    let input: [Group]
    let ridit_b_least_to_most: [Double]
    let sii_wls_pop_weight: Double
    let sii_wls_se: Double
    let intercept: Double
    let sii_phe_package: Double
    let rii_phe_package: Double
    let rii_mean_kunst_mackenbach_SII_over_mean: Double
    let rii_poisson: Double
    let rii_poisson_ci: [Double]
    let rii_quasipoisson_ci: [Double]
    let dispersion: Double
    let sii_poisson_identity_per10000: Double
    let sii_poisson_identity_se: Double
    let decile_ratio_1_to_10: Double
    let rate_difference: Double
    let concentration_index: Double
    let mean_rate: Double
    let pct_change_per_decile_poisson: Double
  }

  // Needs the results that R gave, which the project does not hold.
  @Test("slope and relative indices are those of R, four ways", .enabled(if: SharedFolder.isPresent))
  func indices() throws {
    let path = SharedFolder.path("cases/analysis/inequality/sii_rii.json")
    let known = try JSONDecoder().decode(Known.self, from: Data(contentsOf: URL(filePath: path)))
    let ours = try DeprivationGradient(
      mostDeprivedFirst: known.input.map { Stratum(events: $0.cla, population: $0.pop) })
    for (ridit, expected) in zip(ours.ridits, known.ridit_b_least_to_most.reversed()) {
      #expect(near(ridit, expected))
    }
    #expect(near(ours.slopeIndex.value * 10_000, known.sii_wls_pop_weight))
    #expect(near(ours.slopeIndex.value * 10_000, known.sii_phe_package))
    #expect(near(ours.slopeStandardError * 10_000, known.sii_wls_se))
    #expect(near(ours.linearIntercept * 10_000, known.intercept))
    #expect(near(try #require(ours.linearRatio), known.rii_phe_package))
    #expect(near(ours.slopeOverMean, known.rii_mean_kunst_mackenbach_SII_over_mean))
    #expect(near(ours.relativeIndex.value, known.rii_poisson))
    #expect(near(ours.relativeIndexByChance.interval.lower, known.rii_poisson_ci[0]))
    #expect(near(ours.relativeIndexByChance.interval.upper, known.rii_poisson_ci[1]))
    #expect(near(ours.relativeIndex.interval.lower, known.rii_quasipoisson_ci[0]))
    #expect(near(ours.relativeIndex.interval.upper, known.rii_quasipoisson_ci[1]))
    // R stops when the deviance moves by 1 part in 10⁸, so its last step is missing from these three.
    #expect(near(ours.dispersion, known.dispersion, 1e-6))
    let poisson = try #require(ours.slopeByPoisson)
    #expect(near(poisson.value * 10_000, known.sii_poisson_identity_per10000, 1e-5))
    #expect(near(poisson.standardError * 10_000, known.sii_poisson_identity_se, 1e-5))
    #expect(near(try #require(ours.endRatio), known.decile_ratio_1_to_10))
    #expect(near(ours.endDifference * 10_000, known.rate_difference))
    #expect(near(ours.concentrationIndex, known.concentration_index))
    #expect(near(ours.meanRate * 10_000, known.mean_rate))
    #expect(near(try #require(ours.risePerGroup) * 100, known.pct_change_per_decile_poisson))
  }

  private func near(_ a: Double, _ b: Double, _ relative: Double = 1e-7) -> Bool {
    abs(a - b) <= max(1e-8, relative * abs(b))
  }

  @Test("a decile without people is left out and counted; too few, and no event, are said")
  func degenerate() throws {
    let rates = [90.0, 60, 0, 30, 20].map { Stratum(events: $0, population: $0 == 0 ? 0 : 1_000) }
    let gradient = try DeprivationGradient(mostDeprivedFirst: rates)
    #expect(gradient.emptyGroups == 1 && gradient.groups.count == 4)
    #expect(gradient.relativeIndex.value.isFinite && gradient.relativeIndex.interval.upper.isFinite)
    let two = Array(repeating: Stratum(events: 1, population: 10), count: 2)
    #expect(reason { try DeprivationGradient(mostDeprivedFirst: two) } == .tooLittle)
    let quiet = Array(repeating: Stratum(events: 0, population: 10), count: 10)
    #expect(reason { try DeprivationGradient(mostDeprivedFirst: quiet) } == .tooLittle)
  }

  @Test("where only the most deprived have events the gradient has no end, and that is said")
  func onlyOneDecile() {
    let groups =
      [Stratum(events: 12, population: 900)] + Array(repeating: Stratum(events: 0, population: 900), count: 4)
    #expect(reason { try DeprivationGradient(mostDeprivedFirst: groups) } == .tooLittle)
  }

  @Test("without an event among the least deprived there is no ratio of the ends, and all else is a number")
  func noneAtTheEnd() throws {
    let groups = [40.0, 25, 12, 5, 0].map { Stratum(events: $0, population: 900) }
    let gradient = try DeprivationGradient(mostDeprivedFirst: groups)
    #expect(gradient.endRatio == nil && gradient.linearRatio == nil)
    #expect(gradient.relativeIndex.interval.upper.isFinite && gradient.slopeIndex.interval.lower.isFinite)
    #expect(gradient.concentrationIndex.isFinite && gradient.slopeOverMean.isFinite)
  }

  @Test("disparities are against the reference, which has none, and representation is share over share")
  func disparities() throws {
    let groups = [
      (name: "A", stratum: Stratum(events: 10, population: 1_000)),
      (name: "B", stratum: Stratum(events: 10, population: 500)),
      (name: "C", stratum: Stratum(events: 0, population: 0)),
    ]
    let all = try GroupDisparity.all(of: groups, reference: "A")
    #expect(all.map(\.group) == ["A", "B"])
    #expect(all[0].rateRatio == nil && all[1].rateRatio?.value == 2)
    #expect(abs(all[1].representation - 1.5) < 1e-12)
    #expect(reason { try GroupDisparity.all(of: groups, reference: "C") } == .unknown)
  }
}

/// The reason for which a study was refused; nil where it was not.
func reason(_ work: () throws -> Any) -> StudyError.Reason? {
  do {
    _ = try work()
    return nil
  } catch {
    return (error as? StudyError)?.reason
  }
}
