/// A line, or a plane, fitted by weighted least squares.
///
/// A. C. Aitken, "On least squares and linear combination of observations", Proc. R. Soc. Edinburgh 55 (1935):
/// b = (X'WX)⁻¹X'Wy, with the variance Σw(y − Xb)²/(n − p) × (X'WX)⁻¹. Give the column of ones for an intercept.
public struct LinearModel: Hashable, Sendable {
  /// The coefficients, in the order of the columns.
  public let coefficients: [Coefficient]
  /// What the line gives at each row.
  public let fitted: [Double]
  /// Rows less coefficients.
  public let degreesOfFreedom: Int
  /// The weighted sum of squares of what the line leaves.
  public let residualSum: Double

  /// Fits rows of the columns to values, each with a weight; all weights 1 where none are given.
  public init(rows: [[Double]], values: [Double], weights: [Double]? = nil) throws(FitFailure) {
    let weights = weights ?? Array(repeating: 1, count: rows.count)
    let free = weights.count(where: { $0 > 0 }) - (rows.first?.count ?? 0)
    guard free > 0 else { throw .tooFew }
    let solved = try NormalEquations(rows: rows, weights: weights, values: values)
    fitted = rows.map { row in zip(row, solved.solution).reduce(0) { $0 + $1.0 * $1.1 } }
    residualSum = zip(weights, zip(values, fitted)).reduce(0) { $0 + $1.0 * ($1.1.0 - $1.1.1) * ($1.1.0 - $1.1.1) }
    degreesOfFreedom = free
    let variance = residualSum / Double(free)
    coefficients = solved.solution.indices.map {
      Coefficient(value: solved.solution[$0], standardError: (variance * solved.inverse[$0][$0]).squareRoot())
    }
  }
}
