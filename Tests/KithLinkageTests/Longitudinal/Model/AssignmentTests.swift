import KithStatistics
import KithTesting
import Testing

@testable import KithLinkage

/// A pair of two records with a weight.
private func pair(_ left: Int, _ right: Int, _ weight: Double) -> ScoredPair {
  ScoredPair(left: left, right: right, levels: [1], frequencies: [nil], weight: weight)
}

@Suite("One to one")
struct AssignmentTests {
  @Test("the sum counts, not the best pair")
  func sum() {
    let pairs = [pair(0, 0, 10), pair(0, 1, 9), pair(1, 0, 8)]
    #expect(PairAssignment(pairs, above: 0).best.map { [$0.left, $0.right] } == [[0, 1], [1, 0]])
  }

  @Test("a pair at or below the threshold is never taken, though it would fill a place")
  func threshold() {
    let pairs = [pair(0, 0, 10), pair(1, 0, 9), pair(1, 1, 2)]
    #expect(PairAssignment(pairs, above: 2).best.map { [$0.left, $0.right] } == [[0, 0]])
  }

  @Test("no other choice has a greater sum, on 300 small problems from a seed", arguments: 0..<3)
  func best(seed: Int) {
    var chance = SplitMix64(seed: UInt64(seed))
    for _ in 0..<100 {
      var pairs: [ScoredPair] = []
      for left in 0..<chance.number(1...4) {
        for right in 0..<4 where chance.chance(600) { pairs.append(pair(left, right, Double(chance.number(1...12)))) }
      }
      let found = PairAssignment(pairs, above: 0).best
      #expect(Set(found.map(\.left)).count == found.count && Set(found.map(\.right)).count == found.count)
      #expect(found.reduce(0) { $0 + $1.weight } == most(pairs[...], [], []))
    }
  }

  /// The greatest sum of any choice, by trying all.
  private func most(_ pairs: ArraySlice<ScoredPair>, _ left: Set<Int>, _ right: Set<Int>) -> Double {
    guard let first = pairs.first else { return 0 }
    let without = most(pairs.dropFirst(), left, right)
    guard !left.contains(first.left), !right.contains(first.right) else { return without }
    let with = first.weight + most(pairs.dropFirst(), left.union([first.left]), right.union([first.right]))
    return max(with, without)
  }

  @Test("who found no other is likelier to be right: the odds grow by what is left on either side")
  func odds() {
    let odds = OneToOneOdds(records: (98, 98))
    #expect(abs(odds.bonus(linked: 74) - 4) < 1e-9)
    #expect(odds.bonus(linked: 98) == OneToOneOdds.most)
    // 3 bits against: taken only because most others are linked.
    let pairs = (0..<74).map { pair($0, $0, 9) } + [pair(80, 80, -3)]
    #expect(odds.assigned(pairs, above: 0).count == 75)
    #expect(OneToOneOdds(records: (9_800, 9_800)).assigned(pairs, above: 0).count == 74)
  }

  @Test("within a file, a pair that speaks against it keeps two groups apart")
  func clusters() {
    let pairs = [pair(0, 1, 9), pair(1, 2, 8), pair(0, 2, -5), pair(3, 4, 7), pair(4, 5, 6)]
    let found = RecordClusters(pairs, above: 0).pairs
    #expect(found.map { [$0.left, $0.right] } == [[0, 1], [3, 4], [3, 5], [4, 5]])
  }
}

@Suite("Accuracy")
struct AccuracyTests {
  @Test("shares and intervals are those of the counts")
  func shares() {
    let accuracy = LinkAccuracy(Set([1, 2, 3, 4]), truth: Set([2, 3, 4, 5, 6]))
    #expect(accuracy == LinkAccuracy(right: 3, wrong: 1, missed: 2))
    #expect(accuracy.precision == 0.75 && accuracy.recall == 0.6)
    #expect(abs((accuracy.f1 ?? 0) - 2.0 / 3) < 1e-12)
    // Wilson's interval for 3 of 4, and for 3 of 6 as F1 has it.
    #expect(abs((accuracy.precisionInterval?.lower ?? 0) - 0.3006) < 0.0001)
    #expect(abs((accuracy.f1Interval?.lower ?? 0) - 2 * 0.18762 / 1.18762) < 0.0001)
    #expect(LinkAccuracy(right: 0, wrong: 0, missed: 0).f1 == nil)
  }
}
