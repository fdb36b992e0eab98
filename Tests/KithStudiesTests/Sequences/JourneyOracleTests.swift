import KithStudies
import KithTesting
import Testing

/// Six journeys of eight months, and what TraMineR makes of them.
@Suite("Sequences of six children", .enabled(if: SharedFolder.isPresent))
struct JourneyOracleTests {
  struct Known: Decodable {
    let alphabet: [String]
    let custom_sm: [[Double]]
    let OM_const2_indel1: [[Double]]
    let OM_const2_indel1_5: [[Double]]
    let OM_custom_ordinal_indel1: [[Double]]
    let OM_custom_norm_maxlength: [[Double]]
    let OM_custom_norm_gmean: [[Double]]
    let OM_custom_norm_maxdist: [[Double]]
    let OM_custom_norm_YujianBo: [[Double]]
    let TRATE_sm: [[Double]]
    let TRATE_indel: Double
    let OM_TRATE: [[Double]]
    let HAM: [[Double]]
    let HAM_custom: [[Double]]
    let DHD: [[Double]]
    let LCS: [[Double]]
    let LCP: [[Double]]
    let OMspell_custom: [[Double]]
    let entropy_normalised: [Double]
    let entropy_raw_nats: [Double]
    let turbulence: [Double]
    let turbulence_norm: [Double]
    let complexity: [Double]
    let transitions: [Int]
    let n_distinct_successive_subseq: [Double]
    let trate: [[Double]]
    let meantime: [Double]
    let statd_freq: [[Double]]
    let statd_entropy: [Double]

    enum CodingKeys: String, CodingKey {
      case alphabet, custom_sm, OM_const2_indel1, OM_custom_ordinal_indel1, OM_custom_norm_maxlength,
        OM_custom_norm_gmean
      case OM_custom_norm_maxdist, OM_custom_norm_YujianBo, TRATE_sm, TRATE_indel, OM_TRATE, HAM, HAM_custom, DHD, LCS,
        LCP
      case OMspell_custom, entropy_normalised, entropy_raw_nats, turbulence, turbulence_norm, complexity, transitions
      case n_distinct_successive_subseq, trate, meantime, statd_freq, statd_entropy
      case OM_const2_indel1_5 = "OM_const2_indel1.5"
    }
  }

  private func known() throws -> Known { try expected("sequences/tiny_journeys_expected.json", as: Known.self) }

  private func journeys(_ known: Known) throws -> StateSequences {
    let table = try NumberTable("sequences/tiny_journeys.csv")
    let months = (1...8).map { table.texts["m\($0)"] ?? [] }
    return try StateSequences(
      states: known.alphabet,
      (0..<6).map { child in months.map { UInt8(known.alphabet.firstIndex(of: $0[child]) ?? 0) } })
  }

  @Test("optimal matching is TraMineR's, by constant, given and observed costs")
  func matching() async throws {
    let known = try known()
    let journeys = try journeys(known)
    let custom = try SubstitutionCosts(known.custom_sm)
    let observed = SubstitutionCosts.transitionRates(of: journeys)
    #expect(areNear(observed.matrix, known.TRATE_sm) && observed.indel == known.TRATE_indel)
    for (costs, matrix) in [
      (.constant(states: 5), known.OM_const2_indel1), (.constant(states: 5, indel: 1.5), known.OM_const2_indel1_5),
      (custom, known.OM_custom_ordinal_indel1), (observed, known.OM_TRATE),
    ] {
      #expect(areNear(try await DistanceMatrix.between(journeys, .optimalMatching(costs)).rows, matrix))
    }
  }

  @Test("distances set against lengths are TraMineR's")
  func norms() async throws {
    let known = try known()
    let journeys = try journeys(known)
    let custom = try SubstitutionCosts(known.custom_sm)
    let distances = try await DistanceMatrix.between(journeys, .optimalMatching(custom))
    for (norm, matrix) in [
      (DistanceNorm.longest, known.OM_custom_norm_maxlength), (.geometricMean, known.OM_custom_norm_gmean),
      (.greatest, known.OM_custom_norm_maxdist), (.yujianBo, known.OM_custom_norm_YujianBo),
    ] {
      #expect(areNear(distances.normalised(norm, journeys, custom).rows, matrix))
    }
  }

  @Test("Hamming distances, common subsequences and beginnings, and matching of runs are TraMineR's")
  func others() async throws {
    let known = try known()
    let journeys = try journeys(known)
    let custom = try SubstitutionCosts(known.custom_sm)
    for (measure, matrix) in [
      (Dissimilarity.hamming(.constant(1, states: 5)), known.HAM), (.hamming(custom), known.HAM_custom),
      (.dynamicHamming, known.DHD), (.longestCommonSubsequence, known.LCS), (.longestCommonPrefix, known.LCP),
      (.optimalMatchingOfSpells(custom, expansion: 0.5), known.OMspell_custom),
    ] {
      #expect(areNear(try await DistanceMatrix.between(journeys, measure).rows, matrix))
    }
  }

  @Test("what each journey is like is TraMineR's")
  func indicators() throws {
    let known = try known()
    let journeys = try journeys(known)
    let found = journeys.sequences.map { SequenceIndicators($0, states: 5) }
    #expect(found.map(\.transitions) == known.transitions)
    #expect(found.map(\.subsequences) == known.n_distinct_successive_subseq)
    #expect(areNear(found.map(\.entropy), known.entropy_raw_nats))
    #expect(areNear(found.map(\.normalisedEntropy), known.entropy_normalised))
    #expect(areNear(found.map(\.complexity), known.complexity))
    #expect(areNear(found.map(\.turbulence), known.turbulence))
    #expect(areNear(found.map(\.normalisedTurbulence), known.turbulence_norm))
  }

  @Test("rates of transition and the distribution of states are TraMineR's")
  func distribution() throws {
    let known = try known()
    let journeys = try journeys(known)
    let found = StateDistribution(journeys)
    #expect(areNear(TransitionRates(journeys).rates, known.trate))
    #expect(areNear(found.meanTimes, known.meantime))
    #expect(areNear(found.shares, known.statd_freq))
    #expect(areNear(found.entropies, known.statd_entropy))
  }

  struct Unequal: Decodable {
    let input: [String]
    let lengths: [Int]
    let OM_custom_with_missing_cost2: [[Double]]
  }

  @Test("sequences of unequal lengths, with gaps as a state of their own, are matched as TraMineR does")
  func unequal() async throws {
    let known = try known()
    let case_ = try expected("sequences/unequal_missing_expected.json", as: Unequal.self)
    let states = known.alphabet + ["missing"]
    let sequences = zip(case_.input, case_.lengths).map { text, length in
      text.split(separator: ",", omittingEmptySubsequences: false).prefix(length).map { cell in
        UInt8(states.firstIndex(of: String(cell)) ?? 5)
      }
    }
    let costs = try SubstitutionCosts(
      known.custom_sm.map { $0 + [2] } + [[2, 2, 2, 2, 2, 0]])
    let journeys = try StateSequences(states: states, sequences)
    let rows = try await DistanceMatrix.between(journeys, .optimalMatching(costs)).rows
    #expect(areNear(rows, case_.OM_custom_with_missing_cost2))
    await #expect(throws: StudyError.self) { try await DistanceMatrix.between(journeys, .dynamicHamming) }
  }
}
