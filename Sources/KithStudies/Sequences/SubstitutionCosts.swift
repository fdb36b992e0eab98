/// What it costs to put one state in another's place, and to put a state in or leave it out.
public struct SubstitutionCosts: Hashable, Sendable {
  /// The cost of putting each state (row) in the place of each (column).
  public let matrix: [[Double]]
  /// The cost of putting a state in, or leaving it out.
  public let indel: Double

  /// Costs as given; they have to be symmetric, without cost for a state in its own place.
  public init(_ matrix: [[Double]], indel: Double = 1) throws(StudyError) {
    let isSquare = matrix.allSatisfy { $0.count == matrix.count }
    guard isSquare, indel > 0, indel.isFinite,
      matrix.indices.allSatisfy({ i in
        matrix[i][i] == 0 && matrix.indices.allSatisfy { matrix[i][$0] >= 0 && matrix[i][$0] == matrix[$0][i] }
      })
    else { throw StudyError(.column, "Costs are 0 for a state in its own place, the same both ways, and not below 0.") }
    self.matrix = matrix
    self.indel = indel
  }

  init(unchecked matrix: [[Double]], indel: Double) {
    self.matrix = matrix
    self.indel = indel
  }

  /// The same cost for any two states.
  public static func constant(_ cost: Double = 2, states: Int, indel: Double = 1) -> SubstitutionCosts {
    SubstitutionCosts(
      unchecked: (0..<states).map { row in (0..<states).map { row == $0 ? 0 : cost } }, indel: indel)
  }

  /// Costs that fall as states follow each other more often: 2 − p(a→b) − p(b→a); without an indel cost, half the highest.
  ///
  /// G. Rohwer and U. Pötter, TDA user's manual (2002), section 6.7.5.1; TraMineR's TRATE.
  public static func transitionRates(of sequences: StateSequences, indel: Double? = nil) -> SubstitutionCosts {
    let rates = TransitionRates(sequences).rates
    let matrix = rates.indices.map { a in rates.indices.map { a == $0 ? 0 : 2 - rates[a][$0] - rates[$0][a] } }
    return SubstitutionCosts(unchecked: matrix, indel: indel ?? (matrix.flatMap { $0 }.max() ?? 2) / 2)
  }

  var highest: Double { matrix.flatMap { $0 }.max() ?? 0 }
}
