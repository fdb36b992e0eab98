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
    for (first, second) in Self.combinations(parties.count) {
      var (a, b) = (parties[first].tokens, parties[second].tokens)
      for rule in 0..<rules {
        var join = BlockJoin(a[rule], b[rule])
        // What is passed over here is left to later rules, so its tokens count no more.
        for block in join.dropBlocks(over: largest) {
          counts[rule].oversized += 1
          for place in block.a { a[rule][Int(join.rowsA[place])] = 0 }
          for place in block.b { b[rule][Int(join.rowsB[place])] = 0 }
        }
        let work = BlockedComparison(
          search: self, a: parties[first].encodings, b: parties[second].encodings, join: join,
          earlier: (Array(a[..<rule]), Array(b[..<rule])))
        let (pairs, compared) = try await work.run(limit: limit - found.count)
        counts[rule].pairs += compared
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
  let blocks: [BlockJoin.Block]
  let rowsA: [UInt32]
  let rowsB: [UInt32]
  let earlier: (a: [[UInt64]], b: [[UInt64]])

  init(search: PairSearch, a: Encodings, b: Encodings, join: BlockJoin, earlier: ([[UInt64]], [[UInt64]])) {
    self.search = search
    self.a = a
    self.b = b
    blocks = join.blocks
    rowsA = join.rowsA
    rowsB = join.rowsB
    self.earlier = earlier
  }

  /// The pairs that are alike enough, and how many were compared.
  func run(limit: Int) async throws(LinkageError) -> (pairs: [FoundPair], compared: Int) {
    guard a.length == b.length else {
      throw LinkageError(.encodings, "Encodings of \(a.length) and of \(b.length) bits cannot be compared.")
    }
    let shares = shares
    var parts = Array(repeating: ([FoundPair](), 0), count: shares.count)
    await withTaskGroup(of: (Int, [FoundPair], Int).self) { group in
      for (number, share) in shares.enumerated() {
        group.addTask {
          let (pairs, compared) = compare(share, limit: limit)
          return (number, pairs, compared)
        }
      }
      for await (number, pairs, compared) in group { parts[number] = (pairs, compared) }
    }
    let pairs = parts.flatMap(\.0)
    guard pairs.count <= limit else { throw search.tooMany }
    return (pairs, parts.reduce(0) { $0 + $1.1 })
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

  private func compare(_ share: Range<Int>, limit: Int) -> ([FoundPair], Int) {
    var found: [FoundPair] = []
    var compared = 0
    a.words.withUnsafeBufferPointer { wordsA in
      b.words.withUnsafeBufferPointer { wordsB in
        guard let startA = wordsA.baseAddress, let startB = wordsB.baseAddress else { return }
        for block in blocks[share] {
          for rowA in rowsA[block.a] {
            let ones = cdice_common(startA + Int(rowA) * a.width, startA + Int(rowA) * a.width, a.width)
            for rowB in rowsB[block.b] where !isEarlier(Int(rowA), Int(rowB)) {
              compared += 1
              let filter = startB + Int(rowB) * b.width
              let common = cdice_common(startA + Int(rowA) * a.width, filter, a.width)
              let others = cdice_common(filter, filter, a.width)
              let value = search.similarity.value(
                common: Int(common), ones: (Int(ones), Int(others)), length: a.length)
              if value >= search.threshold, found.count <= limit {
                found.append(FoundPair(similarity: value, row: rowA, filter: rowB))
              }
            }
          }
        }
      }
    }
    return (found, compared)
  }

  /// Whether a rule before this one has compared the pair.
  private func isEarlier(_ rowA: Int, _ rowB: Int) -> Bool {
    earlier.a.indices.contains { earlier.a[$0][rowA] != 0 && earlier.a[$0][rowA] == earlier.b[$0][rowB] }
  }
}
