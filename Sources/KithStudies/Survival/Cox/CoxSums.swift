import KithStatistics

/// Sums of exp(βx), x exp(βx) and xx′ exp(βx) over the rows of some event times: of all that are at risk, and of events.
///
/// Rows are added to the event time that they belong to; what is at risk at a time is then the sum over it and all later ones,
/// so that a step of Newton's method takes one pass over the rows, in any number of parts at once.
struct CoxSums: Sendable {
  let covariates: Int
  /// How many numbers an event time has, for those at risk; the same follow for events.
  let width: Int
  private(set) var values: [Double]
  /// βx over events.
  private(set) var eventPredictors = 0.0

  init(covariates: Int, times: Int) {
    self.covariates = covariates
    width = 1 + covariates + covariates * (covariates + 1) / 2
    values = [Double](repeating: 0, count: times * 2 * width)
  }

  /// Adds rows in an order of their own; with `entering` the rows are taken away where they enter.
  mutating func add(_ data: CoxData, _ rows: Range<Int>, _ beta: [Double], from first: Int, entering: Bool = false) {
    let p = covariates
    let width = width
    var predictors = 0.0
    values.withUnsafeMutableBufferPointer { out in
      data.x.withUnsafeBufferPointer { x in
        for index in rows {
          let row = entering ? Int(data.late[index]) : index
          let at = row * p
          var eta = 0.0
          for j in 0..<p { eta += beta[j] * x[at + j] }
          let weight = Mathematics.exponential(eta)
          let place = (Int(entering ? data.entry[row] : data.bucket[row]) - first) * 2 * width
          Self.add(weight * (entering ? -1 : 1), x, at, p, out, place)
          if !entering, data.isEvent[row] {
            predictors += eta
            Self.add(weight, x, at, p, out, place + width)
          }
        }
      }
    }
    eventPredictors += predictors
  }

  @inline(__always)
  private static func add(
    _ weight: Double, _ x: UnsafeBufferPointer<Double>, _ at: Int, _ p: Int, _ out: UnsafeMutableBufferPointer<Double>,
    _ place: Int
  ) {
    out[place] += weight
    var square = place + 1 + p
    for j in 0..<p {
      let product = weight * x[at + j]
      out[place + 1 + j] += product
      for k in 0...j { out[square + k] += product * x[at + k] }
      square += j + 1
    }
  }

  mutating func add(_ other: CoxSums) {
    for index in values.indices { values[index] += other.values[index] }
    eventPredictors += other.eventPredictors
  }
}

extension CoxData {
  /// How many numbers the parts may hold, so that they stay within the processor's reach.
  private static let most = 1 << 21

  /// Goes from the last event time to the first with the sums of those at risk at each; returns βx over events.
  func scan(_ beta: [Double], _ visit: (_ place: Int, _ sums: inout CoxRisk) -> Void) async -> Double {
    let width = CoxSums(covariates: covariates, times: 0).width
    let step = max(1, Self.most / (2 * width))
    var risk = CoxRisk(covariates: covariates, width: width)
    var predictors = 0.0
    var end = times.count
    while end > 0 {
      let first = max(0, end - step)
      let sums = await sums(first..<end, beta)
      predictors += sums.eventPredictors
      for place in (first..<end).reversed() {
        if place + 1 < times.count, strata[place + 1] != strata[place] { risk.clear() }
        risk.take(sums.values, (place - first) * 2 * width)
        risk.events = events[place]
        visit(place, &risk)
      }
      end = first
    }
    return predictors
  }

  private func sums(_ places: Range<Int>, _ beta: [Double]) async -> CoxSums {
    let rows = offsets[places.lowerBound]..<offsets[places.upperBound]
    let late = lateOffsets[places.lowerBound]..<lateOffsets[places.upperBound]
    let parts = rows.count < 20_000 ? 1 : StudyWork.parts
    return await withTaskGroup(of: CoxSums.self) { group in
      for part in 0..<parts {
        group.addTask {
          var sums = CoxSums(covariates: covariates, times: places.count)
          sums.add(self, StudyWork.share(part, of: rows, in: parts), beta, from: places.lowerBound)
          sums.add(self, StudyWork.share(part, of: late, in: parts), beta, from: places.lowerBound, entering: true)
          return sums
        }
      }
      var total: CoxSums?
      for await sums in group { if total == nil { total = sums } else { total?.add(sums) } }
      return total ?? CoxSums(covariates: covariates, times: places.count)
    }
  }
}
