import CSequences

/// Optimal matching by any costs, of one sequence with 32 others at the same time.
///
/// What it costs to leave a state out and to put one in is taken from all distances beforehand, so that a step is one sum and two comparisons.
/// Sequences in order of their states begin alike, and the rows of what they begin with are kept.
struct MatchingKernel: SequenceKernel {
  private static let lanes = Int(CSEQUENCES_LANES)
  private let sequences: [[UInt8]]
  private let shared: [Int]
  private let costs: SubstitutionCosts
  private let longest: Int

  init(_ sequences: StateSequences, _ costs: SubstitutionCosts) {
    self.sequences = sequences.sequences
    self.costs = costs
    shared = sharedBeginnings(sequences.sequences)
    longest = sequences.sequences.map(\.count).max() ?? 0
  }

  func distances(_ range: Range<Int>) -> [Double] {
    let lanes = Self.lanes
    let columns = range.map { sequences[$0].count }.max() ?? 0
    let width = (columns + 1) * lanes
    let profiles = profiles(range, columns)
    var rows = [Double](repeating: 0, count: (longest + 1) * width)
    let offsets = range.map { $0 * ($0 - 1) / 2 - range.lowerBound * (range.lowerBound - 1) / 2 }
    var found = [Double](repeating: 0, count: range.reduce(0, +))
    profiles.withUnsafeBufferPointer { profiles in
      rows.withUnsafeMutableBufferPointer { rows in
        guard let costs = profiles.baseAddress, let base = rows.baseAddress else { return }
        for b in 0..<range.upperBound - 1 {
          let other = sequences[b]
          for place in min(shared[b], other.count)..<other.count {
            let row = base + place * width
            csequences_row(costs + Int(other[place]) * columns * lanes, row, row + width, columns)
          }
          for (lane, a) in range.enumerated() where b < a {
            let length = sequences[a].count
            let saved = base[other.count * width + length * lanes + lane]
            found[offsets[lane] + b] = saved + self.costs.indel * Double(length + other.count)
          }
        }
      }
    }
    return found
  }

  /// For each state and place: what it saves to put the state in that place of each of the sequences, beside leaving out and putting in.
  private func profiles(_ range: Range<Int>, _ columns: Int) -> [Double] {
    let size = costs.matrix.count
    let lanes = Self.lanes
    var profiles = [Double](repeating: 0, count: max(1, size * columns * lanes))
    for state in 0..<size {
      for (lane, a) in range.enumerated() {
        for (place, own) in sequences[a].enumerated() {
          profiles[(state * columns + place) * lanes + lane] = costs.matrix[state][Int(own)] - 2 * costs.indel
        }
      }
    }
    return profiles
  }
}
