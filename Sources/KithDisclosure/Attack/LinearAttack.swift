/// A component of any shape, attacked by linear programmes over how far each count is from the truth.
struct LinearAttack: Attack {
  private let component: Component
  private let programme: LinearProgramme
  /// Over the same rows, with a column for each count's way up and one for its way down.
  private let mover: LinearProgramme

  var isWhole: Bool { false }

  init(component: Component) {
    self.component = component
    let count = component.cells.count
    programme = LinearProgramme(
      costs: Array(repeating: 0, count: count), lower: Array(repeating: 0, count: count),
      upper: Array(repeating: 0, count: count), rows: component.rows.map(ProgrammeRow.init))
    let zeros = Array(repeating: 0.0, count: 2 * count)
    let rows = component.rows.map { row in
      ProgrammeRow(
        terms: row.terms.flatMap { [($0.cell, Double($0.weight)), ($0.cell + count, -Double($0.weight))] },
        lower: max(row.lower, -1e30), upper: min(row.upper, 1e30))
    }
    mover = LinearProgramme(costs: zeros, lower: zeros, upper: zeros, rows: rows)
  }

  /// By linear programming duality: the prices of the optimum bound the movement under any freedoms.
  ///
  /// Where the solver finds no optimum, the count is taken not to move: the cell is then called unsafe.
  func reach(of cell: Int, isUp: Bool, freedoms: [Freedom], enough: Double) -> Reach {
    var costs = Array(repeating: 0.0, count: component.cells.count)
    costs[cell] = isUp ? -1 : 1
    programme.setCosts(costs)
    var (lower, upper) = (freedoms.map { -$0.down }, freedoms.map(\.up))
    if isUp { upper[cell] = min(upper[cell], enough) } else { lower[cell] = max(lower[cell], -enough) }
    programme.bound(lower: lower, upper: upper)
    guard let optimum = programme.minimum(changed: .costs) else {
      return Reach(movement: 0, limits: [], constant: 0, moved: [])
    }
    let limits = optimum.columnPrices.enumerated().filter { abs($0.element) > 1e-9 }
      .map { Reach.Limit(cell: $0.offset, isUp: $0.element < 0, weight: abs($0.element)) }
    let constant = zip(optimum.rowPrices, component.rows).reduce(0.0) { sum, pair in
      let (price, row) = pair
      guard abs(price) > 1e-9, !row.isExact else { return sum }
      return sum - price * (price > 0 ? row.lower : row.upper)
    }
    return Reach(
      movement: -optimum.cost, limits: limits, constant: constant,
      moved: optimum.columns.indices.filter { abs(optimum.columns[$0]) > 1e-6 })
  }

  func cheapestMove(of cell: Int, isUp: Bool, by distance: Double, freedoms: [Freedom], costs: [Double]) -> [Int]? {
    let count = component.cells.count
    var lower = Array(repeating: 0.0, count: 2 * count)
    var upper = freedoms.map(\.up) + freedoms.map(\.down)
    let (moving, other) = isUp ? (cell, cell + count) : (cell + count, cell)
    guard upper[moving] >= distance else { return nil }
    (lower[moving], upper[moving], upper[other]) = (distance, distance, 0)
    let priced = costs.map { $0 + 1e-3 }
    mover.setCosts(priced + priced)
    mover.bound(lower: lower, upper: upper)
    guard let moved = mover.minimum(changed: .costs)?.columns else { return nil }
    return (0..<count).filter { $0 != cell && moved[$0] + moved[$0 + count] > 1e-6 }
  }
}

extension ProgrammeRow {
  init(_ row: KnownRow) {
    self.init(
      terms: row.terms.map { ($0.cell, Double($0.weight)) }, lower: max(row.lower, -1e30), upper: min(row.upper, 1e30))
  }
}
