import KithStatistics

/// Scoring of a binomial model by weighted least squares, until the deviance changes by less than 1 part in a hundred million.
///
/// The information is that of the last step's weights, as R's glm gives it.
struct BinomialScoring {
  let rows: PersonPeriods
  let link: DiscreteTimeModel.Link

  /// What the scoring came to.
  struct Fit {
    var beta: [Double]
    var information: InformationMatrix
    var deviance: Double
  }

  private static let mostSteps = 50

  func fit() throws(StudyError) -> Fit {
    var (fit, first) = (try step(from: nil), InformationMatrix.Diagonal?.none)
    for _ in 1..<Self.mostSteps {
      first = first ?? fit.information.diagonal
      let next = try step(from: fit.beta)
      let change = abs(next.deviance - fit.deviance) / (abs(next.deviance) + 0.1)
      fit = next
      if change < 1e-8 {
        try refuseBoundless(fit.information.diagonal, first ?? [])
        return fit
      }
      guard fit.beta.allSatisfy(\.isFinite) else { break }
    }
    throw StudyError(.unsettled, "The model did not settle; leave out covariates that few spells differ in.")
  }

  /// Where a covariate parts those with the event from those without, the likelihood has no top, and the information runs dry.
  private func refuseBoundless(_ last: [Double], _ first: [Double]) throws(StudyError) {
    for j in last.indices where last[j] < 1e-6 * first[j] {
      throw StudyError(
        .unsettled, "\(rows.names[j]) parts those with the event from those without, so that its effect has no bound.")
    }
  }

  private func step(from beta: [Double]?) throws(StudyError) -> Fit {
    let width = rows.names.count
    var matrix = [[Double]](repeating: [Double](repeating: 0, count: width), count: width)
    var right = [Double](repeating: 0, count: width)
    for row in rows.trials.indices {
      let (weight, response) = working(row, beta)
      for j in 0..<width where rows.x[row * width + j] != 0 {
        let x = rows.x[row * width + j]
        right[j] += response * x
        for k in 0..<width { matrix[j][k] += weight * x * rows.x[row * width + k] }
      }
    }
    let information = InformationMatrix(matrix)
    guard information.dependent.isEmpty else {
      let list = information.dependent.map { rows.names[$0] }.joined(separator: ", ")
      throw StudyError(
        .collinear, "The other covariates already say what \(list) says, or it is the same for all: leave it out.")
    }
    let next = information.solution(of: right)
    return Fit(beta: next, information: information, deviance: deviance(next))
  }

  /// The weight of a row, and its weight times what least squares is to fit. The first step starts from ¾ for a unit with the event
  /// and ¼ for one without.
  private func working(_ row: Int, _ beta: [Double]?) -> (weight: Double, response: Double) {
    let (n, y) = (rows.trials[row], rows.events[row])
    guard let beta else {
      let (with, without) = (unit(start(0.75)), unit(start(0.25)))
      let response =
        y * (with.weight * start(0.75) + with.slope) + (n - y) * (without.weight * start(0.25) + without.none)
      return (y * with.weight + (n - y) * without.weight, response)
    }
    let eta = predictor(row, beta)
    let unit = unit(eta)
    return (n * unit.weight, n * unit.weight * eta + y * unit.slope + (n - y) * unit.none)
  }

  private func start(_ p: Double) -> Double {
    link == .logit ? Mathematics.logarithm(p / (1 - p)) : Mathematics.logarithm(-Mathematics.logarithm(1 - p))
  }

  private func predictor(_ row: Int, _ beta: [Double]) -> Double {
    var eta = 0.0
    for j in beta.indices { eta += beta[j] * rows.x[row * beta.count + j] }
    return min(max(eta, -30), link == .logit ? 30 : 3.5)
  }

  /// For one unit of time: the expected information, and the slope of its likelihood with and without the event.
  private func unit(_ eta: Double) -> (weight: Double, slope: Double, none: Double) {
    let (p, change) = chance(eta)
    return (change * change / (p * (1 - p)), change / p, -change / (1 - p))
  }

  private func chance(_ eta: Double) -> (p: Double, change: Double) {
    let exponential = Mathematics.exponential(eta)
    if link == .logit {
      let p = exponential / (1 + exponential)
      return (p, p * (1 - p))
    }
    let survival = Mathematics.exponential(-exponential)
    return (1 - survival, exponential * survival)
  }

  /// The slope of a row's likelihood by the linear predictor.
  func slope(_ row: Int, _ beta: [Double]) -> Double {
    let unit = unit(predictor(row, beta))
    return rows.events[row] * unit.slope + (rows.trials[row] - rows.events[row]) * unit.none
  }

  private func deviance(_ beta: [Double]) -> Double {
    -2
      * rows.trials.indices.reduce(0.0) { sum, row in
        let p = chance(predictor(row, beta)).p
        let y = rows.events[row]
        return sum + (y > 0 ? y * Mathematics.logarithm(p) : 0) + (rows.trials[row] - y) * Mathematics.logarithm(1 - p)
      }
  }
}
