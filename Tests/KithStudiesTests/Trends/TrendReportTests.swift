import KithStudies
import Testing

@Suite("Charts of trends")
struct TrendReportTests {
  private func labels(_ count: Int) -> [String] { (1...count).map { "m\($0)" } }

  @Test("a chart of few points says that its limits are provisional, and of fewer than 5 there is none")
  func short() throws {
    let six = try TrendReport.chart("x", labels: labels(6), values: [1, 2, 1, 3, 2, 1])
    #expect(six[0].rows[0][2] == .text("limits are provisional: 6 points, of 13 that a chart needs"))
    #expect(reason { try TrendReport.chart("x", labels: self.labels(4), values: [1, 2, 1, 3]) } == .tooLittle)
    #expect(
      reason { try TrendReport.chart("x", labels: self.labels(6), values: [1, 2, 1, 3, 2, 1], rebasedAt: [5]) }
        == .tooLittle)
  }

  @Test("a share of nothing has no chart, and periods without a total are left out")
  func shares() throws {
    #expect(TrendReport.shares("x", labels: labels(6), events: [0, 0, 0, 0, 0, 0], totals: [9, 9, 9, 9, 9, 9]) == nil)
    let chart = TrendReport.shares("x", labels: labels(6), events: [1, 2, 0, 3, 1, 2], totals: [9, 9, 0, 9, 9, 9])
    #expect(chart?.rows.count == 5)
  }
}
