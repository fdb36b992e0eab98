/// A party's encodings with the tokens by which its records are blocked: of each rule one for each record.
public struct BlockedRecords: Sendable {
  /// The encodings.
  public let encodings: Encodings
  /// For each rule the tokens of the records; 0 for a record that the rule gives none.
  public let tokens: [[UInt64]]

  /// Encodings and their tokens.
  public init(_ encodings: Encodings, tokens: [[UInt64]]) {
    self.encodings = encodings
    self.tokens = tokens
  }

  /// Encodings that are blocked by samples of their own bits: Hamming locality-sensitive hashing (Indyk and Motwani
  /// 1998; for record linkage Karapiperis and Verykios 2015).
  ///
  /// - Parameters:
  ///   - tables: How many samples there are.
  ///   - bits: How many bits each has, at most 63.
  ///   - seed: What decides the samples, which must be the same for all parties.
  public init(sampling encodings: Encodings, tables: Int, bits: Int, seed: String) {
    var stream = KeyedStream(Array("Hamming blocks".utf8), Array(seed.utf8) + [0])
    let tokens = (0..<tables).map { _ -> [UInt64] in
      let sample = stream.sample(min(bits, 63), below: encodings.length).sorted()
      return (0..<encodings.count).map { row in
        sample.reduce(1) { $0 << 1 | (encodings[row, $1] ? 1 : 0) }
      }
    }
    self.init(encodings, tokens: tokens)
  }

  /// Some of the records, as far apart as may be; all where there are no more.
  func sample(_ count: Int) -> BlockedRecords {
    let all = encodings.count
    guard count < all else { return self }
    let rows = (0..<count).map { $0 * all / count }
    var sampled = Encodings(length: encodings.length, count: count)
    for (place, row) in rows.enumerated() {
      sampled.set(place, to: Array(encodings.words[row * encodings.width..<(row + 1) * encodings.width]))
    }
    return BlockedRecords(sampled, tokens: tokens.map { tokens in rows.map { tokens[$0] } })
  }

  /// The records with the rules of both.
  public func adding(_ others: BlockedRecords) -> BlockedRecords {
    BlockedRecords(encodings, tokens: tokens + others.tokens)
  }
}

/// What blocking left to be compared, of one rule.
public struct BlockingCount: Hashable, Sendable {
  /// The pairs that the rule brought and that no rule before it had.
  public internal(set) var pairs = 0
  /// Blocks that were passed over as too large.
  public internal(set) var oversized = 0

  /// A count.
  public init(pairs: Int = 0, oversized: Int = 0) {
    self.pairs = pairs
    self.oversized = oversized
  }

  static func + (a: BlockingCount, b: BlockingCount) -> BlockingCount {
    BlockingCount(pairs: a.pairs + b.pairs, oversized: a.oversized + b.oversized)
  }
}
