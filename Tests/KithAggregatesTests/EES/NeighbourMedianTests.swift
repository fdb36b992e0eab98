import KithAggregates
import KithPlaces
import KithStatistics
import KithTesting
import Testing

// These need the published files and the dashboard's stored results, which the project does not hold.
@Suite("The neighbour medians of the dashboard of children's social care", .enabled(if: SharedFolder.isPresent))
struct NeighbourMedianTests {
  /// Where a figure of the dashboard is published, and the decimals in which the dashboard shows it.
  private struct Origin {
    let measure: String
    let file: String
    let indicator: String
    let filters: [String: String]
    let decimals: Int

    init(_ measure: String, _ file: String, _ indicator: String, _ filters: [String: String] = [:], decimals: Int) {
      self.measure = measure
      self.file = file
      self.indicator = indicator
      self.filters = filters
      self.decimals = decimals
    }
  }

  private static let staff = "csww_indicators_2017_to_2025"
  private static let looked = "cla_number_and_rate_per_10k_children"
  private static let origins = [
    Origin(
      "CLA at 31 March rate per 10,000", looked, "rate_per_10000",
      ["population_type": "Children looked after on 31 March each year"], decimals: 0),
    Origin(
      "CLA starting rate per 10,000", looked, "rate_per_10000",
      ["population_type": "Children starting to be looked after each year"], decimals: 0),
    Origin(
      "Re-referrals within 12 months %", "c1_children_in_need_referrals_and_rereferrals_2013_to_2025",
      "rereferral_percent", decimals: 1),
    Origin(
      "CPP second or subsequent %", "d3_cpps_subsequent_plan_2013_to_2025", "CPP_subsequent_percent", decimals: 1),
    Origin(
      "CPP at 31 March 2 years or more %", "d5_cpps_at31march_by_duration_2013_to_2025", "2_years_or_more_percent",
      decimals: 1),
    Origin("Turnover rate FTE", staff, "turnover_rate_fte", decimals: 1),
    Origin("Agency rate FTE", staff, "agency_rate_fte", decimals: 1),
    Origin("Vacancy rate FTE", staff, "vacancy_rate_fte", decimals: 1),
    Origin("Caseload FTE", staff, "caseload_fte", decimals: 1),
    Origin(
      "CLA with 3+ placements in year %", "la_cla_placement_stability", "children_percent",
      [
        "cla_group": "CLA on 31 March", "placement_stability": "With 3 or more placements during the year",
      ], decimals: 0),
    Origin(
      "Care leavers 19-21 in EET %", "la_care_leavers_activity", "care_leaver_percent",
      ["care_leaver_age": "19 to 21 years", "breakdown": "Total in education, employment or training"], decimals: 0),
  ]

  private let oracle: [String: [ExpectedRow]]
  private let neighbours: NeighbourEdition

  init() throws {
    let rows = try PublishedData.table("oracle/csc_dashboard_sn_median_oracle.csv").rows
    oracle = Dictionary(grouping: rows) { $0["measure"] }
    neighbours = try PublishedData.lait.get().neighbours
    #expect(rows.count == 18_096)
  }

  @Test("14,125 medians of 11 published measures are the dashboard's")
  func published() throws {
    var equal = 0
    for origin in Self.origins {
      let data = try EESData(path: SharedFolder.path("cases/aggregates/ees/\(origin.file).csv"))
      let measure = try #require(data.measure(indicator: origin.indicator, filters: origin.filters))
      for (year, rows) in Dictionary(grouping: oracle[origin.measure] ?? [], by: { $0["time_period"] }) {
        let benchmark = Benchmark(data.table, neighbours: neighbours, asOf: Int(year))
        let league = try #require(benchmark.league(measure))
        #expect(league.period.label == year)
        for row in rows {
          let code = try #require(AuthorityRegister.england.named(row["la"])?.code)
          let median = benchmark.comparison(of: code, in: league)?.neighbours.median
          let shown = median?.roundedHalfUp(places: origin.decimals)
          #expect(agrees(shown, row.number("sn_median_as_shown_on_csc_dashboard")), "\(row.record)")
          equal += 1
        }
      }
    }
    #expect(equal == 14_125)
  }

  @Test("1,935 medians of the rate of children in need, which the dashboard works out itself, are the dashboard's")
  func childrenInNeed() throws {
    let episodes = try numbers("ees/b1_children_in_need_2013_to_2025.csv", "At31_episodes")
    let people = try numbers("ees/ons_mid-year_population_estimates_2012_to_2024.csv", "population_estimate")
    let rows = oracle["CIN at 31 March rate per 10,000"] ?? []
    #expect(rows.count == 1935)
    for row in rows {
      let year = try #require(Int(row["time_period"]))
      // The dashboard rounds each rate to a whole number before it takes the median.
      let rates = try neighbourCodes(row["la"]).compactMap { code -> Double? in
        guard let count = episodes["\(year) \(code)"], let population = people["\(year - 1) \(code)"] else {
          return nil
        }
        return (count / population * 10_000).roundedHalfUp(places: 0)
      }
      let shown = median(rates)?.roundedHalfUp(places: 0)
      #expect(agrees(shown, row.number("sn_median_as_shown_on_csc_dashboard")), "\(row.record)")
    }
  }

  @Test("2,036 medians of hospital admissions are the dashboard's, among the authorities that it shows in each year")
  func admissions() throws {
    let rows = oracle["Hospital admissions 0-14 injuries per 10,000"] ?? []
    #expect(rows.count == 2036)
    let register = AuthorityRegister.england
    let shown = Set(rows.compactMap { row in register.named(row["la"]).map { "\(row["time_period"]) \($0.code)" } })
    var rates: [String: Double] = [:]
    for row in try PublishedData.table("other/la_hospital_admissions_2324.csv").rows {
      guard row["Sex"] == "Persons", row["Category"].isEmpty, let rate = row.number("Value"),
        let code = register.authority(onsCode: row["Area Code"])?.code
      else { continue }
      rates["\(row["Time period"]) \(code)"] = rate
    }
    for row in rows {
      let keys = try neighbourCodes(row["la"]).map { "\(row["time_period"]) \($0)" }.filter(shown.contains)
      let value = median(keys.compactMap { rates[$0] })?.roundedHalfUp(places: 0)
      #expect(agrees(value, row.number("sn_median_as_shown_on_csc_dashboard")), "\(row.record)")
    }
  }

  private func neighbourCodes(_ name: String) throws -> [AuthorityCode] {
    let code = try #require(AuthorityRegister.england.named(name)?.code)
    return neighbours.neighbours(of: code).map(\.code)
  }

  /// The numbers of an indicator by year and authority.
  private func numbers(_ file: String, _ indicator: String) throws -> [String: Double] {
    let pairs = try PublishedData.table(file).rows.compactMap { row in
      row.number(indicator).map { ("\(row["time_period"]) \(row["old_la_code"])", $0) }
    }
    return Dictionary(pairs, uniquingKeysWith: { first, _ in first })
  }
}
