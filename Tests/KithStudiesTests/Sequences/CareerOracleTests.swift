import Foundation
import KithStudies
import KithTesting
import Testing

/// 712 young people from school to work over 70 months, and 300 families' lives, as TraMineR and cluster have them.
@Suite("Sequences of many", .enabled(if: SharedFolder.isPresent))
struct CareerOracleTests {
  struct Known: Decodable {
    struct Summary: Decodable {
      let sum: Double
      let sd: Double
      let max: Double
    }
    struct Ward: Decodable {
      let merge_heights_last10: [Double]
      let cluster_sizes_k4: [Int]
      let ASW_k2_8: [Double]
      let cutree_k4: [Int]
    }
    struct Medoids: Decodable {
      let k: Int
      let medoids_1based: [Int]
      let sizes: [Int]
      let objective: [Double]
      let ASW_k2_8: [Double]
      let clustering: [Int]
    }
    let alphabet: [String]
    let TRATE_sm: [[Double]]
    let TRATE_indel: Double
    let full_matrix_summary: [String: Summary]
    let trate: [[Double]]
    let meantime: [Double]
    let entropy_first10: [Double]
    let turbulence_first10: [Double]
    let complexity_first10: [Double]
    let entropy_mean: Double
    let turbulence_mean: Double
    let complexity_mean: Double
    let transversal_entropy: [Double]
    let ward: Ward
    let pam: Medoids
  }

  private func known() throws -> Known { try expected("sequences/mvad_expected.json", as: Known.self) }

  private func careers(_ known: Known) throws -> StateSequences {
    let table = try NumberTable("sequences/mvad_states.csv")
    let months = (1...70).map { table["m\($0)"] }
    return try StateSequences(states: known.alphabet, (0..<712).map { child in months.map { UInt8($0[child]) } })
  }

  private func corner(_ name: String) throws -> [[Double]] {
    let text = try String(contentsOf: URL(filePath: studyCase("sequences/mvad_dist60_\(name).csv")), encoding: .utf8)
    return text.split(separator: "\n").map { $0.split(separator: ",").map { Double($0) ?? .nan } }
  }

