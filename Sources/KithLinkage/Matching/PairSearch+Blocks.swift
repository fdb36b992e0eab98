import CDice

extension PairSearch {
  /// The candidates among two or more parties, from comparing the records that share a token of a rule at least; and
  /// how many pairs each rule brought.
  ///
  /// - Parameter largest: A block with more pairs than this is passed over, and counted.
  public func candidates(
    among parties: [BlockedRecords], largestBlock largest: Int = 100_000_000
  ) async throws(LinkageError) -> (pairs: [CandidatePair], rules: [BlockingCount]) {
    let rules = parties.first?.tokens.count ?? 0
    guard parties.allSatisfy({ $0.tokens.count == rules }) else {
      throw LinkageError(.encodings, "The parties' encodings have different numbers of blocking rules.")
    }
    var found: [CandidatePair] = []
    var counts = Array(repeating: BlockingCount(), count: rules)
    let ones = parties.map { party in (0..<party.encodings.count).map(party.encodings.ones) }
    for (first, second) in Self.combinations(parties.count) {
      for (rule, blocks) in try BlockedPairs.all(parties[first], parties[second], largest: largest).enumerated() {
        let work = BlockedComparison(
          search: self, a: parties[first].encodings, b: parties[second].encodings, blocks: blocks,
          ones: (ones[first], ones[second]))
        let (pairs, compared) = try await work.run(limit: limit - found.count)
        counts[rule] = counts[rule] + BlockingCount(pairs: compared, oversized: blocks.oversized)
        found += pairs.map { $0.pair(first, second) }
      }
    }
    return (limited(found), counts)
  }
}

/// The comparisons of one rule of two parties.
private struct BlockedComparison: Sendable {
  let search: PairSearch
  let a: Encodings
  let b: Encodings
  let blocks: BlockedPairs
  /// How many bits the records of each party have.
  let ones: (a: [Int], b: [Int])

  /// The pairs that are alike enough, and how many were compared.
  func run(limit: Int) async throws(LinkageError) -> (pairs: [FoundPair], compared: Int) {
    guard a.length == b.length else {
      throw LinkageError(.encodings, "Encodings of \(a.length) and of \(b.length) bits cannot be compared.")
    }
    let parts = await blocks.inShares { compare($0, limit: limit) }
    let pairs = parts.flatMap(\.0)
    guard pairs.count <= limit else { throw search.tooMany }
    return (pairs, parts.reduce(0) { $0 + $1.1 })
  }

  private func compare(_ share: Range<Int>, limit: Int) -> ([FoundPair], Int) {
    var found: [FoundPair] = []
    var compared = 0
    a.words.withUnsafeBufferPointer { wordsA in
      b.words.withUnsafeBufferPointer { wordsB in
        guard let startA = wordsA.baseAddress, let startB = wordsB.baseAddress else { return }
        blocks.each(in: share) { rowA, rowB in
          compared += 1
          let (row, filter) = (startA + rowA * a.width, startB + rowB * b.width)
          let common = cdice_common(row, filter, a.width)
          let value = search.similarity.value(
            common: Int(common), ones: (ones.a[rowA], ones.b[rowB]), length: a.length)
          if value >= search.threshold, found.count <= limit {
            found.append(FoundPair(similarity: value, row: UInt32(rowA), filter: UInt32(rowB)))
          }
        }
      }
    }
    return (found, compared)
  }
}
