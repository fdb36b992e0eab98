import KithStatistics

/// How covariates multiply the hazard of the cumulative incidence itself: for prediction, not for what brings an event about.
///
/// J. P. Fine and R. J. Gray, "A proportional hazards model for the subdistribution of a competing risk", JASA 94 (1999): spells that had
/// another event stay at risk with the weight G(t)/G(T) of not being censored; the variance is section 3's, with the part that comes from
/// estimating G.
public struct FineGrayModel: Sendable {
  /// The covariates' names.
  public let names: [String]
  /// The coefficients: the logarithms of ratios of subdistribution hazards.
  public let coefficients: [Double]
  /// Their robust variances and covariances.
  public let variance: [[Double]]
  /// The logarithm of the weighted partial likelihood.
  public let logLikelihood: Double

  /// Fits a model of a kind of event, from 1; columns are the covariates' values.
  public static func fit(
    _ spells: Spells, names: [String], columns: [[Double]], kind: Int = 1
  ) async throws(StudyError) -> FineGrayModel {
    guard spells.starts == nil else {
      throw StudyError(.tooLittle, "This model is not defined where spells come under observation late.")
    }
    guard !names.isEmpty, names.count == columns.count,
      columns.allSatisfy({ $0.count == spells.count && $0.allSatisfy(\.isFinite) })
    else { throw StudyError(.column, "Each covariate needs a number for each spell.") }
    guard spells.outcomes.contains(UInt8(kind)) else {
      throw StudyError(.tooLittle, "No event of this kind happened, so there is nothing to model.")
    }
    let likelihood = FineGrayLikelihood(spells, columns, UInt8(kind))
    let fit = try await CoxFit.newton(likelihood, names)
    return FineGrayModel(names, fit, likelihood)
  }

  private init(_ names: [String], _ fit: CoxFit, _ likelihood: FineGrayLikelihood) {
    self.names = names
    coefficients = fit.beta
    logLikelihood = fit.at.value
    let inverse = InformationMatrix(fit.at.information).inverse
    let meat = likelihood.squaredScores(fit.beta)
    let half = inverse.map { row in row.indices.map { c in row.indices.reduce(0) { $0 + row[$1] * meat[$1][c] } } }
    variance = half.map { row in row.indices.map { c in row.indices.reduce(0) { $0 + row[$1] * inverse[$1][c] } } }
  }

  /// The coefficients' robust standard errors.
  public var standardErrors: [Double] { variance.indices.map { max(0, variance[$0][$0]).squareRoot() } }
}

/// The weighted partial likelihood, over spells by time.
struct FineGrayLikelihood: SteppedLikelihood {
  let p: Int
  /// Covariates less their means, row after row, by stop.
  let x: [Double]
  let outcome: [UInt8]
  let kind: UInt8
  /// The place of each row among the times, and the rows of each time.
  let place: [Int]
  let rows: [Range<Int>]
  /// The share not censored just before each time.
  let uncensored: [Double]

  init(_ spells: Spells, _ columns: [[Double]], _ kind: UInt8) {
    let distinct = DistinctTimes(spells.stops)
    let order = spells.stops.indices.sorted { distinct.places[$0] < distinct.places[$1] }
    let means = columns.map { $0.reduce(0, +) / Double(max(1, $0.count)) }
    x = order.flatMap { spell in columns.indices.map { columns[$0][spell] - means[$0] } }
    p = columns.count
    outcome = order.map { spells.outcomes[$0] }
    self.kind = kind
    place = order.map { Int(distinct.places[$0]) }
    var ends = [Int](repeating: 0, count: distinct.times.count)
    for (row, at) in place.enumerated() { ends[at] = row + 1 }
    rows = ends.indices.map { ($0 == 0 ? 0 : ends[$0 - 1])..<ends[$0] }
    let censoring = KaplanMeier(Spells(unchecked: nil, spells.stops, spells.outcomes.map { $0 == 0 ? 1 : 0 }))
    uncensored = censoring.survival.indices.map { $0 == 0 ? 1 : censoring.survival[$0 - 1] }
  }

  func isOther(_ row: Int) -> Bool { outcome[row] != 0 && outcome[row] != kind }

  func weights(_ beta: [Double]) -> [Double] {
    outcome.indices.map { row in Mathematics.exponential((0..<p).reduce(0) { $0 + beta[$1] * x[row * p + $1] }) }
  }

  /// Goes through the times at which the event came, with the weighted sums of those at risk, from the last to the first.
  func scan(_ weights: [Double], _ visit: (_ place: Int, _ sums: [Double]) -> Void) {
    let width = 1 + p + p * p
    var others = [Double](repeating: 0, count: width)
    for row in outcome.indices where isOther(row) { add(row, weights[row] / uncensored[place[row]], to: &others) }
    var risk = [Double](repeating: 0, count: width)
    for time in rows.indices.reversed() {
      for row in rows[time] {
        add(row, weights[row], to: &risk)
        if isOther(row) { add(row, -weights[row] / uncensored[time], to: &others) }
      }
      if rows[time].contains(where: { outcome[$0] == kind }) {
        visit(time, zip(risk, others).map { $0 + uncensored[time] * $1 })
      }
    }
  }

  private func add(_ row: Int, _ weight: Double, to sums: inout [Double]) {
    sums[0] += weight
    for j in 0..<p {
      sums[1 + j] += weight * x[row * p + j]
      for k in 0..<p { sums[1 + p + j * p + k] += weight * x[row * p + j] * x[row * p + k] }
    }
  }

  func point(_ beta: [Double]) async throws(StudyError) -> LikelihoodPoint {
    var point = LikelihoodPoint(p)
    let weights = weights(beta)
    scan(weights) { time, sums in
      let events = rows[time].filter { outcome[$0] == kind }
      let d = Double(events.count)
      for row in events {
        point.value += Mathematics.logarithm(weights[row])
        for j in 0..<p { point.slope[j] += x[row * p + j] }
      }
      point.value -= d * Mathematics.logarithm(sums[0])
      for j in 0..<p {
        point.slope[j] -= d * sums[1 + j] / sums[0]
        for k in 0..<p {
          let mean = sums[1 + j] / sums[0] * sums[1 + k] / sums[0]
          point.information[j][k] += d * (sums[1 + p + j * p + k] / sums[0] - mean)
        }
      }
    }
    return point
  }
}
