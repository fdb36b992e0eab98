import KithStatistics

extension CoxModel {
  /// Variances and covariances that hold where spells of one cluster (a child, a family) are alike, or hazards not quite proportional.
  ///
  /// D. Y. Lin and L. J. Wei, "The robust inference for the Cox proportional hazards model", JASA 84 (1989), equation (2.4): the sandwich of
  /// score residuals, added up within clusters. Without clusters each spell is one.
  public func robustVariance(clusters: [Int]? = nil) async throws(StudyError) -> [[Double]] {
    guard ties != .exact || !data.events.contains(where: { $0 > 1 }) else {
      throw StudyError(.tooLittle, "The exact likelihood has no robust variance; use Efron's.")
    }
    let steps = await residualSteps()
    let p = names.count
    let eta = data.predictors(coefficients)
    var sums: [Int: [Double]] = [:]
    var meat = [[Double]](repeating: [Double](repeating: 0, count: p), count: p)
    for row in data.spell.indices {
      let score = steps.score(row, of: data, eta[row])
      if let clusters {
        let cluster = clusters[Int(data.spell[row])]
        sums[cluster] = sums[cluster].map { known in zip(known, score).map { $0 + $1 } } ?? score
      } else {
        Self.addSquare(score, to: &meat)
      }
    }
    for score in sums.values { Self.addSquare(score, to: &meat) }
    return Self.product(Self.product(variance, meat), variance)
  }

  /// Robust standard errors.
  public func robustStandardErrors(clusters: [Int]? = nil) async throws(StudyError) -> [Double] {
    let variance = try await robustVariance(clusters: clusters)
    return variance.indices.map { max(0, variance[$0][$0]).squareRoot() }
  }

  private func residualSteps() async -> CoxResiduals {
    var residuals = CoxResiduals(times: data.times.count, covariates: names.count)
    _ = await data.scan(coefficients) { place, risk in residuals.set(place, risk, risk.steps(ties)) }
    residuals.addUp(data.strata)
    return residuals
  }

  private static func addSquare(_ score: [Double], to matrix: inout [[Double]]) {
    for i in score.indices { for j in score.indices { matrix[i][j] += score[i] * score[j] } }
  }

  private static func product(_ a: [[Double]], _ b: [[Double]]) -> [[Double]] {
    a.map { row in b.indices.map { column in row.indices.reduce(0) { $0 + row[$1] * b[$1][column] } } }
  }

  /// The hazard added up to each event time, where all covariates are zero, by stratum.
  ///
  /// N. Breslow, in the discussion of Cox (1972), equation (7); with Efron's likelihood the tied events are taken out one by one.
  public func baselineHazard() async -> [(stratum: Int, time: Double, hazard: Double)] {
    let steps = await residualSteps()
    let atMeans = zip(coefficients, data.means).reduce(0) { $0 + $1.0 * $1.1 }
    return data.times.indices.map { place in
      (Int(data.strata[place]), data.times[place], steps.hazard[place] * Mathematics.exponential(-atMeans))
    }
  }
}

/// What being at risk at each event time takes from a score.
private struct CoxResiduals {
  private let p: Int
  /// Hazards, first at each time and then added up within strata.
  private(set) var hazard: [Double]
  /// The hazards by the means of covariates.
  private var weighted: [Double]
  /// The hazard that the tied events themselves stand under, and so weighted; and their means of covariates.
  private var own: [Double]
  private var ownWeighted: [Double]
  private var mean: [Double]

  init(times: Int, covariates: Int) {
    p = covariates
    hazard = [Double](repeating: 0, count: times)
    own = hazard
    weighted = [Double](repeating: 0, count: times * p)
    ownWeighted = weighted
    mean = weighted
  }

  mutating func set(_ place: Int, _ risk: CoxRisk, _ steps: CoxRisk.Steps) {
    hazard[place] = steps.one
    own[place] = steps.own
    for j in 0..<p {
      let (all, tied) = (risk.risk[1 + j], risk.tied[1 + j])
      weighted[place * p + j] = steps.square * all - steps.squareF * tied
      ownWeighted[place * p + j] = steps.ownSquare * all - steps.ownSquareF * tied
      mean[place * p + j] = risk.mean(j, steps) / Double(risk.events)
    }
  }

  mutating func addUp(_ strata: [Int32]) {
    for place in hazard.indices {
      let isFirst = place == 0 || strata[place - 1] != strata[place]
      // The hazard of the tied events at a time comes on top of that of the times before.
      own[place] += isFirst ? 0 : hazard[place - 1]
      hazard[place] += isFirst ? 0 : hazard[place - 1]
      for j in place * p..<(place + 1) * p {
        ownWeighted[j] += isFirst ? 0 : weighted[j - p]
        weighted[j] += isFirst ? 0 : weighted[j - p]
      }
    }
  }

  func score(_ row: Int, of data: CoxData, _ eta: Double) -> [Double] {
    let place = Int(data.bucket[row])
    let entry = Int(data.entry[row])
    let weight = Mathematics.exponential(eta)
    let isEvent = data.isEvent[row]
    let sum = (isEvent ? own[place] : hazard[place]) - (entry < 0 ? 0 : hazard[entry])
    return (0..<p).map { j in
      let x = data.x[row * p + j]
      let all = (isEvent ? ownWeighted : weighted)[place * p + j] - (entry < 0 ? 0 : weighted[entry * p + j])
      return (isEvent ? x - mean[place * p + j] : 0) - weight * (x * sum - all)
    }
  }
}
