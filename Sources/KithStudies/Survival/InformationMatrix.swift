import KithStatistics

/// A symmetric matrix of second derivatives, parted into a triangle and its mirror (Cholesky, LDL′).
struct InformationMatrix: Sendable {
  private let size: Int
  /// The triangle below the diagonal, with the parts D on it.
  private var factor: [[Double]]
  /// The places that say nothing which those before them do not say.
  let dependent: [Int]

  /// A place is dependent where what is left of it is less than this share of what it was.
  static let tolerance = 1e-10

  init(_ matrix: [[Double]]) {
    size = matrix.count
    factor = matrix
    var dependent: [Int] = []
    for column in 0..<size {
      var pivot = matrix[column][column]
      for k in 0..<column { pivot -= factor[column][k] * factor[column][k] * factor[k][k] }
      let isDependent = !(pivot > Self.tolerance * matrix[column][column]) || !pivot.isFinite
      if isDependent { dependent.append(column) }
      factor[column][column] = isDependent ? 0 : pivot
      for row in (column + 1)..<max(size, column + 1) {
        var value = matrix[row][column]
        for k in 0..<column { value -= factor[row][k] * factor[column][k] * factor[k][k] }
        factor[row][column] = isDependent ? 0 : value / pivot
      }
    }
    self.dependent = dependent
  }

  /// The solution x of Mx = b, with zero at dependent places.
  func solution(of right: [Double]) -> [Double] {
    var x = right
    for row in 0..<size { for k in 0..<row { x[row] -= factor[row][k] * x[k] } }
    for row in 0..<size { x[row] = factor[row][row] == 0 ? 0 : x[row] / factor[row][row] }
    for row in stride(from: size - 1, through: 0, by: -1) {
      for k in (row + 1)..<max(size, row + 1) { x[row] -= factor[k][row] * x[k] }
    }
    return x
  }

  typealias Diagonal = [Double]

  /// What is left of each place once those before it are taken out.
  var diagonal: Diagonal { (0..<size).map { factor[$0][$0] } }

  /// The inverse.
  var inverse: [[Double]] {
    let columns = (0..<size).map { column in solution(of: (0..<size).map { $0 == column ? 1 : 0 }) }
    return columns
  }

  /// b′M⁻¹b.
  func quadratic(_ b: [Double]) -> Double { zip(b, solution(of: b)).reduce(0) { $0 + $1.0 * $1.1 } }
}

/// A statistic that follows a chi-square distribution where nothing but chance is at work.
public struct SurvivalTest: Hashable, Sendable {
  /// The statistic.
  public let chiSquare: Double
  /// How many degrees of freedom it has.
  public let degreesOfFreedom: Int

  init(_ chiSquare: Double, _ degreesOfFreedom: Int) {
    self.chiSquare = max(0, chiSquare)
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// How often chance alone gives as much or more.
  public var p: Double {
    min(1, max(0, 1 - GammaDistribution.probability(below: chiSquare / 2, shape: Double(degreesOfFreedom) / 2)))
  }
}
