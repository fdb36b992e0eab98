import KithStatistics
import KithCharts
import KithDisclosure
public import KithStore
import KithStudies
import KithTables

/// A forecast of the children looked after by an authority, as it may be shown.
///
/// The children that a forecast counts are simulated ones, in totals; all the same its numbers go through disclosure control as counts,
/// to the nearest 5 and none under 10.
public struct DemandEvidence: Sendable {
  let forecast: DemandForecast
  let byKind: [PlacementGroup: [BackTest]]
  private let history: CareTimes
  let source: String

  /// Forecasts three years ahead, with a back-test; the same store gives the same forecast.
  public init(_ store: Store, of authority: String, years: Int = 3, runs: Int = 500) throws {
    let all = try CareTimes(store, yearsOf: authority)
    history = all.region(of: authority)
    guard all.authorities.contains(authority) else {
      throw StudyError(.unknown, "The store has no child looked after by the authority.")
    }
    let tests = BackTest.byPlacement(history, years: years, runs: 100, seed: 1)
    byKind = tests.kinds
    forecast = try DemandForecast(
      history, of: authority, years: years, runs: runs, seed: 1, scenario: .asItIs, backTests: tests.all)
    let kind = (try store.isSynthetic ?? false) ? "SYNTHETIC returns" : "own returns"
    source = "\(kind); forecast by Kith, seed 1, \(runs) runs (docs/demand.md); to the nearest 5, none under 10"
  }

  var years: Range<Int> { 1..<(forecast.backTests.count + 1) }
  var dates: [String] { (0...forecast.backTests.count).map { history.last.adding(years: $0).iso } }

  /// The forecast with its interval and how such forecasts have done.
  public func exhibits() throws -> [Exhibit] {
    let release = try Disclosure.release(
      Publication(title: "Forecast", cells: cells, relations: []), under: .council(threshold: 10, roundedTo: 5))
    let values = dates.indices.map { value($0, release) }
    let last = values[values.count - 1]
    let head = ChartHead(
      finding:
        "About \(last.map(\.digits) ?? "too few to show") children looked after are expected in three years",
      subject: "Children looked after at 31 March, \(dates[0]) to \(dates[dates.count - 1])", unit: "children",
      source: source,
      notes: ["The first point is counted, the others are forecast; the band holds 80 of 100 cases."])
    let chart = LineChart(
      head, periods: dates, series: [ChartSeries("Forecast", values, isFocus: true)])
    return [Exhibit(sentence(last), chart: chart), backTest] + (try placements())
  }

  private func sentence(_ last: ChartValue?) -> String {
    let hasSkill = forecast.backTests.last?.hasSkill ?? false
    let method =
      hasSkill
      ? "The simulation did better than \"no change\" in the back-test and is used."
      : "No forecast did better than \"no change\" in the back-test, so \"no change\" is shown, with the interval of past changes."
    let missing = "; there are too few past changes for an interval"
    let range = last.map { $0.range.isEmpty ? missing : ", in 80 of 100 cases \($0.range)" } ?? ""
    return "Expected in three years: \(last?.digits ?? "too few to show")\(range). \(method) "
      + "A change of policy or of law is not in it."
  }

  private var cells: [CountCell] {
    func cell(_ name: String, _ number: Double) -> CountCell { CountCell(name, count: max(0, Int(number.rounded()))) }
    return [cell("0", Double(forecast.stock))]
      + years.flatMap { year in
        let line = forecast.total(yearsAhead: year)
        let ends = line.interval80.map { [cell("\(year) low", $0.lower), cell("\(year) high", $0.upper)] } ?? []
        return [cell("\(year)", line.value)] + ends
      }
  }

  private func value(_ place: Int, _ release: Release) -> ChartValue? {
    guard let figure = release.count("\(place)") else { return nil }
    let low = release.count("\(place) low")?.value.number
    let high = release.count("\(place) high")?.value.number
    let interval = low.flatMap { low in high.map { min(low, $0)...max(low, $0) } }
    return ChartValue(figure, interval: interval)
  }

  /// How forecasts of the kind did from past years: errors of totals over many authorities and years.
  private var backTest: Exhibit {
    let columns = [
      "Years ahead", "Forecasts compared", "Mean error", "Of \"no change\"", "Coverage of the 80 % interval, per cent",
    ]
    let rows = forecast.backTests.map { test -> [ChartTable.Cell] in
      let figures = Disclosure.estimate(
        test, restingOn: test.forecasts > 0 ? forecast.stock : 0, source: PublicationSource(title: "Back-test"))
      let cell = { (number: Double) -> ChartTable.Cell in
        figures.map { .value(ChartValue(number, of: $0, places: 1)) } ?? .text("too few")
      }
      return [
        .text("\(test.yearsAhead)"), .text("\(test.forecasts)"), cell(test.error), cell(test.noChangeError),
        cell(test.coverage * 100),
      ]
    }
    let compared = forecast.backTests.map(\.forecasts).max() ?? 0
    return Exhibit(
      "The forecast was tried from past years, \(compared) times at most: a method is believed from \(BackTest.leastForecasts) comparisons and only where its error is the smaller.",
      table: ChartTable("How such forecasts did, all authorities learnt from together", columns, rows), source: source)
  }
}
