/// A model of counts, each with an expected number that a line gives, by iteratively reweighted least squares.
///
/// P. McCullagh and J. A. Nelder, "Generalized Linear Models" (1989), section 2.5; the variance of a count is its mean,
/// or φ times it (quasi-Poisson, section 9.2), or μ + μ²/θ (negative binomial: J. F. Lawless, Canadian Journal of
/// Statistics 15 (1987)). Give the column of ones for an intercept.
public struct CountModel: Hashable, Sendable {
  /// How the line makes the expected number.
  public enum Link: Hashable, Sendable {
    /// Exposure × e to the power of the line: coefficients are logarithms of ratios.
    case logarithm
    /// Exposure × the line: coefficients are rates.
    case identity
  }

  /// The coefficients, with the standard errors of the distribution itself.
  public let coefficients: [Coefficient]
  /// The expected number of each row.
  public let fitted: [Double]
  /// The deviance.
  public let deviance: Double
  /// Pearson's χ² over the degrees of freedom: near 1 where the counts vary as the distribution says.
  public let dispersion: Double
  /// Rows less coefficients.
  public let degreesOfFreedom: Int
  /// θ of the negative binomial, whose variance is μ + μ²/θ; infinite for Poisson.
  public let theta: Double
  /// The covariances of the estimates.
  public let covariance: [[Double]]

  /// The coefficients with standard errors widened by the root of the dispersion, never narrowed (quasi-Poisson).
  public var quasi: [Coefficient] {
    let factor = max(1, dispersion).squareRoot()
    return coefficients.map { Coefficient(value: $0.value, standardError: $0.standardError * factor) }
  }

  /// Fits a Poisson model, or with `theta` a negative binomial one of known θ.
  /// - Parameters:
  ///   - counts: The events of each row.
  ///   - exposures: The people, or person-years, of each row; rows without exposure take no part.
  public init(
    rows: [[Double]], counts: [Double], exposures: [Double], link: Link = .logarithm, theta: Double = .infinity
  ) throws(FitFailure) {
    try Self.check(rows, counts, exposures)
    var steps = CountSteps(rows, counts, exposures, link: link, theta: theta)
    let solved = try steps.settle()
    guard link == .identity || zip(steps.fitted, exposures).allSatisfy({ $0 > 1e-9 || $1 <= 0 }) else {
      throw .separated
    }
    let free = exposures.count(where: { $0 > 0 }) - solved.solution.count
    fitted = steps.fitted
    deviance = steps.deviance
    degreesOfFreedom = free
    dispersion = steps.pearson / Double(free)
    self.theta = theta
    covariance = solved.inverse
    coefficients = solved.solution.indices.map {
      Coefficient(value: solved.solution[$0], standardError: solved.inverse[$0][$0].squareRoot())
    }
  }

  private static func check(_ rows: [[Double]], _ counts: [Double], _ exposures: [Double]) throws(FitFailure) {
    guard exposures.count(where: { $0 > 0 }) > (rows.first?.count ?? 0) else { throw .tooFew }
    guard zip(counts, exposures).contains(where: { $0 > 0 && $1 > 0 }) else { throw .nothingHappened }
  }
}

/// The steps by which a model of counts settles.
struct CountSteps {
  private let rows: [[Double]]
  private let counts: [Double]
  private let exposures: [Double]
  private let link: CountModel.Link
  private let theta: Double
  private(set) var fitted: [Double]
  /// Whether the last step was taken whole, so that its solution is what the expected numbers are of.
  private var isWhole = true

  init(
    _ rows: [[Double]], _ counts: [Double], _ exposures: [Double], link: CountModel.Link, theta: Double
  ) {
    self.rows = rows
    self.counts = counts
    self.exposures = exposures
    self.link = link
    self.theta = theta
    let people = exposures.reduce(0, +)
    let events = zip(counts, exposures).reduce(0) { $0 + ($1.1 > 0 ? $1.0 : 0) }
    // With the identity link each row must start above zero; with the logarithm R's own start, y + 0.1, is as good.
    fitted = zip(counts, exposures).map { count, exposure in
      exposure <= 0 ? 0 : link == .identity ? exposure * events / people : count + 0.1
    }
  }

  mutating func settle() throws(FitFailure) -> NormalEquations {
    var last = Double.infinity
    // Of a perfect fit the deviance is nought but for what rounding leaves of the counts.
    let noise = 1e-14 * counts.reduce(0, +)
    _ = try step()
    for _ in 0..<200 {
      _ = try later()
      let now = deviance
      guard now.isFinite else { throw .unsettled }
      if abs(now - last) <= 1e-13 * (abs(now) + 0.1) + noise {
        let last = try later()
        guard isWhole else { throw .unsettled }
        return last
      }
      last = now
    }
    throw .unsettled
  }

  /// A step after the first: if the columns say the same only now, rows have lost all their weight, as nothing happens in them.
  private mutating func later() throws(FitFailure) -> NormalEquations {
    do { return try step() } catch { throw error == .collinear ? .separated : error }
  }

  /// One step of weighted least squares on the working values.
  private mutating func step() throws(FitFailure) -> NormalEquations {
    let used = rows.indices.filter { exposures[$0] > 0 }
    let weights = used.map(weight)
    let values = used.map(workingValue)
    guard weights.allSatisfy({ $0.isFinite }), values.allSatisfy({ $0.isFinite }) else { throw .unsettled }
    let solved = try NormalEquations(rows: used.map { rows[$0] }, weights: weights, values: values)
    let next = used.map { row in
      let line = zip(rows[row], solved.solution).reduce(0) { $0 + $1.0 * $1.1 }
      return exposures[row] * (link == .logarithm ? Mathematics.exponential(line) : line)
    }
    try move(used, to: next)
    return solved
  }

  /// Takes the step; where it would leave an expected number that is not above zero, half of it, and half again.
  private mutating func move(_ used: [Int], to next: [Double]) throws(FitFailure) {
    var share = 1.0
    while !zip(used, next).allSatisfy({ fitted[$0] + share * ($1 - fitted[$0]) > 0 }) {
      share /= 2
      guard share > 1e-6 else { throw .unsettled }
    }
    isWhole = share == 1
    for (row, value) in zip(used, next) { fitted[row] += share * (value - fitted[row]) }
  }

  private func variance(_ row: Int) -> Double { fitted[row] * (1 + fitted[row] / theta) }

  private func weight(_ row: Int) -> Double {
    let slope = link == .logarithm ? fitted[row] : exposures[row]
    return slope * slope / variance(row)
  }

  private func workingValue(_ row: Int) -> Double {
    let excess = counts[row] - fitted[row]
    return link == .logarithm
      ? Mathematics.logarithm(fitted[row] / exposures[row]) + excess / fitted[row]
      : (fitted[row] + excess) / exposures[row]
  }

  /// Twice what the log-likelihood falls short of a perfect fit.
  var deviance: Double {
    rows.indices.filter { exposures[$0] > 0 }.reduce(0) { sum, row in
      let (y, mean) = (counts[row], fitted[row])
      let part = y > 0 ? y * Mathematics.logarithm(y / mean) : 0
      guard theta.isFinite else { return sum + 2 * (part - (y - mean)) }
      return sum + 2 * (part - (y + theta) * Mathematics.logarithm((y + theta) / (mean + theta)))
    }
  }

  /// Pearson's χ².
  var pearson: Double {
    rows.indices.filter { exposures[$0] > 0 }.reduce(0) { sum, row in
      let excess = counts[row] - fitted[row]
      return sum + excess * excess / variance(row)
    }
  }
}
