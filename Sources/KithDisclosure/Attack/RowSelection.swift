extension Component {
  /// The rows without those that follow from the others, where that can be told without rounding; nil where it cannot.
  ///
  /// Rows whose counts stand in many rows are looked at last, so that they are the ones to go: of a table by authority and region, the
  /// sums across region rows, which follow from those of the authorities.
  var independentRows: [KnownRow]? {
    guard rows.allSatisfy({ row in row.isExact && row.terms.allSatisfy { abs($0.weight) == 1 } }) else { return nil }
    let degrees = degrees(rows)
    if degrees.allSatisfy({ $0 <= 2 }) { return rows }
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

/// Gaussian elimination of rows of weights −1, 0 and 1 that stay so, as those of totally unimodular tables do; it gives up on others.
private struct SignedElimination {
  enum Finding { case independent, dependent, notSigned }

  /// Reduced rows, by their first cell, on which each turns.
  private var reduced: [Int: [(cell: Int, weight: Int)]] = [:]

  mutating func add(_ row: KnownRow) -> Finding {
    var weights = Dictionary(uniqueKeysWithValues: row.terms.map { ($0.cell, $0.weight) })
    var waiting = weights.keys.filter { reduced[$0] != nil }.sorted()
    while let cell = waiting.popLast() {
      guard let pivot = reduced[cell], let weight = weights[cell], let own = pivot.first?.weight else { continue }
      for (other, amount) in pivot {
        let left = weights[other, default: 0] - weight * own * amount
        guard abs(left) <= 1 else { return .notSigned }
        weights[other] = left == 0 ? nil : left
        if left != 0, reduced[other] != nil { waiting.append(other) }
      }
    }
    guard let turning = weights.keys.min() else { return .dependent }
    reduced[turning] = weights.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
    return .independent
  }
}
