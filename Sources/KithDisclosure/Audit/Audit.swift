extension Publication {
  /// Attacks what a pattern leaves on show, and gives the range to which each withheld count can be narrowed.
  ///
  /// The attacker holds every shown count (rounded, where it is), percentage and rate, the relations, earlier releases, and the policy. A
  /// count that the policy withholds and the pattern does not is found narrowed to itself.
  public func audit(_ pattern: SuppressionPattern, under policy: DisclosurePolicy) throws(DisclosureError)
    -> AuditReport
  {
    var withheld = cells.map { _ in false }
    for name in pattern.withheld.sorted() {
      guard let position = positions[name] else { throw .unknownName(name) }
      withheld[position] = true
    }
    return audit(withheld: withheld, without: try positions(ofFigures: pattern), policy: policy)
  }

  /// The figures that a pattern withholds for themselves.
  func positions(ofFigures pattern: SuppressionPattern) throws(DisclosureError) -> Set<Int> {
    let names = Dictionary(figures.enumerated().map { ($1.name, $0) }, uniquingKeysWith: { first, _ in first })
    var found: Set<Int> = []
    for name in pattern.figures {
      guard let position = names[name] else { throw .unknownName(name) }
      found.insert(position)
    }
    return found
  }

  func audit(withheld: [Bool], without leftOut: Set<Int>, policy: DisclosurePolicy) -> AuditReport {
    let knowledge = Knowledge(
      self, policy: policy, figures: shownFigures(withheld: withheld, without: leftOut))
    let audited = cells.indices.map { withheld[$0] || policy.promise(cells[$0]) != nil }
    func role(_ cell: Int) -> AuditFinding.Role { policy.withholds(cells[cell]) ? .ownSake : .toProtect }
    var findings: [Int: AuditFinding] = [:]
    for component in Component.all(of: knowledge, isHideable: { withheld[$0] }) {
      var audit = ComponentAudit(component: component, withheld: withheld)
      for (position, cell) in component.cells.enumerated() where audited[cell] {
        findings[cell] = audit.finding(
          on: position, named: cells[cell].name, role: role(cell), truth: cells[cell].count,
          promise: policy.promise(cells[cell]))
      }
    }
    for cell in cells.indices where audited[cell] && findings[cell] == nil {
      findings[cell] = AuditFinding(
        name: cells[cell].name, role: role(cell), range: .exactly(cells[cell].count), method: .direct,
        verdict: .narrowed)
    }
    return AuditReport(
      title: title, policy: policy.name, findings: findings.sorted { $0.key < $1.key }.map(\.value),
      countsAudited: cells.count)
  }

  /// What all that is shown says of a count, withheld or not: the range to which an attacker can narrow it.
  public func knownRange(
    of name: String, withheld pattern: SuppressionPattern, under policy: DisclosurePolicy
  ) throws(DisclosureError) -> KnownRange {
    guard let target = positions[name] else { throw .unknownName(name) }
    let withheld = cells.map { pattern.withheld.contains($0.name) }
    let shown = shownFigures(withheld: withheld, without: try positions(ofFigures: pattern))
    let knowledge = Knowledge(self, policy: policy, figures: shown)
    for component in Component.all(of: knowledge, isHideable: { withheld[$0] }) {
      guard let position = component.cells.firstIndex(of: target) else { continue }
      return ComponentAudit(component: component, withheld: withheld).range(of: position, truth: cells[target].count)
    }
    return .exactly(cells[target].count)
  }
}

/// The attack on one component of what is unknown.
struct ComponentAudit {
  let component: Component
  let attack: any Attack
  let freedoms: [Freedom]
  /// The movements of each count in the whole tables found so far: each table proves a value of every count at once.
  private var seen: [Set<Int>]
  private let walk: WholeWalk?

  init(component: Component, withheld: [Bool]) {
    self.component = component
    attack = component.attack()
    seen = component.cells.map { _ in [0] }
    freedoms = component.cells.enumerated().map { position, cell in
      withheld[cell] ? component.hidden[position] : component.shown[position]
    }
    walk = attack.isWhole ? nil : WholeWalk(component: component, freedoms: freedoms)
  }

  private var method: AuditFinding.Method {
    component.cells.count == 1 ? .direct : attack.isWhole ? .network : .linearProgramme
  }

  func range(of cell: Int, truth: Int) -> KnownRange {
    let up = attack.reach(of: cell, isUp: true, freedoms: freedoms, enough: Freedom.unlimited).movement
    let down = attack.reach(of: cell, isUp: false, freedoms: freedoms, enough: Freedom.unlimited).movement
    let isLimited = up < Freedom.unlimited / 10
    return KnownRange(
      truth - Int((down + 1e-6).rounded(.down)), isLimited ? truth + Int((up + 1e-6).rounded(.down)) : nil)
  }

  mutating func finding(
    on cell: Int, named name: String, role: AuditFinding.Role, truth: Int, promise: ClosedRange<Int>?
  ) -> AuditFinding {
    let range = range(of: cell, truth: truth)
    return AuditFinding(
      name: name, role: role, range: range, method: method,
      verdict: verdict(on: cell, range: range, truth: truth, promise: promise))
  }

  private mutating func verdict(
    on cell: Int, range: KnownRange, truth: Int, promise: ClosedRange<Int>?
  ) -> AuditFinding.Verdict {
    guard promise.map(range.covers) ?? true, !range.isPoint else { return .narrowed }
    if attack.isWhole { return .safe }
    if let promise {
      for value in promise where !isPossible(value - truth, of: cell) { return .notProved }
      return .safe
    }
    let others = [range.lower, truth - 1, truth + 1, range.upper ?? truth + 1]
    for value in others where value != truth && range.contains(value) && isPossible(value - truth, of: cell) {
      return .safe
    }
    return .notProved
  }

  /// Whether some whole table that agrees with all that is shown has this movement of the count: so an attacker cannot rule it out.
  private mutating func isPossible(_ movement: Int, of cell: Int) -> Bool {
    guard !seen[cell].contains(movement) else { return true }
    for table in walk?.tables(moving: cell, to: movement) ?? [] { note(table) }
    guard !seen[cell].contains(movement) else { return true }
    var lower = freedoms.map { -$0.down }
    var upper = freedoms.map(\.up)
    (lower[cell], upper[cell]) = (Double(movement), Double(movement))
    let programme = WholeProgramme(
      costs: freedoms.map { _ in 0 }, lower: lower, upper: upper, rows: component.rows.map(ProgrammeRow.init),
      nodeLimit: 500)
    guard let table = programme.minimum().columns else { return false }
    note(table.map { Int($0) })
    return true
  }

  private mutating func note(_ table: [Int]) {
    for (cell, value) in table.enumerated() { seen[cell].insert(value) }
  }
}
