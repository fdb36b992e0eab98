import KithStatistics
import KithTables

/// How many children come into care in a year, and who they are by age and first placement.
struct Entrants {
  /// A child who came: how many days old, and where to.
  struct Entrant {
    let age: Int
    let group: PlacementGroup
  }

  private let own: [Entrant]
  private let wider: [Entrant]
  private let shape: Double
  private let years: Double
  /// The variation from year to year beyond chance: its variance over the squared mean.
  let spread: Double

  /// The years before the origin that are looked at, at most.
  static let yearsLookedAt = 3
  /// How many years of its own the wider area's rate counts for.
  static let priorYears = 0.5
  /// The least variation from year to year that is believed, as few years show it badly: a standard deviation of 7 %.
  static let leastSpread = 0.005

  init(_ history: CareTimes, of authority: String, to origin: Day) {
    let after = origin.adding(days: 1)
    let known = max(1, after.days(since: history.first) / 365)
    let count = min(Self.yearsLookedAt, known)
    let from = after.adding(years: -count)
    let came = history.times.filter { $0.isEntry && $0.start >= from && $0.start < after && $0.start < $0.adult }
    func entrant(_ time: CareTime) -> Entrant {
      Entrant(age: max(0, time.start.days(since: time.born)), group: time.group)
    }
    own = came.filter { $0.authority == authority }.map(entrant)
    wider = came.map(entrant)
    let stocks = history.authorities.reduce(into: [String: Int]()) { $0[$1] = history.stock(of: $1, on: origin) }
    let whole = Double(stocks.values.reduce(0, +))
    let share = whole > 0 ? Double(stocks[authority] ?? 0) / whole : 1
    let prior = Double(wider.count) / Double(count) * share
    shape = Double(own.count) + prior * Self.priorYears
    years = Double(count) + Self.priorYears
    let counts = history.authorities.map { name in
      (0..<count).map { year in
        let (start, end) = (from.adding(years: year), from.adding(years: year + 1))
        return Double(came.count { $0.authority == name && $0.start >= start && $0.start < end })
      }
    }
    spread = max(Self.leastSpread, Self.spread(counts))
  }

  /// The moment estimate of the variation beyond chance, of all authorities together: Σ(variance − mean)/Σmean².
  private static func spread(_ counts: [[Double]]) -> Double {
    var (above, below) = (0.0, 0.0)
    for years in counts where years.count > 1 {
      guard let mean = KithStatistics.mean(years), mean > 0 else { continue }
      let variance = years.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / Double(years.count - 1)
      above += variance - mean
      below += mean * mean
    }
    return below > 0 ? above / below : 0
  }

  /// Draws a yearly number, which chance then moves from year to year.
  func drawnRate(_ chance: inout SeededChance) -> Double { shape > 0 ? chance.gamma(shape: shape) / years : 0 }

  /// Draws by how much a year differs from the one before.
  func drawnStep(_ chance: inout SeededChance) -> Double { chance.gamma(shape: 1 / spread) * spread }

  /// Draws who comes: one of the authority's own, or of the wider area's where its own are few.
  func drawn(_ chance: inout SeededChance) -> Entrant? {
    let fromOwn = Double(own.count) / Double(own.count + 20)
    let pool = chance.unit() < fromOwn || wider.isEmpty ? own : wider
    return pool.isEmpty ? nil : pool[chance.below(pool.count)]
  }
}
