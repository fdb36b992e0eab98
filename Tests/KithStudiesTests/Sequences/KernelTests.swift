import KithStudies
import KithTesting
import Testing

@Suite("Distances by kernels")
struct KernelTests {
  /// Optimal matching as its recurrence is written.
  private func plain(_ a: [UInt8], _ b: [UInt8], _ costs: SubstitutionCosts) -> Double {
    var row = (0...b.count).map { Double($0) * costs.indel }
    for state in a {
      var next = [row[0] + costs.indel]
      for (place, other) in b.enumerated() {
        let exchanged = row[place] + costs.matrix[Int(state)][Int(other)]
        next.append(min(exchanged, row[place + 1] + costs.indel, next[place] + costs.indel))
      }
      row = next
    }
    return row[b.count]
  }

  @Test(
    "many at a time are what one at a time gives, of any lengths, in any order",
    arguments: [(7, 20), (40, 64), (45, 65), (70, 140), (33, 1)])
  func kernels(_ count: Int, _ longest: Int) async throws {
    var dice = SplitMix64(seed: UInt64(count))
    let sequences = (0..<count).map { _ in
      (0..<dice.number(0...longest)).map { _ in UInt8(dice.chance(600) ? 1 : dice.number(0...4)) }
    }
    let matrix = (0..<5).map { a in (0..<5).map { Double(abs(a - $0)) * 0.37 } }
    for ordered in [false, true] {
      let all = try StateSequences(states: ["a", "b", "c", "d", "e"], sequences)
      let taken = ordered ? all.distinct.sequences : all
      for costs in [try SubstitutionCosts(matrix, indel: 0.5), .constant(3, states: 5, indel: 1.25)] {
        let found = try await DistanceMatrix.between(taken, .optimalMatching(costs))
        for a in 0..<taken.count {
          for b in 0..<a {
            #expect(isNear(found[a, b], plain(taken.sequences[a], taken.sequences[b], costs)))
          }
        }
      }
    }
  }

  @Test("one sequence, none, and empty ones have distances")
  func few() async throws {
    for sequences in [[], [[0, 1]], [[], []]] as [[[UInt8]]] {
      let few = try StateSequences(states: ["a", "b"], sequences)
      let found = try await DistanceMatrix.between(few, .optimalMatching(.constant(states: 2)))
      #expect(found.count == sequences.count && found.pairs.allSatisfy { $0 == 0 })
      #expect(WardClustering(found).clusters(1).allSatisfy { $0 == 0 })
    }
    await #expect(throws: StudyError.self) {
      try await PathwayStudy(StateSequences(states: ["a"], []), .longestCommonSubsequence, clusters: 0)
    }
  }
}
