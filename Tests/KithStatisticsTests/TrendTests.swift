import Foundation
import KithStatistics
import KithTables
import KithTesting
import Testing

@Suite("Trends")
struct TrendTests {
  @Test("fewer than five figures are not tested")
  func tooFew() {
    let point = EstimateInTime(value: 1, interval: Interval(lower: 0, upper: 2))
    #expect(TrendTest(Array(repeating: point, count: 4)) == nil)
  }

  // Needs the downloaded Fingertips series, which the project does not hold.
  @Test(
    "the trend and the comparison with England of 462 series are those of Fingertips",
    .enabled(if: SharedFolder.isPresent))
  func fingertips() throws {
    let oracle = try table("cases/aggregates/oracle/fingertips_oracle.csv")
    #expect(oracle.records.count == 462)
    var tested = 0
    for row in oracle.records {
      let values = numbers(row[6])
      let series = zip(values, zip(numbers(row[7]), numbers(row[8]))).map {
        EstimateInTime(value: $0, interval: Interval(lower: $1.0, upper: $1.1))
      }
      let test = TrendTest(series)
      #expect((test == nil) == (row[13] == "cannot be calculated"), "\(row)")
      if let test {
        tested += 1
        #expect(isNear(test.slope, try #require(Double(row[9])), relative: 1e-7, absolute: 1e-8))
        #expect(isNear(test.chiSquare, try #require(Double(row[10])), relative: 1e-6, absolute: 1e-6))
        #expect(test.keepsSign == (row[11] == "True"))
        #expect(test.isSignificant == (row[12] == "True"))
        let direction = test.isSignificant ? test.slope > 0 ? "increasing" : "decreasing" : "no significant change"
        #expect(direction == row[13])
      }
      try expectComparison(row, series)
    }
    #expect(tested == 456)
  }

  private func expectComparison(_ row: [String], _ series: [EstimateInTime]) throws {
    guard let england = Double(row[15]), let latest = series.last, row[18] != "Not compared" else { return }
    // Fewer admissions are better.
    let words = [BenchmarkStanding.higher: "Worse", .similar: "Similar", .lower: "Better"]
    #expect(words[BenchmarkStanding(latest.interval, benchmark: england)] == row[18], "\(row)")
  }

  private func numbers(_ text: String) -> [Double] { text.split(separator: "|").compactMap { Double($0) } }
}
