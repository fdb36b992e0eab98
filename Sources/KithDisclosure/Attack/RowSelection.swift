extension Component {
  /// The rows without those that follow from the others, where that can be told without rounding; nil where it cannot.
  ///
  /// Rows whose counts stand in many rows are looked at last, so that they are the ones to go: of a table by authority and region, the
  /// sums across region rows, which follow from those of the authorities.
  var independentRows: [KnownRow]? {
    guard rows.allSatisfy({ row in row.isExact && row.terms.allSatisfy { abs($0.weight) == 1 } }) else { return nil }
    let degrees = degrees(rows)
    if degrees.allSatisfy({ $0 <= 2 }) { return rows }
    // Of a table of three dimensions nearly every count stands in three rows, and no choice of rows makes a network.
    if degrees.count > 200, degrees.count(where: { $0 > 2 }) * 5 > degrees.count * 4 { return nil }
    func crowding(_ row: KnownRow) -> Double {
      row.terms.reduce(0) { $0 + Double(max(0, degrees[$1.cell] - 2)) } / Double(row.terms.count)
    }
    let order = rows.indices.sorted { (crowding(rows[$0]), $0) < (crowding(rows[$1]), $1) }
    var elimination = SignedElimination()
    var kept: [Int] = []
    for position in order {
      switch elimination.add(rows[position]) {
      case .independent: kept.append(position)
      case .dependent: break
      case .notSigned: return nil
      }
    }
    return kept.sorted().map { rows[$0] }
  }

  /// In how many rows each cell stands.
  func degrees(_ rows: [KnownRow]) -> [Int] {
    rows.reduce(into: Array(repeating: 0, count: cells.count)) { degrees, row in
      row.terms.forEach { degrees[$0.cell] += 1 }
    }
  }
}

/// Gauss–Jordan elimination of rows of weights −1, 0 and 1 that stay so, as those of totally unimodular tables do; it gives up on others.
private struct SignedElimination {
  enum Finding { case independent, dependent, notSigned }

  private typealias Weights = [Int: Int]

  /// Rows of which each holds a cell, its pivot, that no other holds.
  private var reduced: [(pivot: Int, weights: Weights)] = []
  private var places: [Int: Int] = [:]

  mutating func add(_ row: KnownRow) -> Finding {
    var weights = Dictionary(uniqueKeysWithValues: row.terms.map { ($0.cell, $0.weight) })
    for place in weights.keys.compactMap({ places[$0] }).sorted() {
      guard Self.clear(reduced[place].pivot, from: &weights, by: reduced[place].weights) else { return .notSigned }
    }
    guard let pivot = weights.keys.min() else { return .dependent }
    for place in reduced.indices where reduced[place].weights[pivot] != nil {
      guard Self.clear(pivot, from: &reduced[place].weights, by: weights) else { return .notSigned }
    }
    places[pivot] = reduced.count
    reduced.append((pivot, weights))
    return .independent
  }

  /// Takes a pivot's row from a row as often as clears the pivot; false when a weight passes one.
  private static func clear(_ pivot: Int, from weights: inout Weights, by row: Weights) -> Bool {
    guard let own = row[pivot], let weight = weights[pivot] else { return true }
    for (cell, amount) in row {
      let left = weights[cell, default: 0] - weight * own * amount
      guard abs(left) <= 1 else { return false }
      weights[cell] = left == 0 ? nil : left
    }
    return true
  }
}
