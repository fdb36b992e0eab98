extension Publication {
  /// The figures that are shown when these counts are withheld, by position; those left out are withheld for themselves.
  func shownFigures(withheld: [Bool], without leftOut: Set<Int> = []) -> [Int] {
    figures.indices.filter { position in
      guard !leftOut.contains(position), let numerator = positions[figures[position].numerator], !withheld[numerator]
      else { return false }
      guard case .count(let name) = figures[position].denominator else { return true }
      return positions[name].map { !withheld[$0] } ?? false
    }
  }

  /// Chooses what to withhold under a policy.
  ///
  /// A figure whose denominator is itself rounded bounds two counts, and only where it is shown, which the pattern decides. So the pattern
  /// is found without those figures, and again with those that it leaves on show, until what it withholds is safe with all that it shows.
  /// Where withholding more counts does not help, figures that say too much are withheld themselves, those of small denominators first.
  public func suppressed(
    under policy: DisclosurePolicy, effort: SuppressionEffort = .thorough
  ) throws(DisclosureError) -> SuppressionPattern {
    let primary = cells.map(policy.withholds)
    let forced = cells.map { policy.promise($0) != nil }
    let bare = cells.indices.filter { primary[$0] && cells[$0].handling == .mustShow }
    guard bare.isEmpty else { throw .cannotProtect(bare.map { cells[$0].name }) }
    let simple = figures.indices.filter { knownDenominator(figures[$0], policy) != nil }
    var choice = try chosen(policy, from: forced, figures: simple, effort)
    let leastCost = choice.leastCost
    var leftOut: Set<Int> = []
    var opened: Set<Int> = []
    while simple.count < figures.count {
      let report = audit(withheld: choice.isHidden, without: leftOut, policy: policy)
      if report.isSafe { break }
      let known = Set(simple).union(shownFigures(withheld: choice.isHidden, without: leftOut)).sorted()
      let vain = withheldInVain(report, policy).subtracting(opened)
      if !vain.isEmpty {
        for cell in vain { choice.isHidden[cell] = false }
        opened.formUnion(vain)
      } else if let next = try? chosen(policy, from: choice.isHidden, figures: known, effort),
        next.isHidden != choice.isHidden
      {
        choice = next
      } else {
        let telling = tellingFigures(report, withheld: choice.isHidden, known: known, policy)
        if telling.isEmpty { break }
        leftOut.formUnion(telling)
      }
    }
    return pattern((choice.isHidden, leastCost), primary, leftOut: leftOut)
  }

  /// Counts that were to protect others and are known all the same: showing them tells nothing.
  private func withheldInVain(_ report: AuditReport, _ policy: DisclosurePolicy) -> Set<Int> {
    Set(
      report.failures.filter { $0.range.isPoint }.compactMap { positions[$0.name] }
        .filter { policy.promise(cells[$0]) == nil })
  }

  /// A quarter of the figures that bear on what is not safe, by the size of what they are divided by.
  private func tellingFigures(
    _ report: AuditReport, withheld: [Bool], known: [Int], _ policy: DisclosurePolicy
  ) -> ArraySlice<Int> {
    let unsafe = Set(report.failures.compactMap { positions[$0.name] })
    let knowledge = Knowledge(self, policy: policy, figures: known)
    let near = Component.all(of: knowledge, isHideable: { withheld[$0] }).map { Set($0.cells) }
      .filter { !$0.isDisjoint(with: unsafe) }.reduce(unsafe) { $0.union($1) }
    let complex = known.filter { knownDenominator(figures[$0], policy) == nil }
    let nearby = complex.filter { position in
      guard case .count(let name) = figures[position].denominator else { return false }
      return [positions[figures[position].numerator], positions[name]].contains { $0.map(near.contains) ?? false }
    }
    // What is known outright is in no component, so the figures that gave it away may be in none that is not safe.
    let telling = nearby.isEmpty ? complex : nearby
    func size(_ position: Int) -> Int {
      guard case .count(let name) = figures[position].denominator else { return 0 }
      return self[name]?.count ?? 0
    }
    return telling.sorted { (size($0), $0) < (size($1), $1) }.prefix(max(1, telling.count / 4))
  }

  private typealias Choice = (isHidden: [Bool], leastCost: Double)

  private func pattern(_ choice: Choice, _ primary: [Bool], leftOut: Set<Int>) -> SuppressionPattern {
    let secondary = cells.indices.filter { choice.isHidden[$0] && !primary[$0] }
    let cost = secondary.reduce(0) { $0 + 1_000 + cells[$1].count }
    return SuppressionPattern(
      primary: cells.indices.filter { primary[$0] }.map { cells[$0].name }, secondary: secondary.map { cells[$0].name },
      figures: leftOut.sorted().map { figures[$0].name }, cost: cost, leastCost: min(cost, Int(choice.leastCost)))
  }

  private func chosen(
    _ policy: DisclosurePolicy, from forced: [Bool], figures: [Int], _ effort: SuppressionEffort
  ) throws(DisclosureError) -> Choice {
    let knowledge = Knowledge(self, policy: policy, figures: figures)
    var choice: Choice = (forced, 0)
    var known = Set(cells.indices.filter { policy.promise(cells[$0]) != nil })
    for component in Component.all(of: knowledge, isHideable: { cells[$0].handling != .mustShow }) {
      let problem = ProtectionProblem(component: component, truth: knowledge.truth, isForced: forced) { cell in
        policy.promise(cells[cell])
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
