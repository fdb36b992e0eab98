/// A fast choice of counts to withhold: each need in turn by the cheapest move, then whatever is not needed is shown again.
///
/// The idea of shortest paths is Kelly, Golden and Assad's (1992). Every need of a pattern is proved before it is given.
struct GreedySuppression {
  let problem: ProtectionProblem
  private let isCandidate: [Bool]

  init(problem: ProtectionProblem) {
    self.problem = problem
    let candidates = Set(problem.candidates)
    isCandidate = problem.costs.indices.map(candidates.contains)
  }

  /// The best of several orders; nil when some need cannot be met.
  func pattern() -> [Bool]? {
    let needs = problem.needs
    let start = Protection(problem)
    // A linear programme costs a thousand times what a flow does: where many are needed, one order has to do.
    let isDear = !problem.attack.isWhole && problem.costs.count > 300
    let urgent = needs.indices.sorted { (-needs[$0].distance, $0) < (-needs[$1].distance, $1) }
    var best: Protection?
    for order in isDear ? [urgent] : [urgent, Array(needs.indices), needs.indices.reversed()] {
      guard let met = met(start, order: order) else { return nil }
      if best.map({ problem.cost(met.isHidden) < problem.cost($0.isHidden) }) ?? true { best = met }
    }
    return best.map { isDear ? $0.isHidden : improved($0).isHidden }
  }

  /// Meets needs in order; nil when one cannot be met.
  private func met(_ start: Protection, order: [Int], without forbidden: Int? = nil) -> Protection? {
    var protection = start
    let everything = problem.freedoms { isCandidate[$0] && $0 != forbidden ? 1 : 0 }
    for position in order where !protection.isMet(position) {
      if protection.prove(position, problem) { continue }
      let need = problem.needs[position]
      let priced = problem.costs.indices.map { isCandidate[$0] && !protection.isHidden[$0] ? problem.costs[$0] : 0 }
      guard
        let moved = problem.attack.cheapestMove(
          of: need.cell, isUp: need.isUp, by: need.distance, freedoms: everything, costs: priced)
      else { return nil }
      protection.hide(moved.filter { isCandidate[$0] && $0 != forbidden })
      guard protection.prove(position, problem) else { return nil }
    }
    return tidied(protection)
  }

  /// Shows again what protects nothing, dearest first.
  private func tidied(_ start: Protection) -> Protection {
    var protection = start
    let chosen = problem.candidates.filter { start.isHidden[$0] }
      .sorted { (-problem.costs[$0], $0) < (-problem.costs[$1], $1) }
    for cell in chosen {
      var without = protection
      without.show(cell, problem)
      if without.unmet.isEmpty { protection = without }
    }
    return protection
  }

  /// Does without each withheld count in turn, where mending the pattern some other way is cheaper.
  private func improved(_ start: Protection) -> Protection {
    var best = start
    for cell in problem.candidates where best.isHidden[cell] {
      var without = best
      without.show(cell, problem)
      guard let other = met(without, order: Array(problem.needs.indices), without: cell),
        problem.cost(other.isHidden) < problem.cost(best.isHidden)
      else { continue }
      best = other
    }
    return best
  }
}
