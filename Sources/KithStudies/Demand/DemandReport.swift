import KithStatistics
public import KithTables

/// The tables of a forecast of demand.
public struct DemandReport {
  private let forecast: DemandForecast
  private let baseline: DemandForecast?
  private let last: Day
  private let years: Int
  /// Pounds a week by kind of placement, where costs are asked for.
  public var weekly: [PlacementGroup: Double] = [:]

  /// The tables of a forecast, beside one of things as they are where it is a scenario.
  public init(_ forecast: DemandForecast, baseline: DemandForecast?, from last: Day, years: Int) {
    self.forecast = forecast
    self.baseline = baseline
    self.last = last
    self.years = years
  }

  /// The tables.
  public var tables: [StudyTable] {
    let ages = CareAge.allCases.map { age in (age.title, { (a: CareAge, _: PlacementGroup) in a == age }) }
    let groups = PlacementGroup.allCases.map { group in (group.title, { (_: CareAge, g: PlacementGroup) in g == group })
    }
    return [total, backTest, parts("by age", ages), parts("by placement", groups)] + (weekly.isEmpty ? [] : [cost])
  }

  private static let columns = ["date", "method", "children", "low_80", "high_80", "low_95", "high_95"]

  private var total: StudyTable {
    let name = "Authority \(forecast.authority): children looked after at 31 March"
    let now: [StudyTable.Cell] = [
      .text(last.iso), .text("counted"), .count(forecast.stock), .none, .none, .none, .none,
    ]
    let ahead = (1...years).flatMap { year -> [[StudyTable.Cell]] in
      let hasSkill = forecast.backTests[year - 1].hasSkill
      let date = last.adding(years: year).iso
      // A scenario is a difference that the simulation alone can show; its baseline stands beside it.
      guard let baseline else {
        return [row(date, hasSkill ? "simulation" : "no change", forecast.total(yearsAhead: year))]
      }
      return [
        row(date, "as it is, simulated", baseline.simulated(yearsAhead: year) { _, _ in true }),
        row(date, "scenario, simulated", forecast.simulated(yearsAhead: year) { _, _ in true }),
      ]
    }
    return StudyTable(name, columns: Self.columns, rows: [now] + ahead)
  }

  private func row(_ date: String, _ method: String, _ line: DemandForecast.Line) -> [StudyTable.Cell] {
    [.text(date), .text(method)] + cells(line, places: 0)
  }

  private func cells(_ line: DemandForecast.Line, places: Int) -> [StudyTable.Cell] {
    [
      .number(line.value, places: places), .maybe(line.interval80?.lower, places: places),
      .maybe(line.interval80?.upper, places: places), .maybe(line.interval95?.lower, places: places),
      .maybe(line.interval95?.upper, places: places),
    ]
  }

  var backTest: StudyTable {
    StudyTable(
      "How such forecasts did from past years, all authorities learnt from together",
      columns: [
        "years_ahead", "forecasts", "mean_error", "no_change_error", "skill_percent", "coverage_80_percent", "so",
      ],
      rows: forecast.backTests.map { test in
        let isEnough = test.forecasts >= BackTest.leastForecasts
        let so =
          test.hasSkill
          ? "the simulation is used" : isEnough ? "no skill: no change is used" : "too few to tell: no change is used"
        return [
          .count(test.yearsAhead), .count(test.forecasts),
          .maybe(test.forecasts > 0 ? test.error : nil, places: 1),
          .maybe(test.forecasts > 0 ? test.noChangeError : nil, places: 1),
          .maybe(test.forecasts > 0 ? test.skill.map { $0 * 100 } : nil, places: 0),
          .maybe(test.forecasts > 0 ? test.coverage * 100 : nil, places: 0), .text(so),
        ]
      })
  }

  private func parts(
    _ name: String, _ parts: [(String, (CareAge, PlacementGroup) -> Bool)]
  ) -> StudyTable {
    let rows = parts.flatMap { title, isWanted in
      (1...years).map { year -> [StudyTable.Cell] in
        [.text(title), .count(forecast.present(isWanted)), .text(last.adding(years: year).iso)]
          + cells(forecast.simulated(yearsAhead: year, isWanted), places: 0)
      }
    }
    return StudyTable(
      "Authority \(forecast.authority): simulated, \(name), whatever the skill",
      columns: ["part", "now"] + Self.columns.filter { $0 != "method" },
      rows: rows)
  }

  private var cost: StudyTable {
    let rows = (1...years).flatMap { year -> [[StudyTable.Cell]] in
      let date = last.adding(years: year).iso
      let own = row(
        date, baseline == nil ? "simulated" : "scenario", forecast.yearlyCost(yearsAhead: year, weekly: weekly))
      let base = baseline.map { [row(date, "as it is", $0.yearlyCost(yearsAhead: year, weekly: weekly))] } ?? []
      return base + [own]
    }
    return StudyTable(
      "Authority \(forecast.authority): placement fees for a year of the children then looked after, in pounds",
      columns: ["date", "method", "pounds", "low_80", "high_80", "low_95", "high_95"], rows: rows)
  }
}
