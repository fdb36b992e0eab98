import KithStatistics
public import KithTables

/// Runs of what may happen to the children looked after by an authority, from a day on.
///
/// Each run draws the rates anew, so that what is not known of them widens the interval; children age by their own birthdays and leave
/// on their 18th. A run's children exist only in its counts: none is linked to a child of the returns, and none is shown.
public struct DemandSimulation: Sendable {
  /// How many children each run has, by years after the origin, then by age and kind of placement.
  public let counts: [[[Int]]]
  /// How many children each run has at a cell of age and kind.
  static func cell(_ age: CareAge, _ group: PlacementGroup) -> Int {
    age.rawValue * PlacementGroup.allCases.count + group.rawValue
  }

  /// Simulates an authority from the end of an origin day.
  /// - Parameters:
  ///   - years: How many years ahead.
  ///   - runs: How many runs.
  ///   - seed: The seed of chance; the same seed gives the same runs.
  public init(
    _ history: CareTimes, of authority: String, from origin: Day, years: Int, runs: Int, seed: UInt64,
    scenario: DemandScenario = .asItIs
  ) {
    let own = history.times.filter { $0.authority == authority }
    let rates = LeavingRates(own, from: history.first, to: origin)
    let wider = LeavingRates(history.times, from: history.first, to: origin)
    let entrants = Entrants(history, of: authority, to: origin)
    let part = authority.utf8.reduce(UInt64(origin.number)) { $0 &* 31 &+ UInt64($1) }
    let shares = rates.shares(shrunkTo: wider)
    let present = own.filter { $0.holds(origin) }
    counts = (0..<runs).map { run in
      var chance = SeededChance(seed: seed, part: part &* 1_000_003 &+ UInt64(run))
      var one = DemandRun(
        rates: rates.drawn(shrunkTo: wider, &chance), shares: shares, origin: origin, years: years, scenario: scenario)
      for time in present { one.follow(time.group, born: time.born, start: time.start, from: origin, &chance) }
      one.receive(entrants, &chance)
      return one.counts
    }
  }

  /// The counts of all runs, least first, of the children in cells that are wanted, so many years ahead.
  public func sorted(yearsAhead: Int, _ isWanted: (CareAge, PlacementGroup) -> Bool) -> [Double] {
    let cells = CareAge.allCases.flatMap { age in
      PlacementGroup.allCases.filter { isWanted(age, $0) }.map { Self.cell(age, $0) }
    }
    return counts.map { run in Double(cells.reduce(0) { $0 + run[yearsAhead - 1][$1] }) }.sorted()
  }
}

/// One run.
private struct DemandRun {
  let rates: [Double]
  let shares: [[Double]]
  let origin: Day
  let scenario: DemandScenario
  private let horizons: [Day]
  private(set) var counts: [[Int]]

  init(rates: [Double], shares: [[Double]], origin: Day, years: Int, scenario: DemandScenario) {
    self.rates = rates
    self.shares = shares
    self.origin = origin
    self.scenario = scenario
    horizons = (1...years).map { origin.adding(years: $0) }
    let cells = CareAge.allCases.count * PlacementGroup.allCases.count
    counts = Array(repeating: Array(repeating: 0, count: cells), count: years)
  }

  /// Lets those come who come in each year.
  mutating func receive(_ entrants: Entrants, _ chance: inout SeededChance) {
    var yearly = entrants.drawnRate(&chance) * scenario.entrants
    var from = origin
    for horizon in horizons {
      yearly *= entrants.drawnStep(&chance)
      let days = horizon.days(since: from)
      for _ in 0..<chance.poisson(mean: yearly) {
        let day = from.adding(days: 1 + chance.below(days))
        guard let entrant = entrants.drawn(&chance) else { continue }
        follow(entrant.group, born: day.adding(days: -entrant.age), start: day, from: day, &chance)
      }
      from = horizon
    }
  }

  /// Follows a child from a day until it leaves care, turns 18, or the last horizon is past.
  mutating func follow(
    _ group: PlacementGroup, born: Day, start: Day, from day: Day, _ chance: inout SeededChance
  ) {
    let end = min(born.adding(years: 18), horizons[horizons.count - 1].adding(days: 1))
    var (group, start, day) = (group, start, day)
    while day < end {
      let cell = RateCell(group, born: born, start: start, on: day)
      let next = min(end, cell.end(born: born, start: start))
      let row = cell.position / RateCell.durationEnds.count
      let out = shares[row][PlacementGroup.allCases.count] * (scenario.leaving - 1)
      let wait = chance.exponential() / max(1e-12, rates[cell.position] * (1 + out))
      guard wait < Double(next.days(since: day)) else {
        count(group, born, from: day, to: next)
        day = next
        continue
      }
      let moved = day.adding(days: max(1, Int(wait.rounded(.up))))
      count(group, born, from: day, to: moved)
      guard let new = way(row, &chance) else { return }
      (group, start, day) = (new, moved, moved)
    }
  }

  /// Where a child who leaves a kind of placement goes; nil for out of care.
  private func way(_ row: Int, _ chance: inout SeededChance) -> PlacementGroup? {
    let last = PlacementGroup.allCases.count
    let whole = 1 + shares[row][last] * (scenario.leaving - 1)
    var left = chance.unit() * whole
    for way in 0..<last {
      left -= shares[row][way]
      guard left < 0 else { continue }
      let group = PlacementGroup(rawValue: way)
      return group == .home && chance.unit() < scenario.fosterForHomes ? .foster : group
    }
    return nil
  }

  private mutating func count(_ group: PlacementGroup, _ born: Day, from day: Day, to end: Day) {
    for (place, horizon) in horizons.enumerated() where day <= horizon && horizon < end {
      counts[place][DemandSimulation.cell(CareAge(years: born.age(on: horizon)), group)] += 1
    }
  }
}
