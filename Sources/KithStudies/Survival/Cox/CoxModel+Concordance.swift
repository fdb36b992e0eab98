extension CoxModel {
  /// How often, of two spells of which one is known to have had the event first, the model gave that one the higher hazard.
  ///
  /// F. E. Harrell, K. L. Lee and D. B. Mark, Statistics in Medicine 15 (1996): ties of hazard count half, ties of time are left out. The standard
  /// error is the infinitesimal jackknife over spells, R survival's.
  public func concordance() throws(StudyError) -> (share: Double, standardError: Double) {
    let eta = data.predictors(coefficients)
    var counts = ConcordanceCounts(eta)
    counts.count(data)
    guard counts.pairs > 0 else { throw StudyError(.tooLittle, "No two spells can be compared.") }
    let share = counts.concordant / counts.pairs
    let square = eta.indices.reduce(0.0) { sum, row in
      let part = (counts.concordantOf[row] - share * counts.pairsOf[row]) / counts.pairs
      return sum + part * part
    }
    return (share, square.squareRoot())
  }
}

/// Pairs that can be compared, and those that agree, in all and for each row as either of the two.
private struct ConcordanceCounts {
  var pairs = 0.0
  var concordant = 0.0
  var pairsOf: [Double]
  var concordantOf: [Double]
  private let places: [Int32]
  private let size: Int

  init(_ eta: [Double]) {
    let distinct = DistinctTimes(eta)
    places = distinct.places
    size = distinct.times.count
    pairsOf = [Double](repeating: 0, count: eta.count)
    concordantOf = pairsOf
  }

  /// From the last event time to the first: an event row with all at risk after it. Then from the first to the last: a row with all
  /// event rows before it ended and since it entered.
  mutating func count(_ data: CoxData) {
    var from = 0
    while from < data.times.count {
      var to = from + 1
      while to < data.times.count, data.strata[to] == data.strata[from] { to += 1 }
      countEvents(data, from..<to)
      countOthers(data, from..<to)
      from = to
    }
  }

  private mutating func countEvents(_ data: CoxData, _ times: Range<Int>) {
    var risk = RankCounts(size)
    for place in times.reversed() {
      let rows = data.offsets[place]..<data.offsets[place + 1]
      // Censored at or after this time and before the next, they outlast its events; those with the event do not.
      for row in rows where !data.isEvent[row] { risk.add(Int(places[row]), 1) }
      for index in data.lateOffsets[place]..<data.lateOffsets[place + 1] {
        risk.add(Int(places[Int(data.late[index])]), -1)
      }
      for row in rows where data.isEvent[row] {
        let (below, equal) = risk.below(Int(places[row]))
        pairsOf[row] += risk.total
        concordantOf[row] += below + equal / 2
        pairs += risk.total
        concordant += below + equal / 2
      }
      for row in rows where data.isEvent[row] { risk.add(Int(places[row]), 1) }
    }
  }

  private mutating func countOthers(_ data: CoxData, _ times: Range<Int>) {
    var events = RankCounts(size)
    for place in times {
      let rows = data.offsets[place]..<data.offsets[place + 1]
      for row in rows where data.isEvent[row] { take(row, events, 1) }
      for row in rows where data.isEvent[row] { events.add(Int(places[row]), 1) }
      for row in rows where !data.isEvent[row] { take(row, events, 1) }
      for index in data.lateOffsets[place]..<data.lateOffsets[place + 1] { take(Int(data.late[index]), events, -1) }
    }
  }

  private mutating func take(_ row: Int, _ events: RankCounts, _ sign: Double) {
    let (below, equal) = events.below(Int(places[row]))
    pairsOf[row] += sign * events.total
    concordantOf[row] += sign * (events.total - below - equal / 2)
  }
}

/// How many rows have each rank, so that those below one are found in few steps (P. M. Fenwick, 1994).
private struct RankCounts {
  private var tree: [Double]
  private var own: [Double]
  private(set) var total = 0.0

  init(_ size: Int) {
    tree = [Double](repeating: 0, count: size + 1)
    own = [Double](repeating: 0, count: size)
  }

  mutating func add(_ rank: Int, _ number: Double) {
    own[rank] += number
    total += number
    var place = rank + 1
    while place < tree.count {
      tree[place] += number
      place += place & -place
    }
  }

  func below(_ rank: Int) -> (below: Double, equal: Double) {
    var place = rank
    var sum = 0.0
    while place > 0 {
      sum += tree[place]
      place -= place & -place
    }
    return (sum, own[rank])
  }
}
