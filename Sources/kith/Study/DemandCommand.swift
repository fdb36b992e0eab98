import ArgumentParser
import KithDisclosure
import KithStore
import KithStudies
import KithTables

/// `kith study demand`: how many children will be looked after, by age and placement.
struct DemandCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "demand",
    abstract: "Forecast the children looked after, with how such forecasts have done.",
    discussion: """
      Simulates each child on from the last return, by age, placement and time in it, and children who may come. Beside each \
      forecast stands how it did from past years against "no change"; where it did no better, "no change" is what is forecast. \
      No child is scored: simulated children exist only in totals.

      EXAMPLES
        kith study demand --store children.duckdb --la 301 --years 3
        kith study demand --store children.duckdb --la 301 --policy dfe-cla
        kith study demand --store children.duckdb --la 301 --entrants 90 --foster-for-homes 20 --unit-costs costs.csv
      """)

  @OptionGroup(title: "Store")
  var options: StoreOptions

  @Option(help: "The authority, by its number or its name.")
  var la: String

  @Option(help: "How many years ahead, 1 to 5.")
  var years = 3

  @Option(help: "How many runs.")
  var runs = 1_000

  @Option(help: "The seed of chance: the same seed gives the same forecast.")
  var seed: UInt64 = 1

  @Option(help: "Scenario: how many come, in percent of now.")
  var entrants = 100.0

  @Option(help: "Scenario: how fast children leave care, in percent of now.")
  var leaving = 100.0

  @Option(help: "Scenario: of those who would go into a children's home, the percent who go into foster care.")
  var fosterForHomes = 0.0

  @Option(help: ArgumentHelp("Your unit costs, for the fees of a year (docs/costs.md).", valueName: "file"))
  var unitCosts: String?

  @OptionGroup(title: "Release")
  var release: ReleaseOptions

  @OptionGroup(title: "Output")
  var output: StudyOutput

  func validate() throws {
    guard (1...5).contains(years), (50...10_000).contains(runs) else {
      throw ValidationError("--years is 1 to 5 and --runs 50 to 10,000.")
    }
    guard (0...500).contains(entrants), (0...500).contains(leaving), (0...100).contains(fosterForHomes) else {
      throw ValidationError("--entrants and --leaving are 0 to 500, and --foster-for-homes 0 to 100.")
    }
  }

  func run() throws {
    let store = try options.open(for: .reading)
    let authority = try authorityDigits(la)
    let all = try CareTimes(store, yearsOf: authority)
    let history = all.region(of: authority)
    guard all.authorities.contains(authority) else {
      throw StudyError(.unknown, "The store has no child looked after by authority \(authority).")
    }
    let scenario = DemandScenario(
      entrants: entrants / 100, leaving: leaving / 100, fosterForHomes: fosterForHomes / 100)
    let tests = BackTest.all(history, years: years, runs: min(runs, 200), seed: seed)
    let forecast = try forecast(history, authority, scenario, tests)
    let baseline = scenario == .asItIs ? nil : try self.forecast(history, authority, .asItIs, tests)
    let isSynthetic = try store.isSynthetic ?? false
    let protected = DemandRelease(forecast, baseline: baseline, from: history.last, years: years)
    try release.write(
      figures: { protected.figureFile(isSynthetic: isSynthetic).value }, outputs: { protected.outputs })
    guard release.policy == .internal else {
      return output.write(
        StudySheet(
          "study demand", released: try protected.released(under: release.policy.policy), isSynthetic: isSynthetic,
          notes: [store.warning].compactMap { $0 } + [learnt(history), "Pounds are not released."]))
    }
    var report = DemandReport(forecast, baseline: baseline, from: history.last, years: years)
    let card = try unitCosts.map { try RateCard(studyFile($0), name: $0) }
    report.weekly = try card?.weekly(in: store, authority: authority, on: history.last.iso) ?? [:]
    output.write(
      StudySheet(
        "study demand", own: Disclosure.internalUse(report.tables), isSynthetic: isSynthetic,
        notes: notes(store, history, card)))
  }

  private func forecast(
    _ history: CareTimes, _ authority: String, _ scenario: DemandScenario, _ tests: [BackTest]
  ) throws -> DemandForecast {
    try DemandForecast(
      history, of: authority, years: years, runs: runs, seed: seed, scenario: scenario, backTests: tests)
  }

  private func notes(_ store: Store, _ history: CareTimes, _ card: RateCard?) -> [String] {
    let left = history.leftOut > 0 ? ["\(history.leftOut) placements have no date of birth and take no part."] : []
    let example = card?.isExample == true ? [RateCard.exampleNotice] : []
    return [store.warning].compactMap { $0 } + example + left + [learnt(history)]
  }

  /// From what the forecast learnt.
  private func learnt(_ history: CareTimes) -> String {
    let years = history.last.year - history.first.year
    return
      "Seed \(seed), \(runs) runs. Learnt from \(years) years of \(history.authorities.count) authorities (of the region where the store holds three of it or "
      + "more, else all); an authority's rates are shrunk to theirs. Intervals hold what chance and unsure rates give, not a change of policy."
  }
}
