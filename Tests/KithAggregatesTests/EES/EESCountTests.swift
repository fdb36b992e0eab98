import KithAggregates
import KithDisclosure
import KithPlaces
import KithStatistics
import KithTesting
import Testing

// These need the Department for Education's published files, which the project does not hold.
@Suite("Counts, intervals and funnels of EES files", .enabled(if: SharedFolder.isPresent))
struct EESCountTests {
  private let neighbours: NeighbourEdition

  init() throws { neighbours = try PublishedData.lait.get().neighbours }

  private func data(_ file: String) throws -> EESData {
    try EESData(path: SharedFolder.path("cases/aggregates/ees/\(file).csv"))
  }

  @Test("the counts behind 454 percentages are found, with Fingertips' limits and Wilson's interval")
  func funnels() throws {
    let origins: [String: (String, String, [String: String])] = [
      "LACStable_2016on": (
        "la_cla_placement_stability", "children_percent",
        ["cla_group": "CLA on 31 March", "placement_stability": "With 3 or more placements during the year"]
      ),
      "PrevRegCPR": ("d3_cpps_subsequent_plan_2013_to_2025", "CPP_subsequent_percent", [:]),
      "ReReferral": ("c1_children_in_need_referrals_and_rereferrals_2013_to_2025", "rereferral_percent", [:]),
    ]
    let rows = Dictionary(grouping: try PublishedData.table("oracle/funnel_oracle_2025.csv").rows) {
      $0["measure_short"]
    }
    #expect(rows.values.map(\.count).reduce(0, +) == 454)
    for (name, origin) in origins {
      let data = try data(origin.0)
      let measure = try #require(data.measure(indicator: origin.1, filters: origin.2))
      let benchmark = Benchmark(data.table, neighbours: neighbours, widensFunnels: false)
      let league = try #require(benchmark.league(measure))
      for row in rows[name] ?? [] {
        let code = try #require(AuthorityCode(parsing: row["old_la_code"]))
        let spread = try #require(benchmark.comparison(of: code, in: league)?.spread, "\(row.record)")
        #expect(spread.events == row.number("numerator") && spread.total == row.number("denominator"))
        let pairs: [(Double, String)] = [
          (try #require(league.funnel?.baseline), "baseline_percent"), (spread.limits.lower, "lower95"),
          (spread.limits.upper, "upper95"), (spread.outerLimits.lower, "lower998"),
          (spread.outerLimits.upper, "upper998"), (spread.interval.lower, "wilson95_low"),
          (spread.interval.upper, "wilson95_high"),
        ]
        for (number, column) in pairs {
          // The oracle is printed to 6 places.
          #expect(abs(number - (row.number(column) ?? .nan)) <= 5.1e-7, "\(name) \(row["la"]) \(column)")
        }
        let words: [FunnelPosition: String] = [
          .inside: "inside", .low: "outside 95", .high: "outside 95", .veryLow: "outside 99.8",
          .veryHigh: "outside 99.8",
        ]
        #expect(words[spread.position] == row["funnel"], "\(row.record)")
      }
    }
  }

  @Test("allowing for the spread between authorities leaves 2 of 151 outside on the looked-after rate")
  func rates() throws {
    let data = try data("cla_number_and_rate_per_10k_children")
    let measure = try #require(
      data.measure(
        indicator: "rate_per_10000", filters: ["population_type": "Children looked after on 31 March each year"]))
    let league = try #require(Benchmark(data.table, neighbours: neighbours).league(measure))
    let benchmark = Benchmark(data.table, neighbours: neighbours)
    let findings = data.table.authorities.compactMap { benchmark.comparison(of: $0, in: league)?.spread }
    #expect(findings.count == 151)
    #expect(findings.filter { [.veryLow, .veryHigh].contains($0.position) }.count == 2)
  }

  @Test("a trend is tested where five periods have counts, and a withheld count is left alone")
  func trends() throws {
    let data = try data("c1_children_in_need_referrals_and_rereferrals_2013_to_2025")
    let measure = try #require(data.measure(indicator: "rereferral_percent"))
    let benchmark = Benchmark(data.table, neighbours: neighbours)
    let league = try #require(benchmark.league(measure))
    let barnsley = try #require(
      try benchmark.comparison(of: AuthorityRegister.england.find("Barnsley").code, in: league))
    #expect(barnsley.trend != nil)
    for code in data.table.authorities {
      guard let found = benchmark.comparison(of: code, in: league) else { continue }
      if found.own.cell?.symbol != nil { #expect(found.own.number == nil && found.spread == nil) }
    }
  }

  @Test("without counts there is no funnel: nothing is made up")
  func unknown() throws {
    let data = try data("csww_indicators_2017_to_2025")
    let measure = try #require(data.measure(indicator: "caseload_fte"))
    #expect(measure.counts == nil)
  }
}
