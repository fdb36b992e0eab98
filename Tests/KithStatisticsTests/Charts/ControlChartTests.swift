import Foundation
import KithStatistics
import KithTesting
import Testing

// Each of these needs expected results that the project does not hold.
@Suite("Control charts", .enabled(if: SharedFolder.isPresent))
struct ControlChartTests {
  private struct Known: Decodable {
    struct Result: Decodable {
      let screen_outliers: Chart
      let no_screen: Chart?
    }
    struct Chart: Decodable {
      let y: [Double]
      let mean_col: [Double]
      let lpl: [Double]
      let upl: [Double]
      let special_cause_type: [String]
    }
    let results: [String: Result]
  }

  private static let words: [String: SpecialCause] = [
    "Above UCL": .above, "Below LCL": .below, "7 Point Trend (Increasing)": .rising,
    "7 Point Trend (Decreasing)": .falling, "2 in 3 Above CL": .nearUpper, "2 in 3 Below CL": .nearLower,
    "7 Points Above CL": .high, "7 Points Below CL": .low,
  ]

  @Test("limits and flags of eleven charts, rebased and fixed among them, are those of NHSRplotthedots")
  func flags() throws {
    let known = try expected("cases/analysis/trend/xmr_expected.json", as: Known.self)
    var compared = 0
    for (name, result) in known.results {
      let rebased: Set<Int> = name.hasSuffix("rebased_at_13") ? [12] : []
      let fixed = name.hasSuffix("fixed_first12") ? 12 : nil
      for (chart, leavesOut) in [(result.screen_outliers, true), (result.no_screen, false)] {
        guard let chart else { continue }
        let ours = try #require(
          ControlChart(of: chart.y, rebasedAt: rebased, fixedAfter: fixed, leavingOutOutliers: leavesOut))
        for i in chart.y.indices {
          #expect(isNear(ours.limits[i].mean, chart.mean_col[i]))
          #expect(isNear(ours.limits[i].lower, chart.lpl[i]) && isNear(ours.limits[i].upper, chart.upl[i]))
          #expect(ours.causes[i] == Self.words[chart.special_cause_type[i]], "\(name), point \(i)")
        }
        compared += 1
      }
    }
    #expect(compared == 12)
  }

  private struct Attributes: Decodable {
    struct Chart: Decodable {
      let x: [Double]
      let n: [Double]
      let centre: Double
      let lcl: [Double]
      let ucl: [Double]
      let laney_sigma_z: Double
      let laney_lcl: [Double]
      let laney_ucl: [Double]
    }
    let u_chart: Chart
    let p_chart: Chart
  }

  @Test("u, p and Laney's limits are those of the formulae")
  func attributes() throws {
    let known = try expected("cases/analysis/trend/attribute_charts_expected.json", as: Attributes.self)
    for (kind, chart) in [(AttributeChart.Kind.rate, known.u_chart), (.share, known.p_chart)] {
      let ours = try #require(AttributeChart(kind, events: chart.x, totals: chart.n))
      #expect(isNear(ours.centre, chart.centre))
      #expect(isNear(ours.spread, chart.laney_sigma_z))
      for i in chart.x.indices {
        #expect(isNear(ours.limits[i].lower, chart.lcl[i]) && isNear(ours.limits[i].upper, chart.ucl[i]))
        #expect(isNear(ours.wideLimits[i].lower, chart.laney_lcl[i]))
        #expect(isNear(ours.wideLimits[i].upper, chart.laney_ucl[i]))
      }
    }
  }
}

@Suite("Charts of too little")
struct ShortChartTests {
  @Test("a chart of one value, and attributes without an event or without people, are none")
  func none() {
    #expect(ControlChart(of: [3]) == nil)
    #expect(ControlChart(of: [1, 2, 3], rebasedAt: [2]) == nil)
    #expect(AttributeChart(.rate, events: [0, 0], totals: [10, 10]) == nil)
    #expect(AttributeChart(.share, events: [1, 2], totals: [10, 0]) == nil)
  }

  @Test("seven points that fall are said to fall, and the eighth, which rises, is not")
  func falling() throws {
    let values = [10.0, 9, 8, 7, 6, 5, 4, 9, 6, 8, 5, 9, 6, 8]
    let chart = try #require(ControlChart(of: values))
    #expect(chart.causes.prefix(7).allSatisfy { $0 == .falling || $0 == .above || $0 == .below })
    #expect(chart.causes[7] == nil)
  }
}
