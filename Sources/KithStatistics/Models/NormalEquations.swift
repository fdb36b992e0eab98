/// The equations whose solution is a weighted least-squares fit, X'WX b = X'Wy, by Cholesky's square root.
///
/// G. H. Golub and C. F. Van Loan, "Matrix Computations" (2013), algorithm 4.2.1. Columns are scaled to a diagonal of 1 first, so that
/// a pivot under 10⁻¹⁰ means that a column is a sum of those before it, whatever the units.
package struct NormalEquations: Sendable {
  /// The inverse of X'WX.
  package let inverse: [[Double]]
  /// The solution.
  package let solution: [Double]

  /// Solves for rows of X, a weight and a value for each.
  package init(rows: [[Double]], weights: [Double], values: [Double]) throws(FitFailure) {
    let count = rows.first?.count ?? 0
    var square = [[Double]](repeating: Array(repeating: 0, count: count), count: count)
    var side = [Double](repeating: 0, count: count)
    for (row, (weight, value)) in zip(rows, zip(weights, values)) {
      // Most of a row is nought where areas have columns of their own.
      let used = row.indices.filter { row[$0] != 0 }
      for i in used {
        side[i] += weight * row[i] * value
        for j in used where j <= i { square[i][j] += weight * row[i] * row[j] }
      }
    }
    for i in 0..<count { for j in 0..<i { square[j][i] = square[i][j] } }
    let inverse = try Self.inverse(of: square)
    self.inverse = inverse
    solution = inverse.map { row in zip(row, side).reduce(0) { $0 + $1.0 * $1.1 } }
  }

  /// The inverse of a symmetric matrix whose quadratic form is positive.
  package static func inverse(of square: [[Double]]) throws(FitFailure) -> [[Double]] {
    let scale = square.indices.map { square[$0][$0].squareRoot() }
    guard scale.allSatisfy({ $0 > 0 && $0.isFinite }) else { throw .collinear }
    let root = try squareRoot(of: square, scale)
    let count = square.count
    var inverse = square
    for column in 0..<count {
      var x = [Double](repeating: 0, count: count)
      for i in 0..<count {
        let done = (0..<i).reduce(0) { $0 + root[i][$1] * x[$1] }
        x[i] = ((i == column ? 1 : 0) - done) / root[i][i]
      }
      for i in (0..<count).reversed() {
        let done = ((i + 1)..<count).reduce(0) { $0 + root[$1][i] * x[$1] }
        x[i] = (x[i] - done) / root[i][i]
      }
      for i in 0..<count { inverse[i][column] = x[i] / (scale[i] * scale[column]) }
    }
    return inverse
  }

  private static func squareRoot(of square: [[Double]], _ scale: [Double]) throws(FitFailure) -> [[Double]] {
    let count = square.count
    var root = [[Double]](repeating: Array(repeating: 0, count: count), count: count)
    for i in 0..<count {
      for j in 0...i {
        let done = (0..<j).reduce(0) { $0 + root[i][$1] * root[j][$1] }
        let left = square[i][j] / (scale[i] * scale[j]) - done
        if i == j {
          guard left > 1e-10 else { throw .collinear }
          root[i][i] = left.squareRoot()
        } else {
          root[i][j] = left / root[j][j]
        }
      }
    }
    return root
  }
}
