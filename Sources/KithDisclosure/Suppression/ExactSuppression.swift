/// The least costly choice of counts to withhold, by cut generation.
///
/// Fischetti and Salazar-González, *Solving the cell suppression problem on tabular data with linear constraints*, Management Science 47
/// (2001): a master programme chooses what is withheld; an attack on its choice gives a cut that the choice breaks (Benders
/// 1962); when no attack succeeds, the choice is the best there is.
struct ExactSuppression {
  let problem: ProtectionProblem

  /// A pattern, and what no pattern costs less than.
  struct Outcome {
    let pattern: [Bool]
    let cost: Double
    let bound: Double
  }

  /// Improves a safe pattern until it is proved the least costly, or the limit of nodes is reached.
  func pattern(from start: [Bool], nodeLimit: Int) -> Outcome {
    let candidates = problem.candidates
    let columns = Dictionary(uniqueKeysWithValues: candidates.enumerated().map { ($0.element, $0.offset) })
    let zeros = candidates.map { _ in 0.0 }
    let programme = WholeProgramme(
      costs: candidates.map { problem.costs[$0] }, lower: zeros, upper: candidates.map { _ in 1.0 },
      rows: [], nodeLimit: nodeLimit)
    let outcome = programme.minimum(below: problem.cost(start)) { degrees, _ in
      let freedoms = problem.freedoms { cell in columns[cell].map { degrees[$0] } ?? 0 }
      return problem.needs.compactMap { need in
        problem.cut(for: need, freedoms: freedoms, columns: columns, at: degrees)
      }
    }
    let pattern = outcome.columns.map { chosen in
      start.indices.map { cell in columns[cell].map { chosen[$0] > 0.5 } ?? false }
    }
    return Outcome(
      pattern: pattern ?? start, cost: outcome.cost,
      bound: outcome.isProved ? outcome.cost : max(0, outcome.bound.rounded(.up)))
  }
}
