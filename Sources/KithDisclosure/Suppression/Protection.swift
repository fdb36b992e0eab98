/// Counts that are withheld, and for each need the counts whose moving meets it.
///
/// Showing a count again can only break the needs that move it: the others keep their proof, so they are not attacked anew.
struct Protection {
  private(set) var isHidden: [Bool]
  /// For each need, the counts that move; nil where the need is not met.
  private var proofs: [[Int]?]

  /// Nothing is withheld but what must be.
  init(_ problem: ProtectionProblem) {
    isHidden = problem.costs.map { _ in false }
    proofs = problem.needs.map { _ in nil }
    for need in problem.needs.indices { prove(need, problem) }
  }

  /// Needs that are not met, by position.
  var unmet: [Int] { proofs.indices.filter { proofs[$0] == nil } }

  func isMet(_ need: Int) -> Bool { proofs[need] != nil }

  /// Withholds counts.
  mutating func hide(_ cells: [Int]) { for cell in cells { isHidden[cell] = true } }

  /// Shows a count again, and looks anew at the needs that it met.
  mutating func show(_ cell: Int, _ problem: ProtectionProblem) {
    isHidden[cell] = false
    for need in proofs.indices where proofs[need]?.contains(cell) ?? false { prove(need, problem) }
  }

  /// Attacks for a need; gives whether it is met.
  @discardableResult
  mutating func prove(_ position: Int, _ problem: ProtectionProblem) -> Bool {
    let need = problem.needs[position]
    let hidden = isHidden
    let reach = problem.attack.reach(
      of: need.cell, isUp: need.isUp, freedoms: problem.freedoms { hidden[$0] ? 1 : 0 }, enough: need.distance)
    proofs[position] = reach.movement >= need.distance - 1e-6 ? reach.moved : nil
    return proofs[position] != nil
  }
}
