/// How far an attacker can believe one count to be from the truth, and what holds it there.
struct Reach {
  /// What limits the movement: for any freedoms, movement ≤ Σ weight × freedom + ``constant``.
  struct Limit {
    let cell: Int
    let isUp: Bool
    let weight: Double
  }

  let movement: Double
  let limits: [Limit]
  let constant: Double
  /// The counts that move with it: a proof that it can be moved so far.
  let moved: [Int]
}

/// A way to find how far a count of a component can be moved, when each count has some freedom of its own.
protocol Attack {
  /// The furthest that a count can be moved one way, and the limits that prove it.
  ///
  /// - Parameter enough: a movement past which the answer does not matter.
  func reach(of cell: Int, isUp: Bool, freedoms: [Freedom], enough: Double) -> Reach

  /// The counts to move with a count, to move it so far at the least cost; nil when it cannot be done.
  func cheapestMove(of cell: Int, isUp: Bool, by distance: Double, freedoms: [Freedom], costs: [Double]) -> [Int]?

  /// Whether every whole movement within the reach leaves some whole table: so it is where rows form a network.
  var isWhole: Bool { get }
}

extension Component {
  /// The attack for the component: by flows where its rows form a network, else by linear programmes.
  func attack() -> any Attack {
    FlowNetwork(component: self) ?? LinearAttack(component: self)
  }
}
