import CDice
import KithTesting
import Testing

@testable import KithLinkage

/// Filters of random bits, of which some are near copies of one another.
private func filters(_ count: Int, length: Int, seed: UInt64, like others: Encodings? = nil) -> Encodings {
  var random = SplitMix64(seed: seed)
  var encodings = Encodings(length: length, count: count)
  for row in 0..<count {
    let copied = others.flatMap { others in random.chance(300) ? random.number(0...others.count - 1) : nil }
    for bit in 0..<length {
      let isSet = copied.flatMap { copied in random.chance(900) ? others?[copied, bit] : nil } ?? random.chance(420)
      if isSet { encodings.words[row * encodings.width + bit >> 6] |= Encodings.mask(bit) }
    }
  }
  return encodings
}

/// The candidates of two parties, pair by pair and bit by bit.
private func plainly(_ a: Encodings, _ b: Encodings, _ search: PairSearch) -> [CandidatePair] {
  var found: [CandidatePair] = []
  for i in 0..<a.count {
    for j in 0..<b.count {
      let common = (0..<a.length).count { a[i, $0] && b[j, $0] }
      let value = search.similarity.value(common: common, ones: (a.ones(i), b.ones(j)), length: a.length)
      if value >= search.threshold {
        found.append(CandidatePair(similarity: value, RecordPlace(party: 0, row: i), RecordPlace(party: 1, row: j)))
      }
    }
  }
  return found.sorted(by: CandidatePair.precedes)
}

@Suite("Comparing every record with every other")
struct PairSearchTests {
  @Test(
    "each similarity finds the pairs that counting bit by bit finds, at any length",
    arguments: Similarity.allCases, [64, 100, 2100])
  func similarities(similarity: Similarity, length: Int) async throws {
    let a = filters(13, length: length, seed: 1)
    let b = filters(19, length: length, seed: 2, like: a)
    let all = plainly(a, b, PairSearch(similarity, threshold: 0))
    #expect(all.count == 13 * 19)
    for threshold in [0, 0.45, 0.7, 0.8, 0.95, 1] {
      let found = try await PairSearch(similarity, threshold: threshold).candidates(among: [a, b])
      #expect(found == all.filter { $0.similarity >= threshold })
    }
  }

  @Test("each way of counting that this processor has finds the same pairs, after any number of words")
  func ways() {
    let a = filters(70, length: 1024, seed: 3)
    let b = filters(300, length: 1024, seed: 4, like: a)
    let grouped = GroupedFilters(b)
    var answers: Set<[[Int]]> = []
    var ways = 0
    for way in [CDICE_PLAIN, CDICE_POPCNT, CDICE_AVX2, CDICE_AVX512, CDICE_NEON] where cdice_has(way) != 0 {
      ways += 1
      for prefix in [1, 9, 16] {
        let plan = ComparisonPlan(a, grouped, similarity: .dice, threshold: 0.7, way: way, prefix: prefix)
        var found: [[Int]] = []
        plan.search(3..<70) { found.append([$0, $1, $2]) }
        answers.insert(found.sorted { $0.lexicographicallyPrecedes($1) })
      }
    }
    #expect(ways >= 2)
    #expect(answers.count == 1)
    #expect((answers.first?.count ?? 0) > 30)
  }

  @Test("a record keeps its best candidates, and of equals the first")
  func best() async throws {
    let a = filters(30, length: 256, seed: 5)
    let b = filters(40, length: 256, seed: 6, like: a)
    let all = try await PairSearch(threshold: 0.3).candidates(among: [a, b])
    for most in [1, 2, 5] {
      let found = try await PairSearch(threshold: 0.3, most: most).candidates(among: [a, b])
      #expect(Dictionary(grouping: found, by: \.a).values.allSatisfy { $0.count <= most })
      #expect(Dictionary(grouping: found, by: \.b).values.allSatisfy { $0.count <= most })
      #expect(Set(found).isSubset(of: all))
      #expect(found.first == all.first)
    }
    let same = try #require(Encodings(length: 8, serial: [[1], [1], [1]]))
    let found = try await PairSearch(threshold: 0.5, most: 1).candidates(among: [same, same])
    #expect(found.map { [$0.a.row, $0.b.row] } == [[0, 0]])
  }

