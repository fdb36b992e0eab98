import KithStatistics

/// The logarithm of a partial likelihood, its slope, and its curvature turned round.
struct LikelihoodPoint: Sendable {
  var value: Double
  var slope: [Double]
  var information: [[Double]]

  init(_ size: Int) {
    value = 0
    slope = [Double](repeating: 0, count: size)
    information = [[Double]](repeating: slope, count: size)
  }

  var isFinite: Bool { value.isFinite && slope.allSatisfy(\.isFinite) }
}

/// The partial likelihood of a Cox model.
struct CoxLikelihood: Sendable {
  let data: CoxData
  let ties: Ties

  /// Σ x over events, which the slope begins with.
  private var eventSums: [Double] {
    var sums = [Double](repeating: 0, count: data.covariates)
    for row in data.isEvent.indices where data.isEvent[row] {
      for j in sums.indices { sums[j] += data.x[row * sums.count + j] }
    }
    return sums
  }

  func point(_ beta: [Double]) async throws(StudyError) -> LikelihoodPoint {
    if ties == .exact, data.events.contains(where: { $0 > 1 }) { return try exactPoint(beta) }
    var point = LikelihoodPoint(data.covariates)
    point.slope = eventSums
    let predictors = await data.scan(beta) { _, risk in
      let steps = risk.steps(ties)
      point.value -= steps.logarithms
      for j in point.slope.indices { point.slope[j] -= risk.mean(j, steps) }
      risk.addVariance(steps, to: &point.information)
    }
    point.value += predictors
    return point
  }
}

/// Newton's method on a likelihood, with half steps where one goes too far.
struct CoxFit {
  let beta: [Double]
  let start: LikelihoodPoint
  let at: LikelihoodPoint
  let iterations: Int

  /// How many steps are tried.
  static let mostSteps = 40

  static func newton(_ likelihood: some SteppedLikelihood, _ names: [String]) async throws(StudyError) -> CoxFit {
    var beta = [Double](repeating: 0, count: names.count)
    let start = try await likelihood.point(beta)
    try refuse(start, names)
    var at = start
    for iteration in 1...mostSteps {
      let step = InformationMatrix(at.information).solution(of: at.slope)
      var share = 1.0
      var next = beta
      var point = at
      repeat {
        next = zip(beta, step).map { $0 + share * $1 }
        point = try await likelihood.point(next)
        share /= 2
      } while (!point.isFinite || point.value < at.value - 1e-9 * abs(at.value)) && share > 1e-6
      guard point.isFinite else { break }
      let gain = abs(point.value - at.value)
      (beta, at) = (next, point)
      let isStill = zip(step, at.information.indices).allSatisfy {
        abs($0) * at.information[$1][$1].squareRoot() < 1e-9
      }
      if isStill || gain <= 1e-13 * abs(at.value) {
        try refuseBoundless(beta, at, start, names)
        return CoxFit(beta: beta, start: start, at: at, iterations: iteration)
      }
    }
    throw StudyError(.unsettled, "The model did not settle; leave out covariates that few spells differ in.")
  }

  private static func refuse(_ start: LikelihoodPoint, _ names: [String]) throws(StudyError) {
    let dependent = InformationMatrix(start.information).dependent.map { names[$0] }
    guard dependent.isEmpty else {
      let list = dependent.joined(separator: ", ")
      throw StudyError(
        .collinear, "The other covariates already say what \(list) says, or it is the same for all: leave it out.")
    }
  }

  /// Where all events come from those with the highest value of a covariate, the likelihood has no top.
  private static func refuseBoundless(
    _ beta: [Double], _ at: LikelihoodPoint, _ start: LikelihoodPoint, _ names: [String]
  ) throws(StudyError) {
    for j in names.indices where at.information[j][j] < 1e-6 * start.information[j][j] {
      throw StudyError(
        .unsettled, "\(names[j]) parts those with the event from those without, so that its effect has no bound.")
    }
  }
}

/// A likelihood whose slope and curvature are known.
protocol SteppedLikelihood: Sendable {
  func point(_ beta: [Double]) async throws(StudyError) -> LikelihoodPoint
}

extension CoxLikelihood: SteppedLikelihood {}
