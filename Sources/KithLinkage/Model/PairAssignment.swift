/// Which pairs to take when each record may be in one only: those whose weights above a threshold sum to the most.
struct PairAssignment {
  /// The pairs taken, in the order of their records.
  let best: [ScoredPair]

  /// Takes from pairs whose weight is above the threshold.
  init(_ pairs: [ScoredPair], above threshold: Double) {
    let able = pairs.filter { $0.weight > threshold }
    let (rows, columns) = (RecordNumbers(able.map(\.left)), RecordNumbers(able.map(\.right)))
    let chosen = HeaviestMatching(
      able.map { (row: rows[$0.left], column: columns[$0.right], weight: $0.weight - threshold) }
    ).chosen
    best = chosen.map { able[$0] }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }
}
