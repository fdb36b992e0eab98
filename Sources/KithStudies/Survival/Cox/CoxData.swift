/// Spells in the order in which a Cox model takes them: by stratum and stop, with covariates row by row less their means.
struct CoxData: Sendable {
  let covariates: Int
  let means: [Double]
  /// The covariates less their means, row after row.
  let x: [Double]
  /// For each row: the last event time, of its stratum, at which it is at risk.
  let bucket: [Int32]
  /// For each row: whether it ends in an event.
  let isEvent: [Bool]
  /// For each row: the spell that it is.
  let spell: [Int32]
  /// For each row: the last event time not after its start, or -1.
  let entry: [Int32]
  /// The event times, by stratum.
  let times: [Double]
  /// The stratum of each event time.
  let strata: [Int32]
  /// How many events there were at each event time.
  let events: [Int]
  /// For each event time, where its rows begin; and where they all end.
  let offsets: [Int]
  /// Rows that enter late, by `entry`; with where those of each event time begin.
  let late: [Int32]
  let lateOffsets: [Int]

  init(_ spells: Spells, _ columns: [[Double]], strata: [Int]?) {
    let order = Self.order(spells, strata)
    var layout = CoxLayout(spells, strata)
    layout.place(order)
    let count = columns.count
    let means = columns.map { column in column.reduce(0, +) / Double(max(1, column.count)) }
    let rows = layout.rows
    var x = [Double](repeating: 0, count: rows.count * count)
    for column in 0..<count {
      let values = columns[column]
      for row in rows.indices { x[row * count + column] = values[Int(rows[row])] - means[column] }
    }
    covariates = count
    self.means = means
    self.x = x
    bucket = layout.bucket
    spell = rows
    isEvent = rows.map { spells.outcomes[Int($0)] != 0 }
    entry = layout.entry
    times = layout.times
    self.strata = layout.strata
    events = layout.events
    offsets = Self.offsets(of: layout.bucket, layout.times.count)
    (late, lateOffsets) = Self.byEntry(layout.entry, layout.times.count)
  }

  /// The positions of spells of some length, by stratum and then by stop.
  private static func order(_ spells: Spells, _ strata: [Int]?) -> [Int32] {
    let distinct = DistinctTimes(spells.stops)
    let byStop = counted((0..<Int32(spells.count)).map { $0 }, distinct.times.count) { Int(distinct.places[Int($0)]) }
    guard let strata else { return byStop.filter { !spells.isOfNoLength(Int($0)) } }
    let dense = DistinctTimes(strata.map(Double.init))
    return counted(byStop, dense.times.count) { Int(dense.places[Int($0)]) }.filter { !spells.isOfNoLength(Int($0)) }
  }

  private static func counted(_ items: [Int32], _ size: Int, _ key: (Int32) -> Int) -> [Int32] {
    var offsets = [Int](repeating: 0, count: size + 1)
    for item in items { offsets[key(item) + 1] += 1 }
    for place in 0..<size { offsets[place + 1] += offsets[place] }
    var sorted = items
    for item in items {
      sorted[offsets[key(item)]] = item
      offsets[key(item)] += 1
    }
    return sorted
  }

  private static func offsets(of bucket: [Int32], _ size: Int) -> [Int] {
    var offsets = [Int](repeating: 0, count: size + 1)
    for place in bucket { offsets[Int(place) + 1] += 1 }
    for place in 0..<size { offsets[place + 1] += offsets[place] }
    return offsets
  }

  private static func byEntry(_ entry: [Int32], _ size: Int) -> (rows: [Int32], offsets: [Int]) {
    let late = (0..<Int32(entry.count)).filter { entry[Int($0)] >= 0 }
    guard !late.isEmpty else { return ([], [Int](repeating: 0, count: size + 1)) }
    return (counted(late, size) { Int(entry[Int($0)]) }, offsets(of: late.map { entry[Int($0)] }, size))
  }

  /// The linear predictor of each row, less that of the means.
  func predictors(_ beta: [Double]) -> [Double] {
    (0..<spell.count).map { row in (0..<covariates).reduce(0) { $0 + beta[$1] * x[row * covariates + $1] } }
  }
}

/// Which event time each spell belongs to.
private struct CoxLayout {
  private let spells: Spells
  private let stratum: [Int]?
  var rows: [Int32] = []
  var bucket: [Int32] = []
  var entry: [Int32] = []
  var times: [Double] = []
  var strata: [Int32] = []
  var events: [Int] = []

  init(_ spells: Spells, _ stratum: [Int]?) {
    self.spells = spells
    self.stratum = stratum
  }

  mutating func place(_ order: [Int32]) {
    rows.reserveCapacity(order.count)
    bucket.reserveCapacity(order.count)
    entry.reserveCapacity(order.count)
    var from = 0
    var first = 0
    var label: Int?
    while from < order.count {
      let stop = spells.stops[Int(order[from])]
      let group = stratum?[Int(order[from])] ?? 0
      if group != label { (first, label) = (times.count, group) }
      var to = from
      var d = 0
      while to < order.count, spells.stops[Int(order[to])] == stop, stratum?[Int(order[to])] ?? 0 == group {
        d += spells.outcomes[Int(order[to])] == 0 ? 0 : 1
        to += 1
      }
      if d > 0 {
        times.append(stop)
        strata.append(Int32(truncatingIfNeeded: group))
        events.append(d)
      }
      if times.count > first { for index in from..<to { add(order[index], first) } }
      from = to
    }
  }

  private mutating func add(_ spell: Int32, _ first: Int) {
    let last = Int32(times.count - 1)
    var place = Int32(-1)
    if let start = spells.starts?[Int(spell)] {
      var (low, high) = (first, times.count)
      while low < high {
        let middle = (low + high) / 2
        if times[middle] <= start { low = middle + 1 } else { high = middle }
      }
      place = low == first ? -1 : Int32(low - 1)
    }
    // A spell that begins after its last event time was never at risk.
    guard place < last else { return }
    rows.append(spell)
    bucket.append(last)
    entry.append(place)
  }
}
