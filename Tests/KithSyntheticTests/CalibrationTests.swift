import Foundation
import Testing

@testable import KithSynthetic

@Suite("Calibration")
struct CalibrationTests {
  @Test("Identities hold in each authority and year")
  func identities() {
    let synthesis = Synthesis(seed: 4, years: 2024...2026, children: 500)
    for authority in synthesis.england.authorities.prefix(4) {
      let history = synthesis.history(of: authority)
      for year in synthesis.years {
        let now = history.tally(in: year)
        let last = history.tally(in: year - 1)
        #expect(
          now["referrals"] == now["no further action"] + now["not in need"] + now["episodes starting"])
        // Open at the end = open at its start, without those found not to be in need since, + starting - ending.
        let gap =
          last["in need at 31 March"] + now["episodes starting"] - now["episodes ending"] - now["in need at 31 March"]
        #expect(gap >= 0)
        #expect(year == 2024 || gap > 0)
      }
    }
  }

  @Test("The fall from closing to opening stock comes out as published: 9.5 to 13 %")
  func openingStock() {
    let synthesis = Synthesis(seed: 4, years: 2024...2025, children: 700)
    let histories = synthesis.england.authorities.prefix(24).map(synthesis.history)
    func total(_ name: String, _ year: Int) -> Int { histories.reduce(0) { $0 + $1.tally(in: year)[name] } }
    let closing = total("in need at 31 March", 2024)
    let opening = total("in need at 31 March", 2025) + total("episodes ending", 2025) - total("episodes starting", 2025)
    let fall = Double(closing - opening) / Double(closing)
    #expect((0.08...0.14).contains(fall))
  }

  @Test("Main figures come near the published ones on a sample of every authority")
  func sample() async {
    let calibration = await Synthesis(seed: 7, years: 2025...2025, children: 150).calibration(
      authorities: 153, year: 2025)
    let main = [
      "referrals", "re-referrals", "episodes starting", "in need at 31 March", "looked after at 31 March", "starts",
    ]
    for line in calibration.lines where main.contains(line.name) {
      #expect(abs(line.difference) < max(0.05, 3 * line.standardError), "\(line.name) \(line.difference)")
    }
    // Lives are as studies of other years found them, within four points or three standard errors.
    #expect(calibration.lives.count == 8)
    for life in calibration.lives {
      let variance = 2 * life.published * (1 - life.published) / Double(life.counted)
      let difference = life.achieved - life.published
      #expect(abs(difference) < max(0.04, 3 * variance.squareRoot()), "\(life.name) \(difference)")
    }
    for rate in calibration.dispersion {
      #expect(rate.achieved == rate.achieved.sorted() && rate.published.count == 3, "\(rate.name)")
    }
  }

  @Test("A figure of which nothing was achieved is not within tolerance, unless hardly any was to be counted")
  func nothing() {
    func line(expected: Double) -> Calibration.Line {
      Calibration.Line(name: "factor 8", published: 1_950, year: 2025, achieved: 0, counted: 0, expected: expected)
    }
    #expect(!line(expected: 300).isWithinTolerance)
    #expect(line(expected: 2).isWithinTolerance)
  }

  @Test("Some children who have gone home come back into care while their case is open, and none on the same day")
  func back() {
    let synthesis = Synthesis(seed: 3, years: 2025...2025, children: 700)
    let careers = synthesis.england.authorities.prefix(8).flatMap { synthesis.history(of: $0).careers }
    var returns = 0
    for career in careers {
      for (before, after) in zip(career.care, career.care.dropFirst()) {
        #expect(after.start > before.end)
        let isOpen = career.episodes.contains { $0.referred <= before.start && $0.closed >= after.end }
        if isOpen { returns += 1 }
      }
    }
    #expect(returns > 20)
  }

  @Test(
    "Most figures are within 1 % or two standard errors on a larger sample",
    .enabled(if: ProcessInfo.processInfo.environment["KITH_LONG_TESTS"] != nil))
  func large() async {
    let calibration = await Synthesis(seed: 11, years: 2025...2025, children: 1_500).calibration(
      authorities: 153, year: 2025)
    #expect(Double(calibration.lines.count(where: \.isWithinTolerance)) >= 0.6 * Double(calibration.lines.count))
  }
}
