import Foundation
import KithTesting
import Testing

@testable import KithLinkage

/// The shared cases of anonlink 0.15.3.
private struct AnonlinkVectors {
  let json: [String: Any]

  init() throws {
    let path = SharedFolder.path("cases/linkage/anonlink_vectors/febrl4_50_dice_and_solver.json")
    let object = try JSONSerialization.jsonObject(with: Data(contentsOf: URL(filePath: path)))
    json = try #require(object as? [String: Any])
  }

  func cases(_ name: String) throws -> [[String: Any]] { try #require(json[name] as? [[String: Any]]) }

  func object(_ name: String) throws -> [String: Any] { try #require(json[name] as? [String: Any]) }
}

/// Candidates as the cases write them: similarity, parties, positions.
private func pairs(_ rows: Any?) throws -> [CandidatePair] {
  try #require(rows as? [[Any]]).map { row in
    let numbers = try row.dropFirst().map { try #require($0 as? Int) }
    let similarity = try #require((row[0] as? String).flatMap { Double($0) } ?? row[0] as? Double)
    return CandidatePair(
      similarity: similarity, RecordPlace(party: numbers[0], row: numbers[2]),
      RecordPlace(party: numbers[1], row: numbers[3]))
  }
}

private func groups(_ rows: Any?) throws -> [[RecordPlace]] {
  try #require(rows as? [[[Int]]]).map { $0.map { RecordPlace(party: $0[0], row: $0[1]) } }
}

@Suite("Similarities, candidates and groups beside anonlink's", .enabled(if: SharedFolder.isPresent))
struct AnonlinkTests {
  private let vectors: AnonlinkVectors
  private let clks: [[UInt8]]

  init() throws {
    vectors = try AnonlinkVectors()
    clks = try VectorFile.read("febrl4_50_blake.json").file.clks_base64.map {
      Array(try #require(Data(base64Encoded: $0)))
    }
  }

  private func party(_ range: Range<Int>) throws -> Encodings {
    try #require(Encodings(length: 1024, serial: Array(clks[range])))
  }

  @Test("each pair has anonlink's Dice similarity")
  func similarities() async throws {
    let found = try await PairSearch(threshold: 0).candidates(among: [party(0..<25), party(25..<50)])
    let matrix = try #require(vectors.json["dice_matrix"] as? [[String]])
    #expect(found.count == 625)
    for pair in found {
      #expect(pair.similarity == Double(matrix[Int(pair.a.row)][Int(pair.b.row)]))
    }
  }

  @Test("two parties have anonlink's candidates and groups, at each threshold and number of candidates")
  func twoParties() async throws {
    for item in try vectors.cases("cases") {
      let search = PairSearch(threshold: try #require(item["threshold"] as? Double), most: item["k"] as? Int)
      let found = try await search.candidates(among: [party(0..<25), party(25..<50)])
      #expect(found == (try pairs(item["candidate_pairs"])))
      #expect(RecordGroups(found).groups == (try groups(item["greedy"])))
      for (share, expected) in try #require(item["probabilistic_greedy"] as? [String: Any]) {
        let found = RecordGroups(found, share: try #require(Double(share)), onePerParty: true)
        #expect(found.groups == (try groups(expected)))
      }
    }
  }

  @Test("three parties have anonlink's candidates and groups")
  func threeParties() async throws {
    let item = try vectors.object("three_party")
    let found = try await PairSearch(threshold: 0.7).candidates(among: [party(0..<20), party(30..<50), party(10..<25)])
    #expect(found == (try pairs(item["candidate_pairs"])))
    #expect(RecordGroups(found).groups == (try groups(item["greedy"])))
    for (share, expected) in try #require(item["probabilistic_greedy"] as? [String: Any]) {
      let formed = RecordGroups(found, share: try #require(Double(share)), onePerParty: true)
      #expect(formed.groups == (try groups(expected)))
    }
  }

  @Test("groups that form in any order are anonlink's")
  func solver() throws {
    for item in try vectors.cases("solver_only") {
      let candidates = try pairs(item["candidates"])
      #expect(RecordGroups(candidates).groups == (try groups(item["greedy"])))
      for (share, by) in try #require(item["probabilistic_greedy"] as? [String: [String: Any]]) {
        for (one, expected) in by {
          let formed = RecordGroups(candidates, share: try #require(Double(share)), onePerParty: one == "True")
          #expect(formed.groups == (try groups(expected)))
        }
      }
    }
  }
}
