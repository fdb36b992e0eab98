extension Publication {
  /// The figures that are shown when these counts are withheld, by position.
  func shownFigures(withheld: [Bool]) -> [Int] {
    figures.indices.filter { position in
      guard let numerator = positions[figures[position].numerator], !withheld[numerator] else { return false }
      guard case .count(let name) = figures[position].denominator else { return true }
      return positions[name].map { !withheld[$0] } ?? false
    }
  }

  /// Chooses what to withhold under a policy.
  ///
  /// A figure whose denominator is itself rounded bounds two counts, and only where it is shown, which the pattern decides. So the pattern
  /// is found without those figures, and again with those that it leaves on show, until what it withholds is safe with all that it shows.
  public func suppressed(
    under policy: DisclosurePolicy, effort: SuppressionEffort = .thorough
  ) throws(DisclosureError) -> SuppressionPattern {
    let primary = cells.map(policy.withholds)
    let bare = cells.indices.filter { primary[$0] && cells[$0].handling == .mustShow }
    guard bare.isEmpty else { throw .cannotProtect(bare.map { cells[$0].name }) }
    let simple = figures.indices.filter { knownDenominator(figures[$0], policy) != nil }
    var choice = try chosen(policy, primary: primary, from: primary, figures: simple, effort)
    let leastCost = choice.leastCost
    while simple.count < figures.count,
      !audit(withheld: choice.isHidden, primary: primary, policy: policy).isSafe
    {
      let known = Set(simple).union(shownFigures(withheld: choice.isHidden)).sorted()
      let next = try chosen(policy, primary: primary, from: choice.isHidden, figures: known, effort)
      guard next.isHidden != choice.isHidden else { break }
      choice = next
    }
    return pattern((choice.isHidden, leastCost), primary)
  }

  private typealias Choice = (isHidden: [Bool], leastCost: Double)

  private func pattern(_ choice: Choice, _ primary: [Bool]) -> SuppressionPattern {
    let secondary = cells.indices.filter { choice.isHidden[$0] && !primary[$0] }
    let cost = secondary.reduce(0) { $0 + 1_000 + cells[$1].count }
    return SuppressionPattern(
      primary: cells.indices.filter { primary[$0] }.map { cells[$0].name }, secondary: secondary.map { cells[$0].name },
      cost: cost, leastCost: min(cost, Int(choice.leastCost)))
  }

  private func chosen(
    _ policy: DisclosurePolicy, primary: [Bool], from forced: [Bool], figures: [Int], _ effort: SuppressionEffort
  ) throws(DisclosureError) -> Choice {
    let knowledge = Knowledge(self, policy: policy, figures: figures)
    var choice: Choice = (forced, 0)
    var known = Set(cells.indices.filter { primary[$0] })
    for component in Component.all(of: knowledge, isHideable: { cells[$0].handling != .mustShow }) {
      let problem = ProtectionProblem(component: component, truth: knowledge.truth, isForced: forced) { cell in
        primary[cell] ? policy.promise : nil
      }
      known.subtract(component.cells)
      guard !problem.needs.isEmpty else { continue }
      let outcome = try solved(problem, effort)
      choice.leastCost += outcome.bound
      for (position, cell) in component.cells.enumerated() where outcome.pattern[position] {
        choice.isHidden[cell] = true
      }
    }
    guard known.isEmpty else { throw .cannotProtect(known.sorted().map { cells[$0].name }) }
    return choice
  }

  private func solved(
    _ problem: ProtectionProblem, _ effort: SuppressionEffort
  ) throws(DisclosureError) -> ExactSuppression.Outcome {
    let greedy = GreedySuppression(problem: problem)
    guard let start = greedy.pattern() else {
      throw .cannotProtect(Set(problem.needs.map { cells[problem.component.cells[$0.cell]].name }).sorted())
    }
    guard case .exact(let candidates, let nodes) = effort,
      problem.candidates.count <= (problem.attack.isWhole ? candidates : candidates / 10)
    else {
      return ExactSuppression.Outcome(pattern: start, cost: problem.cost(start), bound: 0)
    }
    return ExactSuppression(problem: problem).pattern(from: start, nodeLimit: nodes)
  }
}
