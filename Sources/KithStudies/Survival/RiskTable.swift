/// At each distinct time at which a spell stops: how many were at risk, how many of each kind of event there were, and
/// how many were censored. Events come before censoring at the same time.
public struct RiskTable: Sendable {
  /// The times, in order.
  public let times: [Double]
  /// How many spells were at risk just before each time.
  public let atRisk: [Int]
  /// How many events there were, by kind from the first, at each time.
  public let events: [[Int]]
  /// How many spells were censored at each time.
  public let censored: [Int]

  /// Counts spells by distinct times.
  public init(_ spells: Spells) { self = Self.counted(spells) ?? RiskTable(spells, DistinctTimes(spells.stops)) }

  init(times: [Double], atRisk: [Int], events: [[Int]], censored: [Int]) {
    self.times = times
    self.atRisk = atRisk
    self.events = events
    self.censored = censored
  }

  init(_ spells: Spells, _ distinct: DistinctTimes) {
    let size = distinct.times.count
    var events = [[Int]](repeating: [Int](repeating: 0, count: size), count: max(1, spells.kinds))
    var censored = [Int](repeating: 0, count: size)
    var leaving = [Int](repeating: 0, count: size)
    for spell in 0..<spells.count where !spells.isOfNoLength(spell) {
      let place = Int(distinct.places[spell])
      leaving[place] += 1
      let outcome = Int(spells.outcomes[spell])
      if outcome == 0 { censored[place] += 1 } else { events[outcome - 1][place] += 1 }
    }
    if let starts = spells.starts {
      for spell in 0..<spells.count where !spells.isOfNoLength(spell) {
        // Who enters at or after a time is not yet at risk then: it leaves the count from the last such time down.
        if let place = lastPlace(in: distinct.times, notAfter: starts[spell]) { leaving[place] -= 1 }
      }
    }
    var risk = leaving
    for place in stride(from: size - 2, through: 0, by: -1) { risk[place] += risk[place + 1] }
    times = distinct.times
    atRisk = risk
    self.events = events
    self.censored = censored
  }

  /// How many events of any kind there were at each time.
  public var allEvents: [Int] {
    events.dropFirst().reduce(events[0]) { sums, kind in zip(sums, kind).map { $0 + $1 } }
  }
}