  @Test("more candidates than are to be held stop the search with what to do")
  func limit() async throws {
    let a = filters(30, length: 256, seed: 5)
    await #expect(throws: LinkageError.self) {
      try await PairSearch(threshold: 0, limit: 800).candidates(among: [a, a])
    }
    #expect(try await PairSearch(threshold: 0, limit: 900).candidates(among: [a, a]).count == 900)
  }

  @Test("encodings of different lengths, and none at all, are no crash")
  func lengths() async throws {
    let a = filters(3, length: 64, seed: 5)
    await #expect(throws: LinkageError.self) {
      try await PairSearch(threshold: 0).candidates(among: [a, filters(3, length: 128, seed: 5)])
    }
    let none = Encodings(length: 64, count: 0)
    #expect(try await PairSearch(threshold: 0).candidates(among: [none, a]).isEmpty)
    #expect(try await PairSearch(threshold: 0).candidates(among: [a, none]).isEmpty)
    #expect(try await PairSearch(threshold: 0).candidates(among: [a]).isEmpty)
  }
}

@Suite("Comparing the records of a block")
struct BlockTests {
  private let a = filters(60, length: 256, seed: 11)

  @Test("blocked candidates are those of all that share a token, each once, rule by rule")
  func blocks() async throws {
    let b = filters(70, length: 256, seed: 12, like: a)
    var random = SplitMix64(seed: 1)
    let tokens = { (count: Int, random: inout SplitMix64) in
      (0..<3).map { _ in (0..<count).map { _ in UInt64(random.number(0...9)) } }
    }
    let (x, y) = (tokens(60, &random), tokens(70, &random))
    let search = PairSearch(threshold: 0.5)
    let found = try await search.candidates(among: [BlockedRecords(a, tokens: x), BlockedRecords(b, tokens: y)])
    let share = { (i: Int, j: Int, rules: Range<Int>) in rules.contains { x[$0][i] != 0 && x[$0][i] == y[$0][j] } }
    #expect(found.pairs == plainly(a, b, search).filter { share(Int($0.a.row), Int($0.b.row), 0..<3) })
    let all = (0..<60).flatMap { i in (0..<70).map { (i, $0) } }
    for rule in 0..<3 {
      let expected = all.count { share($0.0, $0.1, rule..<rule + 1) && !share($0.0, $0.1, 0..<rule) }
      #expect(found.rules[rule].pairs == expected)
    }
  }

  @Test("a block that is too large is passed over and counted, and a later rule may still bring its pairs")
  func oversized() async throws {
    let all = Array(repeating: UInt64(1), count: 60)
    let each = (1...60).map { UInt64($0) }
    let records = BlockedRecords(a, tokens: [all, each])
    let found = try await PairSearch(threshold: 1).candidates(among: [records, records], largestBlock: 1000)
    #expect(found.rules.map(\.oversized) == [1, 0])
    #expect(found.rules.map(\.pairs) == [0, 60])
    #expect(found.pairs.count == 60)
  }

  @Test("samples of bits bring near copies together, and are the same for the same seed")
  func sampling() async throws {
    let b = filters(60, length: 256, seed: 13, like: a)
    let blocked = [a, b].map { BlockedRecords(sampling: $0, tables: 30, bits: 12, seed: "x") }
    let search = PairSearch(threshold: 0.8)
    let found = try await search.candidates(among: blocked)
    let truth = plainly(a, b, search)
    #expect(Double(found.pairs.count) > 0.9 * Double(truth.count))
    #expect(found.rules.reduce(0) { $0 + $1.pairs } < 2000)
    #expect(BlockedRecords(sampling: a, tables: 3, bits: 12, seed: "x").tokens == Array(blocked[0].tokens[..<3]))
    #expect(BlockedRecords(sampling: a, tables: 3, bits: 12, seed: "y").tokens != Array(blocked[0].tokens[..<3]))
  }
}
