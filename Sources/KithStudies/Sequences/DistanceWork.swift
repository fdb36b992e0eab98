/// The distances of some sequences, of each to all before it.
protocol SequenceKernel: Sendable {
  /// Those of the sequences of a range, one after the other.
  func distances(_ range: Range<Int>) -> [Double]
}

/// Distances by the kernel that fits the measure, in blocks.
struct DistanceWork: Sendable {
  let blocks: [Range<Int>]
  private let kernel: any SequenceKernel

  init(_ sequences: StateSequences, _ measure: Dissimilarity) throws(StudyError) {
    kernel = try Self.kernel(sequences, measure)
    let size = 32
    blocks = stride(from: 0, to: sequences.count, by: size).map { $0..<min($0 + size, sequences.count) }
  }

  func distances(_ block: Range<Int>) -> [Double] { kernel.distances(block) }

  private static func kernel(
    _ sequences: StateSequences, _ measure: Dissimilarity
  ) throws(StudyError) -> any SequenceKernel {
    switch measure {
    case .optimalMatching(let costs): return try matching(sequences, costs)
    case .longestCommonSubsequence: return SubsequenceKernel(sequences, unit: 1)
    case .longestCommonPrefix: return PlainKernel(sequences.sequences, Self.prefixDistance)
    case .hamming(let costs):
      try checkEqualLengths(sequences)
      try check(costs, sequences)
      return PlainKernel(sequences.sequences) { a, b in
        var sum = 0.0
        for place in a.indices { sum += costs.matrix[Int(a[place])][Int(b[place])] }
        return sum
      }
    case .dynamicHamming:
      try checkEqualLengths(sequences)
      let costs = DynamicCosts(sequences)
      return PlainKernel(sequences.sequences) { costs.distance($0, $1) }
    case .optimalMatchingOfSpells(let costs, let expansion):
      try check(costs, sequences)
      return PlainKernel(sequences.sequences.map(StateRun.runs)) { a, b in
        RunMatching(costs: costs, expansion: expansion).distance(a, b)
      }
    }
  }

  /// Where putting one state for another never costs less than leaving one out and putting one in, only the longest common
  /// subsequence counts, and that is found 64 places at a time.
  private static func matching(
    _ sequences: StateSequences, _ costs: SubstitutionCosts
  ) throws(StudyError) -> any SequenceKernel {
    try check(costs, sequences)
    let size = sequences.states.count
    let isCommon = (0..<size).allSatisfy { a in
      (0..<size).allSatisfy { a == $0 || costs.matrix[a][$0] >= 2 * costs.indel }
    }
    return isCommon ? SubsequenceKernel(sequences, unit: costs.indel) : MatchingKernel(sequences, costs)
  }

  private static func check(_ costs: SubstitutionCosts, _ sequences: StateSequences) throws(StudyError) {
    guard costs.matrix.count == sequences.states.count else {
      throw StudyError(.column, "The costs are not of as many states as there are.")
    }
  }

  private static func checkEqualLengths(_ sequences: StateSequences) throws(StudyError) {
    guard Set(sequences.sequences.map(\.count)).count <= 1 else {
      throw StudyError(.column, "This distance is of sequences of one length; optimal matching takes any.")
    }
  }

  private static func prefixDistance(_ a: [UInt8], _ b: [UInt8]) -> Double {
    var common = 0
    while common < min(a.count, b.count), a[common] == b[common] { common += 1 }
    return Double(a.count + b.count - 2 * common)
  }
}

/// Distances of pairs, one by one.
struct PlainKernel<Item: Sendable>: SequenceKernel {
  private let items: [Item]
  private let distance: @Sendable (Item, Item) -> Double

  init(_ items: [Item], _ distance: @escaping @Sendable (Item, Item) -> Double) {
    self.items = items
    self.distance = distance
  }

  func distances(_ range: Range<Int>) -> [Double] {
    range.flatMap { a in (0..<a).map { distance(items[a], items[$0]) } }
  }
}

/// The costs of dynamic Hamming distance at each unit of time.
struct DynamicCosts: Sendable {
  private let costs: [[[Double]]]

  init(_ sequences: StateSequences) {
    let length = sequences.sequences.first?.count ?? 0
    let rates = (0..<max(0, length - 1)).map { TransitionRates(sequences, at: $0).rates }
    let size = sequences.states.count
    costs = (0..<length).map { time in
      let before = time == 0 ? time : time - 1
      let after = time == length - 1 ? time - 1 : time
      return (0..<size).map { a in
        (0..<size).map { b in
          guard a != b, length > 1 else { return a == b ? 0 : 4 }
          return 4 - rates[before][a][b] - rates[before][b][a] - rates[after][a][b] - rates[after][b][a]
        }
      }
    }
  }

  func distance(_ a: [UInt8], _ b: [UInt8]) -> Double {
    var sum = 0.0
    for time in a.indices { sum += costs[time][Int(a[time])][Int(b[time])] }
    return sum
  }
}

/// Optimal matching of runs.
struct RunMatching: Sendable {
  let costs: SubstitutionCosts
  let expansion: Double

  func distance(_ a: [StateRun], _ b: [StateRun]) -> Double {
    var row = [0.0]
    for run in b { row.append((row.last ?? 0) + alone(run)) }
    for run in a {
      var corner = row[0]
      row[0] += alone(run)
      for column in b.indices {
        let best = min(corner + exchange(run, b[column]), row[column + 1] + alone(run), row[column] + alone(b[column]))
        corner = row[column + 1]
        row[column + 1] = best
      }
    }
    return row[b.count]
  }

  private func alone(_ run: StateRun) -> Double { costs.indel + expansion * Double(run.length - 1) }

  private func exchange(_ a: StateRun, _ b: StateRun) -> Double {
    if a.state == b.state { return expansion * Double(abs(a.length - b.length)) }
    return costs.matrix[Int(a.state)][Int(b.state)] + expansion * Double(a.length + b.length - 2)
  }
}
