/// How often each state is followed by each: counts from one unit of time to the next.
///
/// A. Gabadinho, G. Ritschard, N. S. Müller and M. Studer, "Analyzing and visualizing state sequences in R with TraMineR", Journal of
/// Statistical Software 40(4) (2011), section 5.2.
public struct TransitionRates: Sendable {
  /// How many times each state (row) was followed by each (column).
  public let counts: [[Int]]

  /// Counts over all units of time.
  public init(_ sequences: StateSequences) { self.init(sequences, at: nil) }

  /// Counts from one unit of time, numbered from zero, to the next.
  public init(_ sequences: StateSequences, at time: Int?) {
    let size = sequences.states.count
    var counts = [[Int]](repeating: [Int](repeating: 0, count: size), count: size)
    for sequence in sequences.sequences {
      let last = sequence.count - 1
      let times = time.map { $0 < last ? $0..<$0 + 1 : 0..<0 } ?? 0..<max(0, last)
      for place in times { counts[Int(sequence[place])][Int(sequence[place + 1])] += 1 }
    }
    self.counts = counts
  }

  /// The share of each state's successors; zero where it has none.
  public var rates: [[Double]] {
    counts.map { row in
      let total = row.reduce(0, +)
      return row.map { total == 0 ? 0 : Double($0) / Double(total) }
    }
  }
}
