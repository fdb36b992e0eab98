import KithTables
import Testing

@testable import KithSynthetic

@Suite("Files of other agencies about synthetic children")
struct AttributeFileTests {
  private static let synthesis = Synthesis(seed: 7, years: 2025...2025, children: 400)
  private static func history(_ place: Int) -> AuthorityHistory {
    synthesis.history(of: synthesis.england.authorities[place])
  }

  @Test("the same seed makes the same bytes, and returns stay as they are")
  func sameBytes() {
    let history = Self.history(1)
    let before = history.returns(in: 2025).inNeedFile.bytes
    let files = history.attributes(in: 2025, seed: 7)
    #expect(files.map(\.bytes) == Self.history(1).attributes(in: 2025, seed: 7).map(\.bytes))
    #expect(files.map(\.bytes) != history.attributes(in: 2025, seed: 8).map(\.bytes))
    #expect(history.returns(in: 2025).inNeedFile.bytes == before)
    #expect(files.allSatisfy { $0.name.hasPrefix("synthetic_") })
  }

  @Test("no file of schools names a child of a return otherwise than by the pupil number, and numbers have faults")
  func identifiers() throws {
    let files = Self.history(1).attributes(in: 2025, seed: 7)
    for file in files where !["synthetic_people.csv", "synthetic_attribute_truth.csv"].contains(file.name) {
      #expect(!file.text.contains("SYN"), "\(file.name)")
    }
    let truth = try SeparatedText(try #require(files.first { $0.name == "synthetic_attribute_truth.csv" }).bytes)
    let faults = Set(truth.records.map { $0[5] })
    #expect(faults == ["", "blank", "digit", "in no school's file"])
    #expect(truth.records.contains { $0[2].isEmpty } && truth.records.contains { !$0[2].isEmpty })
    let patients = truth.records.map { $0[6] }.filter { !$0.isEmpty }
    #expect(Set(patients).count == patients.count)
  }

  @Test("a child who moves is in one authority's files only")
  func once() throws {
    var seen: Set<String> = []
    for place in 0..<4 {
      let files = Self.history(place).attributes(in: 2025, seed: 7)
      let truth = try SeparatedText(try #require(files.first { $0.name == "synthetic_attribute_truth.csv" }).bytes)
      for row in truth.records { #expect(seen.insert(row[0]).inserted, "child \(row[0])") }
    }
  }

  @Test("what was planted stands in the file of effects, for each group")
  func effects() throws {
    let table = try SeparatedText(AttributeFiles.effects.bytes)
    #expect(table.header == ["OUTCOME", "UNIT", "GROUP", "PLANTED"])
    #expect(table.records.count == 14 * 5)
    let absence = table.records.filter { $0[0] == "Sessions missed" && $0[2] == "in need" }
    #expect(absence.map { $0[3] } == ["13.385"])
  }
}
