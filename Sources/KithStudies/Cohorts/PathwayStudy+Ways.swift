extension PathwayStudy {
  /// The states that some children went through in the same order, with how long each lasted on average: never one child's way.
  public struct Way: Sendable {
    /// How many children had the states in this order.
    public let children: Int
    /// The states, each with its mean length in whole units of time; the lengths sum to the time followed.
    public let runs: [(state: Int, length: Int)]
  }

  /// The orders of states that as many children as the threshold had, the most common first.
  static func ways(_ distinct: StateSequences, _ weights: [Int], least: Int) -> [Way] {
    var sums: [[UInt8]: (children: Int, lengths: [Int])] = [:]
    for (sequence, weight) in zip(distinct.sequences, weights) {
      let runs = StateRun.runs(of: sequence)
      let order = runs.map(\.state)
      var sum = sums[order] ?? (0, [Int](repeating: 0, count: runs.count))
      sum.children += weight
      for place in runs.indices { sum.lengths[place] += weight * runs[place].length }
      sums[order] = sum
    }
    return sums.filter { $0.value.children >= least && !$0.key.isEmpty }
      .sorted { ($1.value.children, $0.key) < ($0.value.children, $1.key) }
      .map { order, sum in
        let lengths = wholeMeans(sum.lengths, of: sum.children)
        return Way(children: sum.children, runs: zip(order, lengths).map { (Int($0), $1) })
      }
  }

  /// Means as whole numbers that sum to the mean of the whole: each is cut off, and those with the largest rest get one more.
  private static func wholeMeans(_ sums: [Int], of children: Int) -> [Int] {
    var means = sums.map { $0 / children }
    let left = Int((Double(sums.reduce(0, +)) / Double(children)).rounded()) - means.reduce(0, +)
    let order = sums.indices.sorted { (sums[$1] % children, $0) < (sums[$0] % children, $1) }
    for place in order.prefix(max(0, left)) { means[place] += 1 }
    return means
  }
}

/// Sequences by the order of their numbers, as tuples of them are compared.
private func < (a: (Int, [UInt8]), b: (Int, [UInt8])) -> Bool {
  a.0 != b.0 ? a.0 < b.0 : a.1.lexicographicallyPrecedes(b.1)
}
