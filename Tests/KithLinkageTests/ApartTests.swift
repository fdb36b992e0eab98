import Foundation
import KithReturns
import KithTables
import KithTesting
import Testing

@testable import KithLinkage

@Suite("Features weighed apart")
struct ApartTests {
  private let key = LinkageKey(secret: Array("a key for tests of features apart".utf8))

  private struct Party {
    let run: EncodingRun
    let names: [String]

    /// The words of a record.
    func words(_ name: String) -> ArraySlice<UInt64> {
      let (row, width) = (names.firstIndex(of: name) ?? 0, run.records.encodings.width)
      return run.records.encodings.words[row * width..<(row + 1) * width]
    }
  }

  private func party(_ text: String, _ schema: LinkageSchema, id: String = "id") async throws -> Party {
    let folder = try ScratchFolder()
    try folder.write(text, "p.csv")
    let source = try RecordSource(try RecordText(folder.path + "/p.csv"), schema, id: id)
    let run = try await EncodingRun(source, schema, key: key, leavesUnfitOut: true, tasks: 2)
    return Party(run: run, names: run.origins.map { if case .row(let row) = $0 { source.name(row) } else { "" } })
  }

  private func links(_ a: Party, _ b: Party, _ schema: LinkageSchema, _ request: MatchRequest = MatchRequest())
    async throws -> [NamedPair]
  {
    let layout = try #require(ApartFeatures(schema))
    let run = try await MatchRun([a.run.records, b.run.records], layout, request)
    return run.links.map { NamedPair(a.names[Int($0.a.row)], b.names[Int($0.b.row)]) }
  }

  private static let header = "id,given_name,surname,dob,sex,postcode\n"

  @Test("each feature has words of its own; names in each other's place are the same words, in one year of birth")
  func words() async throws {
    let schema = try LinkageSchema.children(project: "test", isApart: true)
    let party = try await party(
      Self.header + "1,Zelda,Quince,2014-03-02,F,ZZ1 1AA\n2,Quince,Zelda,2014-05-06,M,ZZ1 1AA\n"
        + "3,Zelda,Quince,2015-03-02,F,\n", schema)
    let layout = try #require(ApartFeatures(schema))
    #expect(layout.features.map(\.words) == [0..<8, 8..<16, 16..<24, 24..<25, 25..<32] && layout.saltWord == 32)
    let (one, two, three) = (party.words("1"), party.words("2"), party.words("3"))
    let word = { (words: ArraySlice<UInt64>, range: Range<Int>) in Array(Array(words)[range]) }
    #expect(word(one, 0..<8) == word(two, 8..<16) && word(one, 8..<16) == word(two, 0..<8))
    #expect(word(one, 25..<32) == word(two, 25..<32) && word(one, 32..<33) == word(two, 32..<33))
    #expect(word(one, 0..<8) != word(three, 0..<8) && word(one, 32..<33) != word(three, 32..<33))
    #expect(word(three, 25..<32).allSatisfy { $0 == 0 } && word(one, 24..<25) == word(three, 24..<25))
  }

  @Test("changed letters, swapped names and wrong days are seen through; the same again is the same")
  func invented() async throws {
    let schema = try LinkageSchema.children(project: "test", isApart: true)
    let people = InventedPeople(900, seed: 5, sample: 1).people.map(\.fields)
    let changed = people[..<600].enumerated().map { number, fields -> [String] in
      switch number % 6 {
      case 0: return [fields[1], fields[0]] + fields[2...]
      case 1: return [fields[0], fields[1] + "X"] + fields[2...]
      case 2: return fields[..<4] + ["ZZ9\(number % 10) \(number % 9)XX"]
      default: return fields
      }
    }
    let text = { (records: [[String]], first: Int) in
      Self.header + records.enumerated().map { "\($0 + first),\($1.joined(separator: ","))\n" }.joined()
    }
    let a = try await party(text(Array(people[..<750]), 0), schema)
    let b = try await party(text(changed, 0) + text(Array(people[750...]), 750).dropFirst(Self.header.count), schema)
    let found = try await links(a, b, schema)
    let right = found.count { $0.first == $0.second }
    #expect(right >= 594 && found.count - right <= 3, "\(right) of \(found.count)")
    let swapped = found.count { $0.first == $0.second && (Int($0.first) ?? 1) % 6 == 0 }
    #expect(swapped >= 98, "\(swapped)")
    #expect(try await links(a, b, schema) == found)
    let all = try await links(a, b, schema, MatchRequest(threshold: 0.01, solving: .all))
    #expect(Set(found.map { $0.first }).isSubset(of: Set(all.map { $0.first })))
  }

