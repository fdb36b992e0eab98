/// The pairs of records of two parties that one rule brings and that no rule before it brought.
struct BlockedPairs: Sendable {
  /// How many blocks were passed over as too large.
  let oversized: Int
  private let blocks: [BlockJoin.Block]
  private let rowsA: [UInt32]
  private let rowsB: [UInt32]
  /// The tokens of the rules before.
  private let earlier: (a: [[UInt64]], b: [[UInt64]])

  /// The pairs of each rule; a block with more pairs than `largest` is left to later rules.
  static func all(
    _ first: BlockedRecords, _ second: BlockedRecords, largest: Int = 100_000_000
  ) throws(LinkageError) -> [BlockedPairs] {
    var (a, b) = (first.tokens, second.tokens)
    guard a.count == b.count else {
      throw LinkageError(.encodings, "The parties' encodings have different numbers of blocking rules.")
    }
    return a.indices.map { rule in
      var join = BlockJoin(a[rule], b[rule])
      let dropped = join.dropBlocks(over: largest)
      // What is passed over here is left to later rules, so its tokens count no more.
      for block in dropped {
        for place in block.a { a[rule][Int(join.rowsA[place])] = 0 }
        for place in block.b { b[rule][Int(join.rowsB[place])] = 0 }
      }
      return BlockedPairs(join, oversized: dropped.count, earlier: (Array(a[..<rule]), Array(b[..<rule])))
    }
  }

  private init(_ join: BlockJoin, oversized: Int, earlier: (a: [[UInt64]], b: [[UInt64]])) {
    self.oversized = oversized
    self.earlier = earlier
    blocks = join.blocks
    rowsA = join.rowsA
    rowsB = join.rowsB
  }

  /// Does some work on each of a number of shares of the blocks, side by side; its results in order.
  func inShares<Result: Sendable>(_ work: @escaping @Sendable (Range<Int>) -> Result) async -> [Result] {
    let shares = shares
    var results = Array(repeating: Result?.none, count: shares.count)
    await withTaskGroup(of: (Int, Result).self) { group in
      for (number, share) in shares.enumerated() { group.addTask { (number, work(share)) } }
      for await (number, result) in group { results[number] = result }
    }
    return results.compactMap { $0 }
  }

  /// Runs of blocks with about as many pairs each.
  private var shares: [Range<Int>] {
    var shares: [Range<Int>] = []
    var start = 0
    var pairs = 0
    for (place, block) in blocks.enumerated() {
      pairs += block.pairs
      if pairs >= 1_000_000 || place == blocks.count - 1 {
        shares.append(start..<place + 1)
        (start, pairs) = (place + 1, 0)
      }
    }
    return shares
  }

  /// The pairs of a share of the blocks, by their rows, one after another.
  @inline(__always) func each(in share: Range<Int>, _ take: (Int, Int) -> Void) {
    for block in blocks[share] {
      for rowA in rowsA[block.a] {
        for rowB in rowsB[block.b] where !isEarlier(Int(rowA), Int(rowB)) { take(Int(rowA), Int(rowB)) }
      }
    }
  }

  /// Whether a rule before this one has brought the pair.
  private func isEarlier(_ rowA: Int, _ rowB: Int) -> Bool {
    earlier.a.indices.contains { earlier.a[$0][rowA] != 0 && earlier.a[$0][rowA] == earlier.b[$0][rowB] }
  }
}
