/// The mean number of events that have happened to one that is followed from the beginning, by each time.
///
/// W. Nelson, "Graphical analysis of system repair data", Journal of Quality Technology 20 (1988); the robust variance is that of
/// J. F. Lawless and C. Nadeau, "Some simple robust methods for the analysis of recurrent events", Technometrics 37 (1995),
/// equation (2.4): squares of Σ (dN − Y dM) / Y over all spells of one child.
public struct MeanCumulativeFunction: Sendable {
  /// The distinct times at which a spell stops.
  public let times: [Double]
  /// The mean number of events by each time.
  public let mean: [Double]
  /// Its robust standard error.
  public let standardError: [Double]

  /// The function of spells, of which one child may have many; `children` tells whose each is.
  public init(_ spells: Spells, children: [Int]) throws(StudyError) {
    guard children.count == spells.count else { throw StudyError(.column, "Each spell needs the child whose it is.") }
    let distinct = DistinctTimes(spells.stops)
    let table = RiskTable(spells, distinct)
    let deaths = table.allEvents
    var sums = ClusterSums(children)
    var mean = 0.0
    var drift = 0.0
    let order = SpellOrder(spells, distinct)
    var (means, errors) = ([Double](), [Double]())
    for spell in order.entering(-1) { sums.enter(children[spell], drift) }
    for place in table.times.indices {
      let n = Double(table.atRisk[place])
      if deaths[place] > 0 {
        mean += Double(deaths[place]) / n
        drift += Double(deaths[place]) / (n * n)
      }
      for spell in order.leaving(place) {
        sums.leave(children[spell], drift, jump: spells.outcomes[spell] == 0 ? 0 : 1 / n)
      }
      for spell in order.entering(place) { sums.enter(children[spell], drift) }
      means.append(mean)
      errors.append(sums.variance(drift).squareRoot())
    }
    times = table.times
    self.mean = means
    standardError = errors
  }

  /// The mean number of events by a time.
  public func mean(at time: Double) -> Double { lastPlace(in: times, notAfter: time).map { mean[$0] } ?? 0 }

  /// The standard error of the mean number of events by a time.
  public func standardError(at time: Double) -> Double {
    lastPlace(in: times, notAfter: time).map { standardError[$0] } ?? 0
  }
}

/// Which spells come under observation, and which end, at each place among the times.
private struct SpellOrder {
  private var entries: [[Int]]
  private var exits: [[Int]]

  init(_ spells: Spells, _ distinct: DistinctTimes) {
    entries = [[Int]](repeating: [], count: distinct.times.count + 1)
    exits = [[Int]](repeating: [], count: distinct.times.count)
    for spell in 0..<spells.count where !spells.isOfNoLength(spell) {
      let entry = spells.starts.flatMap { lastPlace(in: distinct.times, notAfter: $0[spell]) } ?? -1
      entries[entry + 1].append(spell)
      exits[Int(distinct.places[spell])].append(spell)
    }
  }

  func entering(_ place: Int) -> [Int] { entries[place + 1] }
  func leaving(_ place: Int) -> [Int] { exits[place] }
}

/// What each child weighs: a constant less the drift for each of its spells that is at risk.
private struct ClusterSums {
  private var constants: [Int: Double] = [:]
  private var open: [Int: Double] = [:]
  private var (squares, products, counts) = (0.0, 0.0, 0.0)

  init(_ children: [Int]) { constants.reserveCapacity(Set(children).count) }

  mutating func enter(_ child: Int, _ drift: Double) { change(child, by: drift, open: 1) }
  mutating func leave(_ child: Int, _ drift: Double, jump: Double) { change(child, by: jump - drift, open: -1) }

  private mutating func change(_ child: Int, by constant: Double, open spells: Double) {
    let (k, m) = (constants[child, default: 0], open[child, default: 0])
    squares += (k + constant) * (k + constant) - k * k
    products += (k + constant) * (m + spells) - k * m
    counts += (m + spells) * (m + spells) - m * m
    constants[child] = k + constant
    open[child] = m + spells
  }

  func variance(_ drift: Double) -> Double { max(0, squares - 2 * drift * products + drift * drift * counts) }
}
