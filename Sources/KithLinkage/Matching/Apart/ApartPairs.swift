/// The pairs of two parties that share a blocking token, compared feature by feature.
struct ApartPairs: Sendable {
  let layout: ApartFeatures
  let a: BlockedRecords
  let b: BlockedRecords
  /// The pairs of each rule.
  let rules: [BlockedPairs]
  private let plans: [ApartPlan]
  /// The word that tells records of one salt; -1 where nothing is salted.
  private let saltWord: Int
  private let onesA: [UInt16]
  private let onesB: [UInt16]

  init(_ layout: ApartFeatures, _ a: BlockedRecords, _ b: BlockedRecords) throws(LinkageError) {
    self.layout = layout
    self.a = a
    self.b = b
    rules = try BlockedPairs.all(a, b)
    saltWord = layout.saltWord ?? -1
    plans = layout.features.enumerated().map { place, feature in
      ApartPlan(feature, unit: layout.design.space.steps[place], teller: layout.tellers[place])
    }
    onesA = Self.ones(layout, a.encodings)
    onesB = Self.ones(layout, b.encodings)
  }

  /// How many bits each record has in each feature.
  private static func ones(_ layout: ApartFeatures, _ encodings: Encodings) -> [UInt16] {
    var ones: [UInt16] = []
    ones.reserveCapacity(encodings.count * layout.features.count)
    for row in 0..<encodings.count {
      for feature in layout.features {
        let words = feature.words.lazy.map { encodings.words[row * encodings.width + $0] }
        ones.append(UInt16(words.reduce(0) { $0 + $1.nonzeroBitCount }))
      }
    }
    return ones
  }

  /// Gives a way to tell the pattern of the pair of two rows.
  private func withPatterns(_ work: ((Int, Int) -> Int) -> Void) {
    let (features, widths) = (layout.features.count, (a.encodings.width, b.encodings.width))
    plans.withUnsafeBufferPointer { plans in
      onesA.withUnsafeBufferPointer { onesA in
        onesB.withUnsafeBufferPointer { onesB in
          a.encodings.words.withUnsafeBufferPointer { wordsA in
            b.encodings.words.withUnsafeBufferPointer { wordsB in
              guard let startA = wordsA.baseAddress, let startB = wordsB.baseAddress, let countA = onesA.baseAddress,
                let countB = onesB.baseAddress
              else { return }
              work { rowA, rowB in
                let (x, y) = (startA + rowA * widths.0, startB + rowB * widths.1)
                return ApartPair(
                  plans: plans, onesA: countA + rowA * features, onesB: countB + rowB * features, a: x, b: y,
                  isSameSalt: saltWord < 0 || x[saltWord] == y[saltWord] && x[saltWord] != 0
                ).pattern
              }
            }
          }
        }
      }
    }
  }
}

extension ApartPairs {
  /// How many pairs show each pattern, by the rules together; and how many each rule brought.
  func counts() async -> (patterns: [(pattern: Int, count: Int)], rules: [BlockingCount]) {
    var patterns = Array(repeating: 0, count: layout.design.space.count)
    var brought: [BlockingCount] = []
    for rule in rules {
      let parts = await rule.inShares { share in
        var counts = Array(repeating: 0, count: layout.design.space.count)
        each(of: rule, in: share) { _, _, pattern in counts[pattern] += 1 }
        return counts
      }
      let whole = parts.reduce(into: Array(repeating: 0, count: patterns.count)) { sum, part in
        for place in part.indices { sum[place] += part[place] }
      }
      brought.append(BlockingCount(pairs: whole.reduce(0, +), oversized: rule.oversized))
      for place in whole.indices { patterns[place] += whole[place] }
    }
    return (patterns.indices.filter { patterns[$0] > 0 }.map { ($0, patterns[$0]) }, brought)
  }

  /// How many of some pairs drawn at random show each pattern.
  func randomCounts(_ pairs: Int, seed: UInt64) -> [(pattern: Int, count: Int)] {
    guard a.encodings.count > 0, b.encodings.count > 0 else { return [] }
    var chance = SeededPairs(seed: seed)
    var counts = Array(repeating: 0, count: layout.design.space.count)
    withPatterns { pattern in
      for _ in 0..<(pairs + 9_999) / 10_000 {
        for (rowA, rowB) in chance.draw(10_000, left: a.encodings.count, right: b.encodings.count) {
          counts[pattern(Int(rowA ?? 0), Int(rowB ?? 0))] += 1
        }
      }
    }
    return counts.indices.filter { counts[$0] > 0 }.map { ($0, counts[$0]) }
  }

  /// The pairs whose pattern is among some, in the order of their records.
  func pairs(showing wanted: Set<Int>) async -> [(a: Int, b: Int, pattern: Int)] {
    let isWanted = (0..<layout.design.space.count).map(wanted.contains)
    var found: [(a: Int, b: Int, pattern: Int)] = []
    for rule in rules {
      let parts = await rule.inShares { share in
        var found: [(a: Int, b: Int, pattern: Int)] = []
        each(of: rule, in: share) { rowA, rowB, pattern in
          if isWanted[pattern] { found.append((rowA, rowB, pattern)) }
        }
        return found
      }
      found += parts.joined()
    }
    return found.sorted { ($0.a, $0.b) < ($1.a, $1.b) }
  }

  private func each(of rule: BlockedPairs, in share: Range<Int>, _ take: (Int, Int, Int) -> Void) {
    withPatterns { pattern in
      rule.each(in: share) { rowA, rowB in take(rowA, rowB, pattern(rowA, rowB)) }
    }
  }
}
