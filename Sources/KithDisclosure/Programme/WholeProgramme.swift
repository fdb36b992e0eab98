/// A linear programme whose columns must be whole numbers, solved by branch and cut: depth first, nearest bound first.
///
/// Costs are whole, so a node whose bound rounds up to the incumbent's cost holds nothing better.
struct WholeProgramme {
  let costs: [Double]
  let lower: [Double]
  let upper: [Double]
  let rows: [ProgrammeRow]
  /// How many nodes may be looked at.
  var nodeLimit = 2_000
  /// How often one node may be cut before it is branched.
  var cutLimit = 60

  /// What the search ended with.
  struct Outcome {
    /// The best columns found.
    let columns: [Double]?
    /// The cost of ``columns``, or of the solution that the search began with.
    let cost: Double
    /// No solution costs less than this.
    let bound: Double
    /// Whether the search ended of itself: ``columns`` (or, where nil, the first solution) are then the best there are.
    let isProved: Bool
  }

  private static let tolerance = 1e-6

  private struct Node {
    var lower: [Double]
    var upper: [Double]
    var bound: Double
  }

  /// Searches, with rows that `cuts` finds a solution to break; a whole solution that breaks none is feasible.
  func minimum(
    below cost: Double = .infinity, cuts: (_ columns: [Double], _ isWhole: Bool) -> [ProgrammeRow] = { _, _ in [] }
  ) -> Outcome {
    let programme = LinearProgramme(costs: costs, lower: lower, upper: upper, rows: rows)
    var best: (columns: [Double]?, cost: Double) = (nil, cost)
    var open = [Node(lower: lower, upper: upper, bound: -.infinity)]
    var visited = 0
    while visited < nodeLimit, var node = open.popLast() {
      guard node.bound < best.cost - 1 + Self.tolerance else { continue }
      visited += 1
      guard let columns = relaxed(&node, in: programme, below: best.cost, cuts: cuts) else { continue }
      if let branch = branching(columns) {
        open += children(of: node, on: branch, at: columns[branch])
      } else {
        best = (columns.map { $0.rounded() }, node.bound.rounded())
      }
    }
    let bound = open.map(\.bound).reduce(best.cost) { min($0, $1) }
    return Outcome(
      columns: best.columns, cost: best.cost, bound: bound, isProved: bound >= best.cost - 1 + Self.tolerance)
  }

  /// The node's relaxed solution that no cut found breaks; nil when it holds nothing better than the best.
  private func relaxed(
    _ node: inout Node, in programme: LinearProgramme, below cost: Double,
    cuts: (_ columns: [Double], _ isWhole: Bool) -> [ProgrammeRow]
  ) -> [Double]? {
    programme.bound(lower: node.lower, upper: node.upper)
    var rounds = 0
    while true {
      guard let optimum = programme.minimum(changed: .bounds) else { return nil }
      node.bound = optimum.cost
      guard optimum.cost < cost - 1 + Self.tolerance else { return nil }
      let isWhole = branching(optimum.columns) == nil
      if !isWhole && rounds >= cutLimit { return optimum.columns }
      let found = cuts(isWhole ? optimum.columns.map { $0.rounded() } : optimum.columns, isWhole)
      guard !found.isEmpty else { return optimum.columns }
      programme.add(found)
      rounds += 1
    }
  }

  /// The column that is furthest from a whole number.
  private func branching(_ columns: [Double]) -> Int? {
    let distances = columns.map { abs($0 - $0.rounded()) }
    guard let furthest = distances.indices.max(by: { distances[$0] < distances[$1] }),
      distances[furthest] > Self.tolerance
    else { return nil }
    return furthest
  }

  private func children(of node: Node, on column: Int, at value: Double) -> [Node] {
    var low = node
    var high = node
    low.upper[column] = value.rounded(.down)
    high.lower[column] = value.rounded(.up)
    return value - value.rounded(.down) > 0.5 ? [low, high] : [high, low]
  }
}
