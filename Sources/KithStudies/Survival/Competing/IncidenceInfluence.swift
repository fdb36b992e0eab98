/// How much each spell weighs in the cumulative incidence, squared and added up at each time.
///
/// A spell's weight in F(t) is a(t) − F(t) b(t), where a and b add up, over times v at which it is at risk, S(v−)/n (dN − dA) and
/// F(v) dB, with dB = (dN − dA) / n(1 − dA). While a spell is at risk a and b are the same sums for all, less those at its
/// entry; so the squares need its entry and its exit only, and all times together take one pass.
struct IncidenceInfluence {
  private(set) var incidence: [[Double]]
  private let survival: [Double]
  private var squares: [[Moments]]

  /// Sums of a², ab and b² over spells that have ended, and what is needed of those that are at risk.
  private struct Moments {
    var aa = 0.0, ab = 0.0, bb = 0.0
  }

  init(_ spells: Spells, _ distinct: DistinctTimes, _ table: RiskTable, _ survival: [Double]) {
    self.survival = survival
    let deaths = table.allEvents
    incidence = table.events.map { kind in
      var share = 0.0
      return kind.indices.map { place in
        let before = place == 0 ? 1 : survival[place - 1]
        if kind[place] > 0 { share += before * Double(kind[place]) / Double(table.atRisk[place]) }
        return share
      }
    }
    let entries = spells.starts.map { starts in
      starts.map { Int32(lastPlace(in: distinct.times, notAfter: $0) ?? -1) }
    }
    squares = []
    for kind in table.events.indices {
      let steps = IncidenceSteps(table, deaths, survival, incidence[kind], kind)
      squares.append(Self.moments(spells, distinct.places, entries, steps, UInt8(kind + 1)))
    }
  }

  private static func moments(
    _ spells: Spells, _ places: [Int32], _ entries: [Int32]?, _ steps: IncidenceSteps, _ kind: UInt8
  ) -> [Moments] {
    let size = steps.a.count
    var ended = [Moments](repeating: Moments(), count: size)
    // Of those at risk after a time: how many, and the sums over their entries of a, b, a², ab, b².
    var change = [AtRisk](repeating: AtRisk(), count: size + 1)
    for spell in places.indices where !spells.isOfNoLength(spell) {
      let place = Int(places[spell])
      let entry = Int(entries?[spell] ?? -1)
      let (a0, b0) = entry < 0 ? (0, 0) : (steps.a[entry], steps.b[entry])
      let outcome = spells.outcomes[spell]
      var a = a0 - steps.a[place]
      var b = b0 - steps.b[place]
      if outcome != 0 {
        a += (outcome == kind ? steps.ownJump[place] : 0) + steps.sharedJump[place]
        b += steps.freeJump[place]
      }
      ended[place].aa += a * a
      ended[place].ab += a * b
      ended[place].bb += b * b
      change[entry + 1].add(a0, b0, 1)
      change[place + 1].add(a0, b0, -1)
    }
    return totals(ended, change, steps)
  }

  private static func totals(_ ended: [Moments], _ change: [AtRisk], _ steps: IncidenceSteps) -> [Moments] {
    var sum = Moments()
    var atRisk = change[0]
    return ended.indices.map { place in
      sum.aa += ended[place].aa
      sum.ab += ended[place].ab
      sum.bb += ended[place].bb
      atRisk.add(change[place + 1])
      let (a, b) = (steps.a[place], steps.b[place])
      return Moments(
        aa: sum.aa + atRisk.n * a * a - 2 * a * atRisk.a + atRisk.aa,
        ab: sum.ab + atRisk.n * a * b - a * atRisk.b - b * atRisk.a + atRisk.ab,
        bb: sum.bb + atRisk.n * b * b - 2 * b * atRisk.b + atRisk.bb)
    }
  }

  func standardErrors(ofKind kind: Int) -> [Double] {
    squares[kind].indices.map { place in
      let share = incidence[kind][place]
      let moments = squares[kind][place]
      return max(0, moments.aa - 2 * share * moments.ab + share * share * moments.bb).squareRoot()
    }
  }

  var standardErrorOfFree: [Double] { survival.indices.map { survival[$0] * max(0, squares[0][$0].bb).squareRoot() } }
}

/// Sums over the spells at risk of a and b at their entries.
private struct AtRisk {
  var n = 0.0, a = 0.0, b = 0.0, aa = 0.0, ab = 0.0, bb = 0.0

  mutating func add(_ a: Double, _ b: Double, _ sign: Double) {
    n += sign
    self.a += sign * a
    self.b += sign * b
    aa += sign * a * a
    ab += sign * a * b
    bb += sign * b * b
  }

  mutating func add(_ other: AtRisk) {
    n += other.n
    a += other.a
    b += other.b
    aa += other.aa
    ab += other.ab
    bb += other.bb
  }
}

/// What being at risk, and having an event, adds to a and b at each time.
struct IncidenceSteps {
  private(set) var a: [Double] = []
  private(set) var b: [Double] = []
  private(set) var ownJump: [Double] = []
  private(set) var sharedJump: [Double] = []
  private(set) var freeJump: [Double] = []

  init(_ table: RiskTable, _ deaths: [Int], _ survival: [Double], _ incidence: [Double], _ kind: Int) {
    var (sumA, sumB) = (0.0, 0.0)
    for place in deaths.indices {
      let n = Double(table.atRisk[place])
      let before = place == 0 ? 1 : survival[place - 1]
      let own = n > 0 ? before / n : 0
      // Where all at risk have an event nothing is left to weigh afterwards.
      let free = table.atRisk[place] > deaths[place] ? 1 / (n - Double(deaths[place])) : 0
      let shared = free * incidence[place]
      let hazard = n > 0 ? Double(deaths[place]) / n : 0
      sumA += n > 0 ? own * Double(table.events[kind][place]) / n + shared * hazard : 0
      sumB += free * hazard
      a.append(sumA)
      b.append(sumB)
      ownJump.append(own)
      sharedJump.append(shared)
      freeJump.append(free)
    }
  }
}
