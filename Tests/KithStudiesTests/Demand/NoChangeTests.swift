import Foundation
import KithStatistics
import KithStudies
import KithTables
import KithTesting
import Testing

@Suite("The forecast that nothing changes")
struct NoChangeTests {
  private func rows(_ path: String) throws -> SeparatedText {
    try SeparatedText([UInt8](Data(contentsOf: URL(filePath: SharedFolder.path("cases/analysis/" + path)))))
  }

  /// Children looked after by authority, of those that have all three counts in each year from 2016 to 2025.
  private func panel() throws -> [[Double]] {
    let table = try rows("rates/lait_cla_panel.csv")
    let columns = try ["la_name", "year", "cla_31mar", "cla_ceased", "cla_started"].map {
      try #require(table.column($0))
    }
    var series: [String: [Int: Double]] = [:]
    for row in table.records {
      guard let year = Int(row[columns[1]]), let count = Double(row[columns[2]]), Double(row[columns[3]]) != nil,
        Double(row[columns[4]]) != nil
      else { continue }
      series[row[columns[0]], default: [:]][year] = count
    }
    return series.values.filter { $0.count == 10 }.map { counts in (2016...2025).compactMap { counts[$0] } }
  }

  // Needs real published figures and what was worked out from them, which the project does not hold.
  @Test(
    "errors of no change on 145 real authorities are those of the reference", .enabled(if: SharedFolder.isPresent),
    arguments: [1, 2, 3])
  func errors(yearsAhead: Int) throws {
    let known = try #require(
      rows("forecast/backtest_real_summary.csv").records.first { $0[0] == "\(yearsAhead)" && $0[1] == "naive" })
    let series = try panel()
    #expect(series.count == 145)
    let pairs = series.flatMap { counts in (4...(9 - yearsAhead)).map { (counts[$0], counts[$0 + yearsAhead]) } }
    #expect(Double(pairs.count) == Double(known[2]))
    let error = pairs.reduce(0) { $0 + abs($1.1 - $1.0) }
    let all = pairs.reduce(0) { $0 + $1.1 }
    #expect(abs(error / Double(pairs.count) - (Double(known[3]) ?? 0)) < 1e-8)
    #expect(abs(100 * error / all - (Double(known[4]) ?? 0)) < 1e-8)
  }

  // Needs the same.
  @Test(
    "intervals of past changes cover what the reference's do, and are as wide", .enabled(if: SharedFolder.isPresent))
  func coverage() throws {
    let series = try panel()
    for row in try rows("forecast/backtest_real_coverage.csv").records {
      let origin = try #require(Int(row[0]))
      let ahead = try #require(Int(row[1]))
      let past = NoChange(series.map { Array($0[4...(origin - 2016)]) }, yearsAhead: ahead)
      for (column, share) in [(5, 0.8), (6, 0.95)] {
        let held = try series.count { counts in
          let now = counts[origin - 2016]
          return try #require(past.interval(about: now, share: share)).contains(counts[origin - 2016 + ahead])
        }
        #expect(abs(Double(held) / 145 - (Double(row[column]) ?? 0)) < 1e-8)
      }
      let unit = try #require(past.interval(about: 1, share: 0.8))
      // The reference's own width differs in the fifth decimal; its file does not say why.
      #expect(abs((unit.upper - unit.lower) / 2 - (Double(row[7]) ?? 0)) < 5e-5)
    }
  }

  @Test("of few changes there is no interval, and a count of nought makes none")
  func few() {
    #expect(NoChange([[10, 11, 12]], yearsAhead: 1).interval(about: 10, share: 0.8) == nil)
    #expect(NoChange([[0, 5]], yearsAhead: 1).changes.isEmpty)
    #expect(NoChange([[5]], yearsAhead: 3).changes.isEmpty)
  }
}