  @Test("records without anything in common, and parties without records, give no links")
  func nothing() async throws {
    let schema = try LinkageSchema.children(project: "test", isApart: true)
    let none = try await party(Self.header, schema)
    let one = try await party(Self.header + "1,Zelda,Quince,2014-03-02,F,ZZ1 1AA\n", schema)
    let other = try await party(Self.header + "2,Osric,Medlar,2009-11-21,M,ZZ2 2BB\n", schema)
    #expect(try await links(none, one, schema).isEmpty)
    #expect(try await links(one, other, schema).isEmpty)
  }

  @Test("settings that cannot be followed are refused, and what is written is read again")
  func settings() throws {
    let schema = try LinkageSchema.children(project: "test", isApart: true)
    #expect(try LinkageSchema(json: schema.text).hash == schema.hash)
    let plain = try #require(schema.settings)
    let changed = { (settings: KithSettings) throws in
      _ = try LinkageSchema(
        length: schema.length, derivation: schema.derivation, features: schema.features, settings: settings)
    }
    #expect(throws: LinkageError.self) {
      try changed(KithSettings(shares: plain.shares, isApart: true, hardening: [.diffusion(3)]))
    }
    #expect(throws: LinkageError.self) {
      try changed(KithSettings(shares: [0: 500, 1: 524, 2: 512, 3: 64, 4: 448], isApart: true))
    }
    #expect(throws: LinkageError.self) { try changed(KithSettings(isApart: true)) }
    #expect(throws: LinkageError.self) {
      try changed(KithSettings(shares: plain.shares, interchange: Interchange(0, 1)))
    }
    #expect(throws: LinkageError.self) {
      try changed(KithSettings(shares: plain.shares, isApart: true, interchange: Interchange(0, 3)))
    }
    #expect(try LinkageSchema.children(project: "test").settings?.isApart == false)
  }

  @Test("children of the shared set are found as well as the best in clear text", .enabled(if: SharedFolder.isPresent))
  func children() async throws {
    let schema = try LinkageSchema.children(project: "test", isApart: true)
    let folder = SharedFolder.path("cases/linkage/synth_csc/")
    let read = { (name: String) in
      try String(contentsOf: URL(filePath: folder + name), encoding: .utf8).split(separator: "\n").map(String.init)
    }
    let truth = try read("truth.csv").dropFirst().map { $0.split(separator: ",").map(String.init) }
    let chosen = Array(truth[..<2_000])
    let (isA, isB) = (Set(truth[2_000...].map { $0[0] }), Set(truth[2_000...].map { $0[1] }))
    // Those who are in one file only stay, so that there are strangers.
    let lines = try [(read("A.csv"), isA), (read("B.csv"), isB)].map { lines, out in
      lines.filter { !out.contains(String($0.prefix { $0 != "," })) }.joined(separator: "\n") + "\n"
    }
    let a = try await party(lines[0], schema, id: "rec_id")
    let b = try await party(lines[1], schema, id: "rec_id")
    let found = try await links(a, b, schema)
    let pairs = Set(chosen.map { NamedPair($0[0], $0[1]) })
    let right = found.count(where: pairs.contains)
    let f1 = 2 * Double(right) / Double(found.count + chosen.count)
    #expect(f1 >= 0.975, "F1 \(f1)")
  }
}
