import KithStatistics

/// How a Cox model treats events at the same time.
public enum Ties: String, Sendable, CaseIterable {
  /// B. Efron, "The efficiency of Cox's likelihood function for censored data", JASA 72 (1977), section 3: near the exact one.
  case efron
  /// N. Breslow, "Covariance analysis of censored survival data", Biometrics 30 (1974), equation (6).
  case breslow
  /// The conditional likelihood of D. R. Cox, "Regression models and life-tables", JRSS B 34 (1972), equation (12), by the recursion of
  /// M. H. Gail, J. H. Lubin and L. V. Rubinstein, Biometrika 68 (1981). Time grows with those at risk times those tied.
  case exact
}

/// The sums over those at risk at an event time, and over the events at it.
struct CoxRisk {
  private let p: Int
  /// Σw, Σwx and Σwxx′ (its lower triangle) over those at risk.
  private(set) var risk: [Double]
  /// The same over events.
  private(set) var tied: [Double]
  var events = 0

  init(covariates: Int, width: Int) {
    p = covariates
    risk = [Double](repeating: 0, count: width)
    tied = risk
  }

  mutating func clear() { for index in risk.indices { risk[index] = 0 } }

  mutating func take(_ values: [Double], _ offset: Int) {
    for index in risk.indices {
      risk[index] += values[offset + index]
      tied[index] = values[offset + risk.count + index]
    }
  }

  /// Sums over the tied events k of powers of 1/S and of the share f = k/d of the events that is left out at each.
  struct Steps {
    var one = 0.0, f = 0.0, square = 0.0, squareF = 0.0, squareFF = 0.0
    /// Σ(1 − f)/S, and what it takes to weigh x by it.
    var own = 0.0, ownSquare = 0.0, ownSquareF = 0.0
    var logarithms = 0.0
  }

  /// Those sums; with Breslow's likelihood nothing is left out.
  func steps(_ ties: Ties) -> Steps {
    var steps = Steps()
    let d = Double(events)
    if ties == .breslow || events == 1 {
      let inverse = 1 / risk[0]
      steps.one = d * inverse
      steps.square = d * inverse * inverse
      (steps.own, steps.ownSquare) = (steps.one, steps.square)
      steps.logarithms = d * Mathematics.logarithm(risk[0])
      return steps
    }
    for k in 0..<events {
      let f = Double(k) / d
      let sum = risk[0] - f * tied[0]
      let inverse = 1 / sum
      let square = inverse * inverse
      steps.one += inverse
      steps.f += f * inverse
      steps.square += square
      steps.squareF += f * square
      steps.squareFF += f * f * square
      steps.own += (1 - f) * inverse
      steps.ownSquare += (1 - f) * square
      steps.ownSquareF += (1 - f) * f * square
      steps.logarithms += Mathematics.logarithm(sum)
    }
    return steps
  }

  /// The sum over tied events of the mean of a covariate among those at risk.
  func mean(_ j: Int, _ steps: Steps) -> Double { steps.one * risk[1 + j] - steps.f * tied[1 + j] }

  /// The sum over tied events of the covariances among those at risk, added to a matrix.
  func addVariance(_ steps: Steps, to matrix: inout [[Double]], times factor: Double = 1) {
    var place = 1 + p
    for j in 0..<p {
      for k in 0...j {
        let own = steps.one * risk[place] - steps.f * tied[place]
        let (a, b, c, d) = (risk[1 + j], risk[1 + k], tied[1 + j], tied[1 + k])
        let product = steps.square * a * b - steps.squareF * (a * d + c * b) + steps.squareFF * c * d
        matrix[j][k] += factor * (own - product)
        if k < j { matrix[k][j] += factor * (own - product) }
        place += 1
      }
    }
  }
}
