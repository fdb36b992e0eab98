/// The distances between each two of some sequences, each pair kept once.
public struct DistanceMatrix: Sendable {
  /// How many sequences there are.
  public let count: Int
  /// The distances: those of each sequence to all before it, one after the other.
  public let pairs: [Double]

  /// A matrix of pairs in that order.
  public init(count: Int, pairs: [Double]) {
    precondition(pairs.count == count * (count - 1) / 2 || count == 0)
    self.count = count
    self.pairs = pairs
  }

  /// The distance between two sequences.
  public subscript(_ a: Int, _ b: Int) -> Double {
    a == b ? 0 : a > b ? pairs[a * (a - 1) / 2 + b] : pairs[b * (b - 1) / 2 + a]
  }

  /// The distances as rows of all to all.
  public var rows: [[Double]] { (0..<count).map { row in (0..<count).map { self[row, $0] } } }

  /// The distances set against the lengths of the sequences; of optimal matching by these costs.
  public func normalised(
    _ norm: DistanceNorm, _ sequences: StateSequences, _ costs: SubstitutionCosts
  ) -> DistanceMatrix {
    let lengths = sequences.sequences.map(\.count)
    var pairs = pairs
    for a in 0..<count {
      for b in 0..<a {
        pairs[a * (a - 1) / 2 + b] = norm.of(pairs[a * (a - 1) / 2 + b], lengths: (lengths[a], lengths[b]), costs)
      }
    }
    return DistanceMatrix(count: count, pairs: pairs)
  }

  /// The distances between sequences, on all processors. Give it distinct ones in order of their states: what two neighbours begin with is
  /// worked out once.
  public static func between(
    _ sequences: StateSequences, _ measure: Dissimilarity
  ) async throws(StudyError) -> DistanceMatrix {
    let work = try DistanceWork(sequences, measure)
    let blocks = work.blocks
    let parts = await withTaskGroup(of: (Int, [Double]).self) { group in
      var next = 0
      var found = [[Double]](repeating: [], count: blocks.count)
      while next < min(StudyWork.parts, blocks.count) {
        group.addTask { [next] in (next, work.distances(blocks[next])) }
        next += 1
      }
      for await (block, distances) in group {
        found[block] = distances
        if next < blocks.count {
          group.addTask { [next] in (next, work.distances(blocks[next])) }
          next += 1
        }
      }
      return found
    }
    return DistanceMatrix(count: sequences.count, pairs: parts.flatMap { $0 })
  }
}
