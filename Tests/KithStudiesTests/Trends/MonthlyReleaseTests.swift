import KithDisclosure
import Testing

@testable import KithStudies

@Suite("Months as they may be shown")
struct MonthlyReleaseTests {
  private func series(_ counts: [Double]) -> MonthlySeries {
    let months = counts.indices.map { place -> String in
      let (year, month) = (2022 + (place + 3) / 12, (place + 3) % 12 + 1)
      return "\(year)-\(month < 10 ? "0" : "")\(month)"
    }
    return MonthlySeries(.careStarts, months, counts)
  }

  @Test("months of none or of six and more stand by month, with the chart of the raw counts")
  func byMonth() throws {
    let counts = [7, 9, 8, 0, 10, 12, 8, 9, 7, 11, 10, 9, 8, 7, 40, 9, 8, 10, 9, 7, 8, 11, 12, 9].map(Double.init)
    let released = try MonthlyRelease(series(counts), under: .childrenLookedAfter)
    #expect(released.unit == .month && released.numbers == counts && released.periods[0] == "2022-04")
    let raw = try TrendReport.chart("x", labels: series(counts).months, values: counts)
    #expect(try released.tables()[1].rows == raw[1].rows)
    #expect(raw[1].rows[14][5] == .text("above the upper limit"))
  }

  @Test("one month of few makes them quarters, which sum three months from April on")
  func byQuarter() throws {
    let counts = [7, 9, 8, 3, 10, 12, 8, 9, 7, 11, 10, 9].map(Double.init)
    let released = try MonthlyRelease(series(counts), under: .childrenLookedAfter)
    #expect(released.unit == .quarter && released.numbers == [24, 25, 24, 30])
    #expect(released.periods[1] == "2022-07 to 2022-09")
    // Four points make no chart.
    #expect(try released.tables()[0].name.hasPrefix("Without a chart"))
  }

  @Test("a quarter of few is withheld with another of its year, as the year's number is known")
  func withheld() throws {
    let counts = [1, 1, 1, 9, 10, 12, 8, 9, 7, 11, 10, 9].map(Double.init)
    let released = try MonthlyRelease(series(counts), under: .childrenLookedAfter)
    #expect(released.numbers == nil)
    #expect(released.figures.count { $0.value.number == nil } >= 2)
    #expect(!(try released.tables()[0].rows.joined().contains(.count(3))))
  }

  @Test("a series ends with March of the year asked for")
  func upTo() {
    let all = series([Double](repeating: 7, count: 24))
    #expect(all.upTo(2023).months.last == "2023-03" && all.upTo(2023).counts.count == 12)
    #expect(all.upTo(nil) == all)
  }
}
