/// A search for whole tables in steps of one: from the truth, a count is moved by one at a time, each time by moving as few others as may be.
///
/// The least movement is mostly whole, so a step costs one linear programme where a search of branches may cost hundreds. What is found is
/// checked in whole numbers; where a step is not whole the walk ends, and proves nothing.
struct WholeWalk {
  private let component: Component
  private let freedoms: [Freedom]
  /// A column for each count's way up and one for its way down, then one for each row that is not exact.
  private let programme: LinearProgramme
  private let inexact: [Int]

  init(component: Component, freedoms: [Freedom]) {
    self.component = component
    self.freedoms = freedoms
    let count = component.cells.count
    inexact = component.rows.indices.filter { !component.rows[$0].isExact }
    let slacks = Dictionary(uniqueKeysWithValues: inexact.enumerated().map { ($1, 2 * count + $0) })
    let rows = component.rows.enumerated().map { position, row in
      let terms = row.terms.flatMap { [($0.cell, Double($0.weight)), ($0.cell + count, -Double($0.weight))] }
      return ProgrammeRow(terms: terms + (slacks[position].map { [($0, -1.0)] } ?? []), lower: 0, upper: 0)
    }
    let zeros = Array(repeating: 0.0, count: 2 * count + inexact.count)
    let costs = Array(repeating: 1.0, count: 2 * count) + inexact.map { _ in 0.0 }
    programme = LinearProgramme(costs: costs, lower: zeros, upper: zeros, rows: rows)
  }

  /// The movements of all counts in the whole tables on the way from the truth to a movement of one count.
  func tables(moving cell: Int, to movement: Int) -> [[Int]] {
    var tables: [[Int]] = []
    var table = freedoms.map { _ in 0 }
    while table[cell] != movement {
      guard let step = step(from: table, moving: cell, isUp: movement > table[cell]) else { return tables }
      table = zip(table, step).map { $0 + $1 }
      guard isWithin(table) else { return tables }
      tables.append(table)
    }
    return tables
  }

  /// The least movement that moves a count by one; nil where there is none, or it is not whole.
  private func step(from table: [Int], moving cell: Int, isUp: Bool) -> [Int]? {
    let count = table.count
    var lower = Array(repeating: 0.0, count: 2 * count)
    var upper =
      table.indices.map { max(0, freedoms[$0].up - Double(table[$0])) }
      + table.indices.map { max(0, freedoms[$0].down + Double(table[$0])) }
    let (moving, other) = isUp ? (cell, cell + count) : (cell + count, cell)
    guard upper[moving] >= 1 else { return nil }
    (lower[moving], upper[moving], upper[other]) = (1, 1, 0)
    for position in inexact {
      let row = component.rows[position]
      let sum = Double(row.terms.reduce(0) { $0 + $1.weight * table[$1.cell] })
      lower.append(max(row.lower - sum, -1e30))
      upper.append(min(row.upper - sum, 1e30))
    }
    programme.bound(lower: lower, upper: upper)
    guard let columns = programme.minimum(changed: .bounds)?.columns else { return nil }
    let moves = (0..<count).map { columns[$0] - columns[$0 + count] }
    guard moves.allSatisfy({ abs($0 - $0.rounded()) < 1e-6 }) else { return nil }
    return moves.map { Int($0.rounded()) }
  }

  /// Whether a table, in whole numbers, agrees with all that is known.
  private func isWithin(_ table: [Int]) -> Bool {
    let areFree = zip(table, freedoms).allSatisfy { Double($0) <= $1.up + 1e-6 && Double(-$0) <= $1.down + 1e-6 }
    return areFree
      && component.rows.allSatisfy { row in
        let sum = Double(row.terms.reduce(0) { $0 + $1.weight * table[$1.cell] })
        return sum >= row.lower - 1e-6 && sum <= row.upper + 1e-6
      }
  }
}
