import Foundation
import KithStatistics
import KithTesting
import Testing

/// Limits beside those of NHSRplotthedots, in the shared cases.
struct ProcessLimitsTests {
  @Test(.enabled(if: SharedFolder.isPresent, "the shared folder is not there"))
  func limitsAreThoseOfTheReference() throws {
    let path = SharedFolder.path("cases/analysis/trend/xmr_expected.json")
    let json = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path))) as? [String: Any]
    let series = try #require(json?["series"] as? [String: [Double]])
    let results = try #require(json?["results"] as? [String: [String: Any]])
    var compared = 0
    for (name, values) in series {
      for (kind, leavesOut) in [("screen_outliers", true), ("no_screen", false)] {
        guard let expected = results[name]?[kind] as? [String: Any], let means = expected["mean_col"] as? [Double],
          let lower = expected["lpl"] as? [Double], let upper = expected["upl"] as? [Double], Set(means).count == 1
        else { continue }
        let limits = try #require(ProcessLimits(of: values, leavingOutOutliers: leavesOut))
        #expect(abs(limits.mean - means[0]) < 1e-8)
        #expect(abs(limits.lower - lower[0]) < 1e-8)
        #expect(abs(limits.upper - upper[0]) < 1e-8)
        compared += 1
      }
    }
    #expect(compared >= 5)
  }

  @Test func steadyValuesHaveNoWidth() throws {
    let limits = try #require(ProcessLimits(of: [7, 7, 7]))
    #expect(limits.contains(7))
    #expect(!limits.contains(7.1))
    #expect(ProcessLimits(of: [7]) == nil)
  }
}
