import CCLP

/// A row of a linear programme: a weighted sum of columns that must lie within bounds.
struct ProgrammeRow {
  var terms: [(column: Int, weight: Double)]
  var lower: Double
  var upper: Double
}

/// A linear programme that is made smaller by CLP, the simplex solver of the COIN-OR project.
///
/// It holds a solver's memory, so it is a class, is used by one task, and is not `Sendable`.
final class LinearProgramme {
  /// The least cost, where it is, and what proves it.
  struct Optimum {
    let cost: Double
    let columns: [Double]
    /// The price of each row, and of each column's bound: zero unless the bound holds the optimum back.
    let rowPrices: [Double]
    let columnPrices: [Double]
  }

  private let model: OpaquePointer
  private let columnCount: Int
  private var rowCount = 0

  init(costs: [Double], lower: [Double], upper: [Double], rows: [ProgrammeRow]) {
    model = OpaquePointer(Clp_newModel())
    columnCount = costs.count
    Clp_setLogLevel(handle, 0)
    // CLP perturbs costs by chance where it is slow; 102 forbids it, so that the same programme has the same optimum.
    Clp_setPerturbation(handle, 102)
    Clp_resize(handle, 0, Int32(columnCount))
    Clp_chgObjCoefficients(handle, costs)
    bound(lower: lower, upper: upper)
    add(rows)
  }

  deinit { Clp_deleteModel(handle) }

  private var handle: UnsafeMutableRawPointer { UnsafeMutableRawPointer(model) }

  /// Sets the bounds of every column.
  func bound(lower: [Double], upper: [Double]) {
    Clp_chgColumnLower(handle, lower)
    Clp_chgColumnUpper(handle, upper)
  }

  /// Sets the cost of every column.
  func setCosts(_ costs: [Double]) { Clp_chgObjCoefficients(handle, costs) }

  /// Adds rows, which the next solution keeps to.
  func add(_ rows: [ProgrammeRow]) {
    guard !rows.isEmpty else { return }
    var starts: [Int32] = [0]
    var columns: [Int32] = []
    var weights: [Double] = []
    for row in rows {
      columns += row.terms.map { Int32($0.column) }
      weights += row.terms.map(\.weight)
      starts.append(Int32(columns.count))
    }
    Clp_addRows(handle, Int32(rows.count), rows.map(\.lower), rows.map(\.upper), starts, columns, weights)
    rowCount += rows.count
  }

  /// Solves anew from the last solution's basis; nil when no columns keep to the rows.
  ///
  /// - Parameter changed: what has changed since the last solution, which decides the cheaper way to the next.
  func minimum(changed: Change) -> Optimum? {
    guard rowCount > 0 else { return boundedOnly }
    switch changed {
    case .costs: Clp_primal(handle, 0)
    case .bounds: Clp_dual(handle, 0)
    }
    guard Clp_status(handle) == 0 else { return nil }
    return Optimum(
      cost: Clp_objectiveValue(handle), columns: numbers(Clp_primalColumnSolution(handle), columnCount),
      rowPrices: numbers(Clp_dualRowSolution(handle), rowCount),
      columnPrices: numbers(Clp_dualColumnSolution(handle), columnCount))
  }

  /// The optimum without rows, which CLP cannot be asked for: each column at its cheaper bound.
  private var boundedOnly: Optimum {
    let costs = numbers(Clp_objective(handle), columnCount)
    let lower = numbers(Clp_columnLower(handle), columnCount)
    let upper = numbers(Clp_columnUpper(handle), columnCount)
    let columns = costs.indices.map { costs[$0] < 0 ? upper[$0] : lower[$0] }
    return Optimum(
      cost: zip(costs, columns).reduce(0) { $0 + $1.0 * $1.1 }, columns: columns, rowPrices: [], columnPrices: costs)
  }

  /// What differs from the last solution.
  enum Change { case costs, bounds }

  private func numbers(_ start: UnsafeMutablePointer<Double>?, _ count: Int) -> [Double] {
    Array(UnsafeBufferPointer(start: start, count: start == nil ? 0 : count))
  }
}
