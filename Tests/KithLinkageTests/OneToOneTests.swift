import KithTesting
import Testing

@testable import KithLinkage

@Suite("Links of one to one")
struct OneToOneTests {
  private func pair(_ similarity: Double, _ a: Int, _ b: Int) -> CandidatePair {
    CandidatePair(similarity: similarity, RecordPlace(party: 0, row: a), RecordPlace(party: 1, row: b))
  }

  /// The most that links can add up to, by trying them all.
  private func most(_ pairs: ArraySlice<CandidatePair>, without taken: Set<RecordPlace> = []) -> Double {
    guard let first = pairs.first else { return 0 }
    let rest = pairs.dropFirst()
    let without = most(rest, without: taken)
    if taken.contains(first.a) || taken.contains(first.b) { return without }
    return max(without, first.similarity + most(rest, without: taken.union([first.a, first.b])))
  }

  @Test("two links that add up to more go before the one that is most alike")
  func greed() {
    let pairs = [pair(0.9, 0, 0), pair(0.8, 0, 1), pair(0.8, 1, 0)]
    #expect(OneToOne(pairs).links.map(\.similarity) == [0.8, 0.8])
    #expect(RecordGroups(pairs).groups.count == 1)
  }

  @Test("the sum is the most that there is, and no record has two links", arguments: 0..<60)
  func sums(seed: Int) {
    var random = SplitMix64(seed: UInt64(seed))
    var pairs: [CandidatePair] = []
    for a in 0..<6 {
      for b in 0..<6 where random.chance(400) { pairs.append(pair(Double(random.number(1...1000)) / 1000, a, b)) }
    }
    let links = OneToOne(random.shuffled(pairs)).links
    #expect(abs(links.reduce(0) { $0 + $1.similarity } - most(pairs[...])) < 1e-6)
    #expect(Set(links.map(\.a)).count == links.count && Set(links.map(\.b)).count == links.count)
    #expect(Set(links).isSubset(of: pairs))
  }

  @Test("a large graph with many equal candidates is solved, and greedy links never add up to more")
  func large() {
    var random = SplitMix64(seed: 9)
    var pairs: [CandidatePair] = []
    for a in 0..<2000 {
      pairs.append(pair(0.9, a, a))
      for _ in 0..<5 { pairs.append(pair(Double(random.number(80...90)) / 100, a, random.number(0...1999))) }
    }
    let unique = Dictionary(grouping: pairs) { [$0.a, $0.b] }.compactMap(\.value.first).sorted(
      by: CandidatePair.precedes)
    let links = OneToOne(unique).links
    #expect(links.count == 2000)
    #expect(abs(links.reduce(0) { $0 + $1.similarity } - 1800) < 1e-6)
    #expect(RecordGroups(unique).groups.count <= links.count)
  }

  @Test("no candidates have no links")
  func none() { #expect(OneToOne([]).links.isEmpty) }
}
