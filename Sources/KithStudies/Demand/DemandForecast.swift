public import KithStatistics
import KithTables

/// A forecast of the children looked after by an authority, with how forecasts of its kind have done.
public struct DemandForecast: Sendable {
  /// The authority's three digits.
  public let authority: String
  /// The children looked after at the origin.
  public let stock: Int
  /// The back-test of each number of years ahead, of all authorities of the store together.
  public let backTests: [BackTest]
  private let history: CareTimes
  private let simulation: DemandSimulation
  private let noChange: [NoChange]

  /// Forecasts from the last day that the returns cover.
  public init(
    _ history: CareTimes, of authority: String, years: Int, runs: Int, seed: UInt64, scenario: DemandScenario,
    backTests: [BackTest]
  ) throws(StudyError) {
    let stock = history.stock(of: authority, on: history.last)
    guard stock > 0 else {
      throw StudyError(.tooLittle, "Nobody is looked after at \(history.last.iso) by authority \(authority).")
    }
    self.authority = authority
    self.stock = stock
    self.history = history
    self.backTests = backTests
    simulation = DemandSimulation(
      history, of: authority, from: history.last, years: years, runs: runs, seed: seed, scenario: scenario)
    let series = history.authorities.map { name in
      history.yearEnds.map { Double(history.stock(of: name, on: $0)) }
    }
    noChange = (1...years).map { NoChange(series, yearsAhead: $0) }
  }

  /// A line of the forecast: what is expected, and between what.
  public struct Line: Hashable, Sendable {
    /// What is expected.
    public let value: Double
    /// The interval that holds it in 80 of 100 cases; nil where there is too little to say.
    public let interval80: Interval?
    /// The interval that holds it in 95 of 100 cases.
    public let interval95: Interval?
  }

  /// The forecast of all children, by the simulation where its back-test shows skill, else "no change" with the interval of past
  /// changes.
  public func total(yearsAhead: Int) -> Line {
    if backTests[yearsAhead - 1].hasSkill { return simulated(yearsAhead: yearsAhead) { _, _ in true } }
    let past = noChange[yearsAhead - 1]
    return Line(
      value: Double(stock), interval80: past.interval(about: Double(stock), share: 0.8),
      interval95: past.interval(about: Double(stock), share: 0.95))
  }

  /// What the simulation gives, whatever its skill.
  public func simulated(yearsAhead: Int, _ isWanted: (CareAge, PlacementGroup) -> Bool) -> Line {
    let runs = simulation.sorted(yearsAhead: yearsAhead, isWanted)
    func limits(_ tail: Double) -> Interval? {
      guard let low = quantile(tail, ofSorted: runs), let high = quantile(1 - tail, ofSorted: runs) else { return nil }
      return Interval(lower: low, upper: high)
    }
    return Line(
      value: quantile(0.5, ofSorted: runs) ?? 0, interval80: limits(0.1), interval95: limits(0.025))
  }

  /// The children at the origin in cells that are wanted.
  public func present(_ isWanted: (CareAge, PlacementGroup) -> Bool) -> Int {
    history.times.count { time in
      time.authority == authority && time.holds(history.last)
        && isWanted(CareAge(years: time.born.age(on: history.last)), time.group)
    }
  }

  /// What the simulated children would cost in the year after a horizon at weekly prices by kind, as each run has it.
  public func yearlyCost(yearsAhead: Int, weekly: [PlacementGroup: Double]) -> Line {
    let runs = simulation.counts.map { run in
      PlacementGroup.allCases.reduce(0) { sum, group in
        let children = CareAge.allCases.reduce(0) { $0 + run[yearsAhead - 1][DemandSimulation.cell($1, group)] }
        return sum + Double(children) * (weekly[group] ?? 0) * 365.25 / 7
      }
    }.sorted()
    func limits(_ tail: Double) -> Interval? {
      guard let low = quantile(tail, ofSorted: runs), let high = quantile(1 - tail, ofSorted: runs) else { return nil }
      return Interval(lower: low, upper: high)
    }
    return Line(
      value: quantile(0.5, ofSorted: runs) ?? 0, interval80: limits(0.1), interval95: limits(0.025))
  }
}
