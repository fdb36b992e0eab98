import Foundation
import KithAggregates
import KithDisclosure
import KithPlaces
import KithStatistics
import KithTesting
import Testing

// These need LAIT's publication and the results of its own R code, which the project does not hold.
@Suite("LAIT's answers, in LAIT's mode", .enabled(if: SharedFolder.isPresent))
struct LAITOracleTests {
  let data: LAITData
  let register = AuthorityRegister.england

  init() throws { data = try PublishedData.lait.get() }

  @Test("the whole file is read: 446 measures, 3,771 measure-years, 170 areas")
  func size() {
    #expect(data.table.measures.count == 446)
    #expect(data.table.areas.count == 170)
    let series = Set(data.table.measures.map(\.series))
    #expect(series.count == 434)
    let perSeries = Dictionary(
      data.table.measures.map { ($0.series, data.table.periods(of: $0).count) }, uniquingKeysWith: { first, _ in first }
    )
    #expect(perSeries.values.reduce(0, +) == 3771)
    #expect(data.table.topics.count == 20)
    #expect(data.table.notes.isEmpty)
  }

  @Test("the Department's workbooks of neighbours read as the CSV files do", arguments: NeighbourYear.allCases)
  func workbooks(year: NeighbourYear) throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let name = year == .may2025 ? "sn_may_2025.xlsx" : "sn_april_2021.xlsx"
    for name in ["bds_long_0.parquet", "lait_data_dictionary.csv", name] {
      try FileManager.default.copyItem(
        atPath: SharedFolder.path("cases/aggregates/lait/" + name), toPath: folder.appending(path: name).path())
    }
    let workbook = try LAITFolder(folder.path()).neighbours(year)
    let text = try LAITFolder(SharedFolder.path("cases/aggregates/lait")).neighbours(year)
    #expect(workbook.authorities == text.authorities)
    for code in text.authorities {
      #expect(workbook.neighbours(of: code) == text.neighbours(of: code))
      #expect(workbook.region(of: code) == text.region(of: code))
    }
  }

  @Test("the compressed CSV of the same figures reads as the Parquet file does")
  func compressed() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: UUID().uuidString)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    for name in ["bds_long_full.csv.gz", "lait_data_dictionary.csv", "sn_april_2021.csv"] {
      try FileManager.default.copyItem(
        atPath: SharedFolder.path("cases/aggregates/lait/" + name), toPath: folder.appending(path: name).path())
    }
    let other = try LAITData(folder: folder.path(), neighbours: .april2021)
    #expect(other.neighbours.name == "April 2021")
    #expect(other.table.measures.map(\.name) == data.table.measures.map(\.name))
    #expect(Set(other.table.areas) == Set(data.table.areas))
    for (mine, theirs) in zip(data.table.measures, other.table.measures) {
      let periods = data.table.periods(of: mine)
      #expect(periods == other.table.periods(of: theirs))
      for (place, area) in data.table.areas.enumerated() {
        guard let otherPlace = other.table.place(of: area), let last = periods.indices.last else { continue }
        let cell = data.table.cell(mine, period: last, place: place)
        #expect(cell == other.table.cell(theirs, period: last, place: otherPlace))
      }
    }
  }

  @Test("all 70,468 comparisons of every measure and authority in the latest year are LAIT's")
  func full() throws {
    let oracle = try compressedOracle()
    #expect(oracle.count == 70_468)
    let benchmark = Benchmark(data.table, neighbours: data.neighbours, mode: .lait)
    var leagues: [String: League] = [:]
    var differing: [String] = []
    for row in oracle {
      let measure = try #require(data.table.measure(named: row["measure"]))
      let league = try leagues[measure.name] ?? #require(benchmark.league(measure))
      leagues[measure.name] = league
      let code = try #require(AuthorityCode(parsing: row["la_number"]))
      let found = try #require(benchmark.comparison(of: code, in: league))
      let faults = differences(row, found, league)
      if !faults.isEmpty { differing.append("\(row["measure"]), \(row["la"]): \(faults)") }
    }
    #expect(differing.isEmpty, "\(differing.count) differ: \(differing.prefix(5))")
  }

  private func differences(_ row: ExpectedRow, _ found: AuthorityComparison, _ league: League) -> [String] {
    let display = LAITDisplay(league)
    let checks: [(String, Bool)] = [
      ("year", league.period.label == row["year_label"]),
      ("text", found.own.cell?.text == row["raw_value"]),
      ("value", agrees(found.own.number, row.number("value"))),
      ("change", agrees(found.own.change.difference, row.number("change"))),
      ("rank", display.rank(found) == row["rank"]),
      ("number ranked", String(league.ranking.sorted.count) == row["n_las_with_value"]),
      ("band", display.band(found) == row["quartile_band"]),
      ("q0", agrees(league.quartiles?.least, row.number("q0"))),
      ("q25", agrees(league.quartiles?.first, row.number("q25"))),
      ("q50", agrees(league.quartiles?.second, row.number("q50"))),
      ("q75", agrees(league.quartiles?.third, row.number("q75"))),
      ("q100", agrees(league.quartiles?.greatest, row.number("q100"))),
      ("region", found.region?.name == row["region_used"]),
      ("region's value", agrees(found.regional.number, row.number("region_value"))),
      ("neighbours", agrees(found.neighbours.mean, row.number("sn_average"))),
      ("England", agrees(found.england.number, row.number("england_value"))),
    ]
    return checks.filter { !$0.1 }.map(\.0)
  }

  @Test("all 80 chosen cases, with what LAIT prints, are LAIT's")
  func curated() throws {
    let oracle = try PublishedData.table("lait_oracle.csv").rows
    #expect(oracle.count == 80)
    for row in oracle {
      let year = try #require(Int(row["year_num"]))
      let benchmark = Benchmark(
        data.table, neighbours: data.neighbours, mode: .lait, asOf: row["mode"] == "asof" ? year : nil)
      let measure = try #require(data.table.measure(named: row["measure"]))
      let league = try #require(benchmark.league(measure))
      let code = try #require(AuthorityCode(parsing: row["la_number"]))
      let found = try #require(benchmark.comparison(of: code, in: league))
      #expect(differences(row, found, league).isEmpty, "case \(row["case_id"])")
      expectPrinted(row, found, league)
      expectSurroundings(row, found)
    }
  }

  private func expectPrinted(_ row: ExpectedRow, _ found: AuthorityComparison, _ league: League) {
    let display = LAITDisplay(league)
    let difference = found.own.change.difference
    let direction = difference.map { Direction($0) }
    #expect(display.text(found.own.number) == row["value_display"])
    #expect(display.text(difference) == row["change_display"])
    #expect(direction?.rawValue ?? "" == row["trend_arrow"])
    #expect(direction.map { display.arrowColour($0) } ?? "" == row["trend_colour"])
    #expect(display.bandColour(found) == row["band_cell_colour"])
    #expect(display.bandNote == row["band_label_none"])
    let printed = ["A", "B", "C", "D"].map { row["band_label_\($0)"] }.filter { !$0.isEmpty }
    #expect(display.bandRanges == printed, "case \(row["case_id"])")
    let tied = found.own.number.flatMap { league.ranking.standing(of: $0, highestFirst: true)?.tied }
    #expect(tied.map(String.init) ?? "" == row["n_tied_with_la"])
    #expect(display.rank(found) == row["all_la_table_rank"])
    // LAIT repeats the authority's rank and band on the rows of its region and of England.
    let rank = display.rank(found).isEmpty ? "NA" : display.rank(found)
    #expect([rank, rank, rank].joined(separator: "|") == row["sn_page_rank_la_region_england"])
    let band = display.band(found).isEmpty ? "NA" : display.band(found)
    #expect([band, band, band].joined(separator: "|") == row["sn_page_band_la_region_england"])
  }

  private func expectSurroundings(_ row: ExpectedRow, _ found: AuthorityComparison) {
    #expect(agrees(found.regional.change.difference, row.number("region_change")), "case \(row["case_id"])")
    #expect(agrees(found.england.change.difference, row.number("england_change")), "case \(row["case_id"])")
    #expect(agrees(found.neighbours.change.difference, row.number("sn_change")), "case \(row["case_id"])")
    #expect(String(found.neighbours.used) == row["sn_n_with_value"], "case \(row["case_id"])")
    let names = data.neighbours.neighbours(of: found.authority).map { $0.code }
    let expected = row["sn_names"].split(separator: "; ").compactMap { register.named(String($0))?.code }
    #expect(names == expected, "case \(row["case_id"])")
    let changes = [found.own, found.regional, found.england].map(\.change.difference)
    let printed = row["sn_page_change_la_region_england"].split(separator: "|").map { Double($0) }
    #expect(zip(changes, printed).allSatisfy { agrees($0, $1) }, "case \(row["case_id"])")
  }

  @Test("all 2,584 points of the series of the latest cases are LAIT's")
  func series() throws {
    let oracle = try PublishedData.table("oracle/lait_oracle_series.csv").rows
    #expect(oracle.count == 2584)
    let benchmark = Benchmark(data.table, neighbours: data.neighbours, mode: .lait)
    let cases = Dictionary(
      uniqueKeysWithValues: try PublishedData.table("lait_oracle.csv").rows.map { ($0["case_id"], $0) })
    for row in oracle {
      let known = try #require(cases[row["case_id"]])
      let measure = try #require(data.table.measure(named: known["measure"]))
      let code = try #require(AuthorityCode(parsing: known["la_number"]))
      let series = try #require(benchmark.series(of: code, measure))
      let place = try #require(series.periods.firstIndex { $0.label == row["year_label"] })
      let numbers: [String: [Double?]] = [
        "LA": series.own.map(\.number), "Region": series.regional.map(\.number),
        "England": series.england.map(\.number), "SN average": series.neighbourMeans,
      ]
      let line = try #require(numbers[row["role"]])
      #expect(agrees(line[place], row.number("value")), "\(row.record)")
      if row["role"] == "Region" { #expect(series.region?.name == row["area"]) }
    }
  }

  @Test("all 126 displays of numbers are LAIT's")
  func numbers() throws {
    let oracle = try PublishedData.table("oracle/number_format_oracle.csv").rows
    #expect(oracle.count == 126)
    for row in oracle {
      guard let number = Double(row["value"]) else {
        #expect(row["table_display"] == "NA")
        continue
      }
      let decimals = try #require(Int(row["dp"]))
      #expect(NumberDisplay.text(number, decimals: decimals, keepsMinus: true) == row["table_display"], "\(row.record)")
      #expect(NumberDisplay.axisLabel(number) == row["axis_label_dp2"], "\(row.record)")
    }
  }

  /// The expected results of every measure and authority, which are compressed; DuckDB reads them.
  private func compressedOracle() throws -> [ExpectedRow] {
    try CompressedTable(SharedFolder.path("cases/aggregates/oracle/lait_oracle_full_latest.csv.gz")).rows
  }
}
