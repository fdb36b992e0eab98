import KithCharts
import KithDisclosure
import KithStatistics
import KithStudies

extension DemandEvidence {
  /// The kinds of placement, each simulated, with its interval; and how such simulations of the kind have done.
  ///
  /// How many children are in each kind today is not shown beside them, rounded: another table has it, by a rule of its own.
  func placements() throws -> [Exhibit] {
    let release = try Disclosure.release(
      Publication(title: "Forecast by placement", cells: placementCells, relations: []),
      under: .council(threshold: 10, roundedTo: 5))
    let kinds = PlacementGroup.allCases
    let series = years.map { year in
      ChartSeries(dates[year], kinds.map { value($0, year, release) }, isFocus: year == years.last)
    }
    let head = ChartHead(
      finding: placementFinding(release),
      subject: "Children looked after by placement, simulated, \(dates[1]) to \(dates[dates.count - 1])",
      unit: "children", source: source,
      notes: [
        "Whiskers hold 80 of 100 runs. Parts are the simulation's whatever its skill, and need not sum to the total."
      ])
    let chart = DotChart(
      head, heading: "Placement", categories: kinds.map { $0.title.capitalisedFirst }, series: series)
    return [Exhibit(placementSentence(release), chart: chart), placementTests]
  }

  private func line(_ kind: PlacementGroup, _ year: Int) -> DemandForecast.Line {
    forecast.simulated(yearsAhead: year) { $1 == kind }
  }

  private var placementCells: [CountCell] {
    PlacementGroup.allCases.flatMap { kind in
      years.flatMap { year -> [CountCell] in
        let line = line(kind, year)
        let parts = [("", line.value), (" low", line.interval80?.lower ?? 0), (" high", line.interval80?.upper ?? 0)]
        return parts.map { part, number in
          CountCell("\(kind) \(year)\(part)", count: max(0, Int(number.rounded())))
        }
      }
    }
  }

  private func value(_ kind: PlacementGroup, _ year: Int, _ release: Release) -> ChartValue? {
    guard let figure = release.count("\(kind) \(year)") else { return nil }
    let ends = [" low", " high"].map { release.count("\(kind) \(year)\($0)")?.value.number }
    // An end that is withheld is between nothing and the threshold; no whisker is drawn, rather than a shorter one.
    let interval = ends[0].flatMap { low in ends[1].map { min(low, $0)...max(low, $0) } }
    return ChartValue(figure, interval: interval)
  }

  /// The kinds that the simulation foresees better than "as many as now", three years ahead or as far as it goes.
  private var believed: [PlacementGroup] { PlacementGroup.allCases.filter { byKind[$0]?.last?.hasSkill ?? false } }

  private func placementFinding(_ release: Release) -> String {
    guard let year = years.last else { return "Placements to come" }
    let numbers = PlacementGroup.allCases.map { ($0, release.count("\($0) \(year)")?.value.number ?? 0) }
    guard let most = numbers.max(by: { $0.1 < $1.1 }), most.1 > 0 else {
      return "Too few children in each kind of placement to show"
    }
    return
      "\(most.0.title.capitalisedFirst) is simulated to stay or become the largest, about \(Int(most.1)) at the end"
  }

  private func placementSentence(_ release: Release) -> String {
    let named = believed.map(\.title)
    let skill =
      named.isEmpty
      ? "For no kind of placement did the simulation do better than \"as many as now\" in the back-test: plan by today's numbers, and read these as what unsure rates give."
      : "Only for \(named.joined(separator: ", ")) did the simulation do better than \"as many as now\" in the back-test; for the others today's numbers are the better guess."
    return "\(placementFinding(release)). \(skill) The table beneath has the errors of each kind."
  }

  /// How simulations of each kind did from past years.
  private var placementTests: Exhibit {
    let columns = [
      "Placement", "Years ahead", "Forecasts compared", "Mean error", "Of \"as many as now\"", "Skill, per cent",
      "Coverage of the 80 % interval, per cent", "So",
    ]
    let rows = PlacementGroup.allCases.flatMap { kind in (byKind[kind] ?? []).map { row(kind, $0) } }
    return Exhibit(
      "Skill is by how much the error was less than that of \"as many as now\"; it is believed from \(BackTest.leastForecasts) comparisons and above nought.",
      table: ChartTable("How such forecasts did by placement, all authorities learnt from together", columns, rows),
      source: source)
  }

  private func row(_ kind: PlacementGroup, _ test: BackTest) -> [ChartTable.Cell] {
    let children = forecast.present { $1 == kind }
    let figures = Disclosure.estimate(
      test, restingOn: test.forecasts > 0 ? children : 0, source: PublicationSource(title: "Back-test"))
    let cell = { (number: Double?, places: Int) -> ChartTable.Cell in
      figures.map { found in .value(ChartValue(number, of: found, places: places)) } ?? .text("too few")
    }
    let so =
      test.hasSkill
      ? "simulation" : test.forecasts < BackTest.leastForecasts ? "too few to tell: as many as now" : "as many as now"
    return [
      .text(kind.title.capitalisedFirst), .text("\(test.yearsAhead)"), .text("\(test.forecasts)"), cell(test.error, 1),
      cell(test.noChangeError, 1), cell(test.skill.map { $0 * 100 }, 0), cell(test.coverage * 100, 0),
      .text(figures == nil ? "–" : so),
    ]
  }
}

extension String {
  /// The text with its first letter in capitals.
  var capitalisedFirst: String { prefix(1).uppercased() + dropFirst() }
}
