/// A fast, safe choice of counts to withhold: each need in turn by the cheapest move, then whatever is not needed is shown again.
///
/// The idea of shortest paths is Kelly, Golden and Assad's (1992); every pattern is checked need by need before it is given.
struct GreedySuppression {
  let problem: ProtectionProblem

  /// The best of several orders; nil when some need cannot be met.
  func pattern() -> [Bool]? {
    let needs = problem.needs
    let urgent = needs.indices.sorted { (-needs[$0].distance, $0) < (-needs[$1].distance, $1) }.map { needs[$0] }
    var best: [Bool]?
    for order in [urgent, needs, Array(needs.reversed())] {
      guard let pattern = pattern(order: order, costs: problem.costs) else { return nil }
      if best.map({ problem.cost(pattern) < problem.cost($0) }) ?? true { best = pattern }
    }
    return best.map(improved)
  }

  /// Meets needs in order; nil when one cannot be met.
  func pattern(
    order: [ProtectionProblem.Need], costs: [Double], from start: [Bool]? = nil, without forbidden: Int? = nil
  ) -> [Bool]? {
    var isHidden = start ?? Array(repeating: false, count: costs.count)
    let isCandidate = Set(problem.candidates)
    let everything = problem.freedoms { isCandidate.contains($0) && $0 != forbidden ? 1 : 0 }
    for need in order where !problem.isMet(need, problem.freedoms { isHidden[$0] ? 1 : 0 }) {
      let priced = costs.indices.map { isHidden[$0] || !isCandidate.contains($0) ? 0 : costs[$0] }
      guard
        let moved = problem.attack.cheapestMove(
          of: need.cell, isUp: need.isUp, by: need.distance, freedoms: everything, costs: priced)
      else { return nil }
      for cell in moved where isCandidate.contains(cell) { isHidden[cell] = true }
    }
    return problem.isProtected(isHidden) ? tidied(isHidden) : nil
  }

  /// Shows again what protects nothing, dearest first.
  func tidied(_ pattern: [Bool]) -> [Bool] {
    var isHidden = pattern
    let chosen = problem.candidates.filter { isHidden[$0] }
      .sorted { (-problem.costs[$0], $0) < (-problem.costs[$1], $1) }
    for cell in chosen {
      isHidden[cell] = false
      if !problem.isProtected(isHidden) { isHidden[cell] = true }
    }
    return isHidden
  }

  /// Does without each withheld count in turn, where mending the pattern some other way is cheaper.
  private func improved(_ pattern: [Bool]) -> [Bool] {
    var best = pattern
    for cell in problem.candidates where best[cell] {
      var start = best
      start[cell] = false
      guard let other = self.pattern(order: problem.needs, costs: problem.costs, from: start, without: cell),
        problem.cost(other) < problem.cost(best)
      else { continue }
      best = other
    }
    return best
  }
}
