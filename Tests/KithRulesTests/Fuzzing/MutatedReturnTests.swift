import KithReturns
import KithTesting
import Testing

@testable import KithRules

@Suite("Spoiled returns")
struct MutatedReturnTests {
  @Test("a spoiled CSV return is read and checked, or said to be unreadable, and no row is lost", arguments: 0..<24)
  func csv(group: Int) async throws {
    var random = SplitMix64(seed: UInt64(group))
    let made = SyntheticReturn.make(seed: UInt64(group), children: 12, wrongInThousand: 20)
    for number in 0..<10 {
      let mutation = Mutation.allCases[(group * 10 + number) % Mutation.allCases.count]
      let place = random.pick(made.places)
      let folder = try ScratchFolder()
      for other in made.places {
        let csv = made[other]?.csv ?? ""
        let bytes = other == place ? mutation.applied(to: csv, &random) : Array(csv.utf8)
        try folder.write(bytes, (other.isLastYear ? "prev/" : "") + "\(other.table).csv")
        guard other == place, let rows = Self.rows(bytes, mutation) else { continue }
        guard let alone = try? Submission.read(bytes, name: "alone.csv") else { continue }
        #expect(alone.files.map(\.rows) == [rows], "\(mutation) of \(place), group \(group)")
      }
      await check(folder.path)
    }
  }

  @Test("a spoiled XML return is read and checked, or said to be unreadable, and no episode is lost", arguments: 0..<12)
  func xml(group: Int) async throws {
    var random = SplitMix64(seed: UInt64(group))
    let made = SyntheticReturn.make(seed: UInt64(group), children: 12, wrongInThousand: 20)
    let xml = LookedAfterXMLDocument(made.tables.mapValues(\.raw)).xml
    for number in 0..<10 {
      let mutation = XMLMutation.allCases[(group * 10 + number) % XMLMutation.allCases.count]
      let bytes = mutation.applied(to: xml, &random)
      let folder = try ScratchFolder()
      try folder.write(bytes, "return.xml")
      await check(folder.path)
      guard mutation != .flipBytes, let read = try? Submission.read(bytes, name: "return.xml") else { continue }
      let opened = String(decoding: bytes, as: UTF8.self).ranges(of: "<EPISODE>").count
      #expect(read.tables[.episodes]?.rowCount == opened, "\(mutation), group \(group)")
    }
  }

  private func check(_ path: String) async {
    guard let submission = try? Submission.read([path]), let book = LookedAfterRules.book(for: 2026) else { return }
    let collection = LookedAfterReturn(
      year: 2026, authority: "E09000027", tables: submission.tables, lastYear: submission.lastYear,
      isXML: submission.isXML)
    _ = await book.check(collection)
  }

  /// How many rows a file has, counted by its lines alone; nil where a line is no row for sure.
  private static func rows(_ bytes: [UInt8], _ mutation: Mutation) -> Int? {
    guard mutation.keepsLines else { return nil }
    let text = String(decoding: bytes.map { $0 < 0x80 ? $0 : UInt8(ascii: "?") }, as: UTF8.self)
    let lines = text.unicodeScalars.split { $0 == "\n" || $0 == "\r" }
    return lines.count - 1
  }
}
