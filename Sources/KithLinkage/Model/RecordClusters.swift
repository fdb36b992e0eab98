/// Groups of a file's records that are of one child: connected pairs, the surest first, but for groups between whose
/// records a pair speaks against it.
struct RecordClusters {
  private let scored: [ScoredPair]
  private let threshold: Double

  /// Groups records by pairs above a threshold; of the others those with a negative weight speak against a group.
  init(_ scored: [ScoredPair], above threshold: Double) {
    self.scored = scored
    self.threshold = threshold
  }

  /// Every pair of records in one group, in the order of their records. Pairs that were not compared, and are of one group
  /// through others, have the weight 0 and no levels.
  var pairs: [ScoredPair] {
    let weights = Dictionary(uniqueKeysWithValues: scored.map { (PairKey($0.left, $0.right), $0) })
    return groups(weights).flatMap { group in
      group.enumerated().flatMap { place, first in
        group[(place + 1)...].map { second in
          weights[PairKey(first, second)]
            ?? ScoredPair(left: first, right: second, levels: [], frequencies: [], weight: 0)
        }
      }
    }.sorted { ($0.left, $0.right) < ($1.left, $1.right) }
  }

  private func groups(_ weights: [PairKey: ScoredPair]) -> [[Int]] {
    var sets = DisjointSets<Int>()
    var members: [Int: [Int]] = [:]
    let order = scored.filter { $0.weight > threshold }.sorted {
      ($1.weight, $0.left, $0.right) < ($0.weight, $1.left, $1.right)
    }
    for pair in order {
      let (a, b) = (sets.group(of: pair.left), sets.group(of: pair.right))
      guard a != b else { continue }
      let (first, second) = (members[a] ?? [pair.left], members[b] ?? [pair.right])
      let isSpokenAgainst = first.contains { x in second.contains { y in (weights[PairKey(x, y)]?.weight ?? 0) < 0 } }
      guard !isSpokenAgainst else { continue }
      sets.join(pair.left, pair.right)
      members[a] = nil
      members[b] = nil
      members[sets.group(of: pair.left)] = (first + second).sorted()
    }
    return members.values.sorted { $0[0] < $1[0] }
  }
}

/// Two records in either order.
private struct PairKey: Hashable {
  let low: Int
  let high: Int

  init(_ a: Int, _ b: Int) {
    low = min(a, b)
    high = max(a, b)
  }
}
