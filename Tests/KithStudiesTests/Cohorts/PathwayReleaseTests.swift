import KithDisclosure
import Testing

@testable import KithStudies

@Suite("Ways as they may be released")
struct PathwayReleaseTests {
  private func sequences(_ ways: [(text: String, count: Int)]) throws -> StateSequences {
    let states = ["none", "need", "care"]
    let rows = ways.flatMap { way in
      Array(repeating: way.text.map { UInt8(["n": 0, "i": 1, "c": 2][$0] ?? 0) }, count: way.count)
    }
    return try StateSequences(states: states, rows)
  }

  private func study(_ sequences: StateSequences, clusters: Int = 0) async throws -> PathwayStudy {
    try await PathwayStudy(
      sequences, .optimalMatching(.constant(states: 3)), clusters: clusters)
  }

  @Test("an order of states stands for all who had it, each state as long as it lasted on average, and never for few")
  func ways() async throws {
    // Three months each: need 1, 2 and 3 months, then none.
    let all = try sequences([("innn", 6), ("iinn", 4), ("iiin", 2), ("ccii", 9), ("nnnn", 11)])
    let found = try await study(all)
    #expect(found.ways.count == 2)
    // Of the 12, need lasts (6 × 1 + 4 × 2 + 2 × 3) / 12 = 1.67 months and none 2.33: 2 and 2 in whole ones.
    #expect(found.ways[0].children == 12 && found.ways[0].runs.map(\.state) == [1, 0])
    #expect(found.ways[0].runs.map(\.length) == [2, 2])
    #expect(found.ways[1].children == 11 && found.ways[1].runs.map(\.length) == [4])
  }

  @Test("counts by time, and what followed what, are as counted where none is small")
  func shown() async throws {
    let all = try sequences([("iinn", 20), ("cccc", 12), ("nnii", 15)])
    let outcome = try PathwayRelease(await study(all), of: all, title: "x").outcome(under: .childrenInNeed)
    let tables = outcome.tables.tables
    #expect(tables[0].rows[0] == [.count(1), .count(15), .count(20), .count(12), .count(47)])
    #expect(tables[0].rows[3] == [.count(4), .count(20), .count(15), .count(12), .count(47)])
    // Of none: 20 from the third month to the fourth, 15 from the first to the second; and 15 go on to need.
    #expect(tables[1].rows[0] == [.text("none"), .count(35), .count(15), .count(0)])
    #expect(outcome.count(ofWay: 0)?.value.number == 20 && outcome.others?.value.number == 0)
  }

  @Test("a state of few is withheld at each time, and cannot be had from the others")
  func withheld() async throws {
    let all = try sequences([("iinn", 20), ("cccc", 3), ("nnii", 15)])
    let outcome = try PathwayRelease(await study(all), of: all, title: "x").outcome(under: .childrenInNeed)
    for row in outcome.tables.tables[0].rows {
      #expect(row[3] == .text("c") && row[1...2].contains(.text("c")) && row[4] == .count(38))
    }
    #expect(outcome.others?.value.number == nil && !outcome.tables.audit.isEmpty)
  }

  @Test("sequences of different lengths are refused")
  func lengths() async throws {
    let ragged = try sequences([("iinn", 20), ("cc", 12)])
    let found = try await study(ragged)
    #expect(throws: StudyError.self) { try PathwayRelease(found, of: ragged, title: "x") }
  }
}
