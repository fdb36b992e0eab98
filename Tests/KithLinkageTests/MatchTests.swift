import Foundation
import KithReturns
import KithTesting
import Testing

@testable import KithLinkage

@Suite("Matching parties")
struct MatchTests {
  private let key = LinkageKey(secret: Array("a key for tests of matching".utf8))

  private func parties(_ schema: LinkageSchema, _ files: [String], id: String = "id") async throws -> [(
    BlockedRecords, [String]
  )] {
    var parties: [(BlockedRecords, [String])] = []
    for text in files {
      let folder = try ScratchFolder()
      try folder.write(text, "p.csv")
      let source = try RecordSource(try RecordText(folder.path + "/p.csv"), schema, id: id)
      let run = try await EncodingRun(source, schema, key: key, leavesUnfitOut: true)
      parties.append((run.records, run.origins.map { if case .row(let row) = $0 { source.name(row) } else { "" } }))
    }
    return parties
  }

  /// Two files of invented people, of whom the first 60 are in both, with a letter changed in some.
  private var files: [String] {
    let people = InventedPeople(100, seed: 3, sample: 1).people
    let text = { (range: Range<Int>, isChanged: Bool) in
      range.reduce(into: "id,given_name,surname,dob,sex,postcode\n") { text, number in
        var fields = people[number].fields
        if isChanged, number % 3 == 0 { fields[1] += "X" }
        text += "P\(number)," + fields.joined(separator: ",") + "\n"
      }
    }
    return [
      text(0..<80, false), text(0..<60, true) + String(text(80..<100, true).split(separator: "\n", maxSplits: 1)[1]),
    ]
  }

  @Test(
    "people in two files are linked, at a threshold that nobody gave",
    arguments: [MatchRequest.Solving.greedy, .optimal])
  func two(solving: MatchRequest.Solving) async throws {
    let parties = try await parties(try .children(project: "test"), files)
    let run = try await MatchRun(parties.map(\.0), MatchRequest(solving: solving))
    let names = run.links.map { [parties[0].1[Int($0.a.row)], parties[1].1[Int($0.b.row)]] }
    #expect(names.count { $0[0] == $0[1] } >= 58 && names.count <= 61)
    #expect(run.groups.count == run.links.count && run.compared == 80 * 80)
    #expect(abs((run.estimates.first?.expectedMatches ?? 0) - 60) < 4)
    #expect(run.estimates.first?.chosen?.threshold == run.thresholds[0])
  }

  @Test("blocking by tokens finds the same links with fewer comparisons")
  func blocked() async throws {
    let parties = try await parties(try .children(project: "test"), files).map(\.0)
    let all = try await MatchRun(parties, MatchRequest(threshold: 0.6))
    let blocked = try await MatchRun(parties, MatchRequest(threshold: 0.6, blocking: .tokens))
    #expect(blocked.links == all.links && blocked.compared < all.compared / 4)
    #expect(blocked.rules.count == 6)
    let sampled = try await MatchRun(
      parties, MatchRequest(threshold: 0.6, blocking: .samples(tables: 40, bits: 8, seed: "s")))
    #expect(Double(sampled.links.count) > 0.9 * Double(all.links.count))
  }

  @Test("three parties make groups of one record of each at most")
  func three() async throws {
    let parties = try await parties(try .children(project: "test"), files + [files[0]]).map(\.0)
    let run = try await MatchRun(parties, MatchRequest())
    #expect(run.groups.count { $0.count == 3 } > 50)
    #expect(run.groups.allSatisfy { Set($0.map(\.party)).count == $0.count })
    await #expect(throws: LinkageError.self) { try await MatchRun(parties, MatchRequest(solving: .optimal)) }
  }

  @Test("decoys are not taken for people")
  func decoys() async throws {
    let plain = try LinkageSchema.children(project: "test")
    let settings = KithSettings(
      normalisation: plain.settings?.normalisation ?? [:], hardening: [.diffusion(3)], decoys: 50)
    let schema = try LinkageSchema(
      length: 1024, derivation: plain.derivation, features: plain.features, settings: settings)
    let parties = try await parties(schema, files)
    #expect(parties[0].0.encodings.count == 120)
    let run = try await MatchRun(parties.map(\.0), MatchRequest())
    let names = run.links.map { [parties[0].1[Int($0.a.row)], parties[1].1[Int($0.b.row)]] }
    #expect(names.count { $0[0] == $0[1] && !$0[0].isEmpty } >= 55)
    #expect(names.count { $0.contains("") } <= 5)
  }

  @Test("nobody to link, and one record, are no crash")
  func few() async throws {
    let header = "id,given_name,surname,dob,sex,postcode\n"
    let parties = try await parties(try .children(project: "test"), [header, header + "P,Ann,Bee,2011-01-01,F,\n"]).map(
      \.0)
    #expect(try await MatchRun(parties, MatchRequest()).links.isEmpty)
    #expect(try await MatchRun(parties.reversed(), MatchRequest()).links.isEmpty)
    await #expect(throws: LinkageError.self) {
      try await MatchRun(parties.map { BlockedRecords($0.encodings, tokens: []) }, MatchRequest(blocking: .tokens))
    }
  }

  @Test("FEBRL 4 is linked without the truth", .enabled(if: SharedFolder.isPresent && isLong))
  func febrl4() async throws {
    let schema = try LinkageSchema(
      json: Array(try Data(contentsOf: URL(filePath: SharedFolder.path("peers/linkage/schemas/kith_lean_blake.json")))))
    let texts = try ["febrl4a", "febrl4b"].map {
      try String(contentsOf: URL(filePath: SharedFolder.path("cases/linkage/febrl/\($0).csv")), encoding: .utf8)
    }
    let parties = try await parties(schema, texts, id: "rec_id")
    let run = try await MatchRun(parties.map(\.0), MatchRequest())
    let right = run.links.count {
      parties[0].1[Int($0.a.row)].split(separator: "-")[1] == parties[1].1[Int($0.b.row)].split(separator: "-")[1]
    }
    let accuracy = LinkAccuracy(right: right, wrong: run.links.count - right, missed: 5000 - right)
    #expect((accuracy.f1 ?? 0) >= 0.999)
  }
}

/// Whether the tests that take minutes are run.
private let isLong = ProcessInfo.processInfo.environment["KITH_LONG_TESTS"] != nil
