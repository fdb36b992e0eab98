/// Which counts of a component to withhold, so that those withheld for their own sake cannot be narrowed.
struct ProtectionProblem {
  /// One way in which a count must be able to move, and how far.
  struct Need: Equatable {
    let cell: Int
    let isUp: Bool
    let distance: Double
  }

  let component: Component
  let attack: any Attack
  /// Counts that are withheld whatever is chosen.
  let isForced: [Bool]
  let needs: [Need]
  /// Counts that may be withheld to protect others, in order.
  let candidates: [Int]
  /// What it costs to withhold each count: Fischetti and Salazar-González's weights, as 1,000 and the count.
  let costs: [Double]
  /// Room enough for any one need: the cuts are sharp when no count has more than can be used.
  private let hidden: [Freedom]

  init(component: Component, truth: [Int], isForced: [Bool], promise: (Int) -> ClosedRange<Int>?) {
    self.component = component
    attack = component.attack()
    self.isForced = component.cells.map { isForced[$0] }
    costs = component.cells.map { Double(1_000 + truth[$0]) }
    needs = component.cells.enumerated().flatMap { position, cell -> [Need] in
      guard let promise = promise(cell) else { return [] }
      let (down, up) = (truth[cell] - promise.lowerBound, promise.upperBound - truth[cell])
      return [(true, up), (false, down)].filter { $0.1 > 0 }
        .map { Need(cell: position, isUp: $0.0, distance: Double($0.1)) }
    }
    candidates = component.cells.indices.filter { position in
      !isForced[component.cells[position]] && component.hidden[position] != component.shown[position]
    }
    let furthest = needs.map(\.distance).max() ?? 0
    let enough = attack.isWhole ? furthest : furthest * 50
    hidden = zip(component.hidden, component.shown).map { hidden, shown in
      Freedom(down: min(hidden.down, shown.down + enough), up: min(hidden.up, shown.up + enough))
    }
  }

  /// The freedoms of the counts, where each candidate is withheld, shown, or between.
  func freedoms(_ degree: (Int) -> Double) -> [Freedom] {
    hidden.indices.map { cell in
      let degree = isForced[cell] ? 1 : degree(cell)
      let (shown, hidden) = (component.shown[cell], hidden[cell])
      return Freedom(
        down: shown.down + (hidden.down - shown.down) * degree, up: shown.up + (hidden.up - shown.up) * degree)
    }
  }

  /// What it costs to withhold these counts.
  func cost(_ isHidden: [Bool]) -> Double {
    candidates.reduce(0) { $0 + (isHidden[$1] ? costs[$1] : 0) }
  }

  /// A capacity cut (Fischetti and Salazar-González 2001, inequality 17) that the need puts to any pattern, where this one breaks it.
  func cut(for need: Need, freedoms: [Freedom], columns: [Int: Int], at degrees: [Double]) -> ProgrammeRow? {
    let reach = attack.reach(of: need.cell, isUp: need.isUp, freedoms: freedoms, enough: need.distance)
    guard reach.movement < need.distance - 1e-4 else { return nil }
    var missing = need.distance - reach.constant
    var terms: [(column: Int, weight: Double)] = []
    for limit in reach.limits {
      let (least, most) = (
        component.shown[limit.cell].towards(up: limit.isUp), hidden[limit.cell].towards(up: limit.isUp)
      )
      if let column = columns[limit.cell] {
        missing -= limit.weight * least
        terms.append((column, limit.weight * (most - least)))
      } else {
        missing -= limit.weight * (isForced[limit.cell] ? most : least)
      }
    }
    guard missing > 1e-6 else { return nil }
    let row = ProgrammeRow(
      terms: terms.filter { $0.weight > 0 }.map { ($0.column, min($0.weight, missing) / missing) }, lower: 1,
      upper: 1e30)
    return row.terms.reduce(0) { $0 + $1.weight * degrees[$1.column] } < 1 - 1e-6 ? row : nil
  }
}
