import KithStatistics

extension CoxLikelihood {
  /// How much work is tried before a model is said to be too large for the exact likelihood.
  private static let mostSteps = 400_000_000

  /// The exact likelihood: at each time, the chance that these spells and no others of those at risk have the event.
  func exactPoint(_ beta: [Double]) throws(StudyError) -> LikelihoodPoint {
    let eta = data.predictors(beta)
    var point = LikelihoodPoint(data.covariates)
    var work = 0
    for place in data.times.indices {
      let rows = rowsAtRisk(place)
      work += rows.count * data.events[place]
      guard work < Self.mostSteps / max(1, data.covariates * data.covariates) else {
        throw StudyError(
          .unsettled, "There are too many ties for the exact likelihood; Efron's is near it: leave out --ties exact.")
      }
      add(rows, eta, place, to: &point)
    }
    return point
  }

  private func rowsAtRisk(_ place: Int) -> [Int] {
    var end = place + 1
    while end < data.times.count, data.strata[end] == data.strata[place] { end += 1 }
    return (data.offsets[place]..<data.offsets[end]).filter { Int(data.entry[$0]) < place }
  }

  private func add(_ rows: [Int], _ eta: [Double], _ place: Int, to point: inout LikelihoodPoint) {
    let d = data.events[place]
    let p = data.covariates
    let top = rows.map { eta[$0] }.max() ?? 0
    var subsets = SubsetSums(size: d, covariates: p)
    for row in rows { subsets.add(Mathematics.exponential(eta[row] - top), data.x, row * p) }
    let (sum, first, second) = subsets.last
    for row in rows where Int(data.bucket[row]) == place && data.isEvent[row] {
      point.value += eta[row]
      for j in 0..<p { point.slope[j] += data.x[row * p + j] }
    }
    point.value -= Mathematics.logarithm(sum) + subsets.logarithmOfScale + Double(d) * top
    for j in 0..<p {
      point.slope[j] -= first[j] / sum
      for k in 0..<p {
        point.information[j][k] += second[j * p + k] / sum - first[j] / sum * first[k] / sum
      }
    }
  }
}

/// The sum over all subsets of each size of the product of weights, with its first and second derivatives.
private struct SubsetSums {
  private let size: Int
  private let p: Int
  private var sums: [Double]
  private var first: [Double]
  private var second: [Double]
  private(set) var logarithmOfScale = 0.0

  init(size: Int, covariates: Int) {
    self.size = size
    p = covariates
    sums = [Double](repeating: 0, count: size + 1)
    sums[0] = 1
    first = [Double](repeating: 0, count: (size + 1) * p)
    second = [Double](repeating: 0, count: (size + 1) * p * p)
  }

  mutating func add(_ weight: Double, _ x: [Double], _ at: Int) {
    for k in stride(from: size, through: 1, by: -1) {
      let before = sums[k - 1]
      for i in 0..<p {
        for j in 0..<p {
          let cross =
            first[(k - 1) * p + i] * x[at + j] + first[(k - 1) * p + j] * x[at + i] + before * x[at + i] * x[at + j]
          second[(k * p + i) * p + j] += weight * (second[((k - 1) * p + i) * p + j] + cross)
        }
      }
      for i in 0..<p { first[k * p + i] += weight * (first[(k - 1) * p + i] + before * x[at + i]) }
      sums[k] += weight * before
    }
    if let most = sums.max(), most > 1e200 { rescale(by: 1 / most) }
  }

  private mutating func rescale(by factor: Double) {
    logarithmOfScale -= Mathematics.logarithm(factor)
    for index in sums.indices { sums[index] *= factor }
    for index in first.indices { first[index] *= factor }
    for index in second.indices { second[index] *= factor }
  }

  var last: (sum: Double, first: [Double], second: [Double]) {
    (sums[size], Array(first[(size * p)...]), Array(second[(size * p * p)...]))
  }
}