  @Test("all distances of 712 careers are TraMineR's")
  func distances() async throws {
    let known = try known()
    let careers = try careers(known)
    let observed = SubstitutionCosts.transitionRates(of: careers, indel: 1)
    #expect(areNear(observed.matrix, known.TRATE_sm))
    #expect(isNear(SubstitutionCosts.transitionRates(of: careers).indel, known.TRATE_indel))
    for (measure, summary, file) in [
      (Dissimilarity.optimalMatching(.constant(states: 6)), "OM_const2_indel1", "om"),
      (.optimalMatching(observed), "OM_TRATE_indel1", "omt"), (.dynamicHamming, "DHD", "dh"),
      (.hamming(.constant(1, states: 6)), "HAM", "ha"), (.longestCommonSubsequence, "LCS", "lc"),
    ] {
      let found = try await DistanceMatrix.between(careers, measure)
      let expected = try #require(known.full_matrix_summary[summary])
      let mean = found.pairs.reduce(0, +) / Double(found.pairs.count)
      let squares = found.pairs.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
      #expect(isNear(found.pairs.reduce(0, +), expected.sum, relative: 1e-12))
      #expect(isNear((squares / Double(found.pairs.count - 1)).squareRoot(), expected.sd))
      #expect(isNear(found.pairs.max() ?? 0, expected.max))
      let known = try corner(file)
      for row in known.indices {
        for column in known.indices { #expect(isNear(found[row, column], known[row][column])) }
      }
    }
  }

  @Test("Ward's clusters and their silhouettes are R's")
  func ward() async throws {
    let known = try known()
    let distances = try await DistanceMatrix.between(careers(known), .optimalMatching(.constant(states: 6)))
    let tree = WardClustering(distances)
    #expect(areNear(tree.merges.suffix(10).map(\.height), known.ward.merge_heights_last10))
    #expect(tree.clusters(4).map { $0 + 1 } == known.ward.cutree_k4)
    let widths = (2...8).map { ClusterQuality(distances, tree.clusters($0)).averageSilhouette }
    #expect(areNear(widths, known.ward.ASW_k2_8))
  }

  @Test("medoids, their clusters and silhouettes are those of R's cluster")
  func medoids() async throws {
    let known = try known()
    let distances = try await DistanceMatrix.between(careers(known), .optimalMatching(.constant(states: 6)))
    let found = try MedoidClustering(distances, clusters: known.pam.k)
    #expect(found.medoids.map { $0 + 1 } == known.pam.medoids_1based)
    #expect(found.clusters.map { $0 + 1 } == known.pam.clustering)
    #expect(areNear([found.objective.built, found.objective.exchanged], known.pam.objective))
    // Exchanges of eight medoids take a while in a debug build.
    let isLong = ProcessInfo.processInfo.environment["KITH_LONG_TESTS"] != nil
    for k in isLong ? [2, 3, 4, 5, 6, 7, 8] : [2, 4] {
      let clusters = try MedoidClustering(distances, clusters: k).clusters
      #expect(isNear(ClusterQuality(distances, clusters).averageSilhouette, known.pam.ASW_k2_8[k - 2]))
    }
  }

  @Test("what careers are like is TraMineR's")
  func indicators() throws {
    let known = try known()
    let careers = try careers(known)
    let found = careers.sequences.map { SequenceIndicators($0, states: 6) }
    func mean(_ values: [Double]) -> Double { values.reduce(0, +) / Double(values.count) }
    #expect(areNear(found.prefix(10).map(\.normalisedEntropy), known.entropy_first10))
    #expect(areNear(found.prefix(10).map(\.turbulence), known.turbulence_first10))
    #expect(areNear(found.prefix(10).map(\.complexity), known.complexity_first10))
    #expect(isNear(mean(found.map(\.normalisedEntropy)), known.entropy_mean))
    #expect(isNear(mean(found.map(\.turbulence)), known.turbulence_mean))
    #expect(isNear(mean(found.map(\.complexity)), known.complexity_mean))
    #expect(areNear(TransitionRates(careers).rates, known.trate))
    let distribution = StateDistribution(careers)
    #expect(areNear(distribution.meanTimes, known.meantime))
    #expect(areNear(distribution.entropies, known.transversal_entropy))
  }

  struct Families: Decodable {
    let OM_TRATE_indel1: Known.Summary
    let HAM: Known.Summary
    let OM_first10: [[Double]]
    let TRATE_sm: [[Double]]
  }

  @Test("distances of 300 families' lives are TraMineR's, and the same with each sequence taken once")
  func families() async throws {
    let known = try expected("sequences/biofam300_expected.json", as: Families.self)
    let table = try NumberTable("sequences/biofam300.csv")
    let years = (15...30).map { table["a\($0)"] }
    let lives = try StateSequences(
      states: (0..<8).map(String.init), (0..<300).map { child in years.map { UInt8($0[child]) } })
    let costs = SubstitutionCosts.transitionRates(of: lives, indel: 1)
    // TraMineR sorts the states of these data otherwise.
    #expect(areNear(costs.matrix.flatMap { $0 }.sorted(), known.TRATE_sm.flatMap { $0 }.sorted()))
    let found = try await DistanceMatrix.between(lives, .optimalMatching(costs))
    #expect(isNear(found.pairs.reduce(0, +), known.OM_TRATE_indel1.sum))
    for a in 0..<10 { for b in 0..<10 { #expect(isNear(found[a, b], known.OM_first10[a][b])) } }
    let hamming = try await DistanceMatrix.between(lives, .hamming(.constant(1, states: 8)))
    #expect(hamming.pairs.reduce(0, +) == known.HAM.sum)
    let (distinct, weights, places) = lives.distinct
    #expect(weights.reduce(0, +) == 300 && distinct.count < 300)
    let fewer = try await DistanceMatrix.between(distinct, .optimalMatching(costs))
    for a in 0..<300 { for b in 0..<a { #expect(isNear(fewer[places[a], places[b]], found[a, b])) } }
    // Ties are broken by order, so the same children are taken in the order of their states.
    let sorted = try StateSequences(
      states: lives.states, zip(distinct.sequences, weights).flatMap { Array(repeating: $0, count: $1) })
    let each = try await DistanceMatrix.between(sorted, .optimalMatching(costs))
    let (all, once) = (WardClustering(each), WardClustering(fewer, weights: weights))
    let silhouettes = [
      ClusterQuality(each, all.clusters(4)), ClusterQuality(fewer, once.clusters(4), weights: weights),
    ]
    #expect(areNear(all.merges.suffix(5).map(\.height), once.merges.suffix(5).map(\.height)))
    #expect(isNear(silhouettes[0].averageSilhouette, silhouettes[1].averageSilhouette))
  }

  @Test("the share of discrepancy between groups is worked out from distances as its definition says")
  func discrepancy() throws {
    // Two pairs, each one apart, and four apart from each other: total 18/4, within 1/2 + 1/2.
    let distances = DistanceMatrix(count: 4, pairs: [1, 4, 4, 4, 4, 1])
    let found = try Discrepancy(distances, groups: [0, 0, 1, 1])
    #expect(isNear(found.pseudoR2, (4.5 - 1) / 4.5) && isNear(found.pseudoF, 3.5 / (1.0 / 2)))
    #expect(throws: StudyError.self) { try Discrepancy(distances, groups: [0, 0, 0, 0]) }
  }
}
