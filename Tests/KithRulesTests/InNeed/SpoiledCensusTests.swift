import Foundation
import KithReturns
import KithTesting
import Testing

@testable import KithRules

@Suite("Spoiled CIN returns")
struct SpoiledCensusTests {
  /// A small return of our own, which the spoiling starts from.
  private func original() throws -> [UInt8] {
    let path = SharedFolder.projectFolder + "/Fuzz/corpus/cin/two.xml"
    return Array("<Message".utf8) + (try Data(contentsOf: URL(filePath: path)))
  }

  /// The bytes with a value in them spoiled, so that the document stays well formed.
  private func withSpoiledValue(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    let place = random.number(0...bytes.count - 1)
    guard let start = bytes[place...].firstIndex(of: UInt8(ascii: ">")),
      let end = bytes[(start + 1)...].firstIndex(of: UInt8(ascii: "<"))
    else { return bytes }
    let values = ["", " ", "2026-13-45", "n1", "9", "31/12/2025", "UN9", "é", String(repeating: "A", count: 3000)]
    return bytes[...start] + Array(random.pick(values).utf8) + bytes[end...]
  }

  /// The bytes with something wrong in them.
  private func spoiled(_ bytes: [UInt8], _ random: inout SplitMix64) -> [UInt8] {
    if random.chance(500) { return withSpoiledValue(withSpoiledValue(bytes, &random), &random) }
    var bytes = bytes
    for _ in 0..<random.number(1...4) {
      let place = random.number(0...bytes.count - 1)
      let end = min(bytes.count, place + random.number(1...40))
      switch random.number(0...6) {
      case 0: bytes[place] = UInt8(truncatingIfNeeded: random.number(0...255))
      case 1: bytes.removeSubrange(place..<end)
      case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
      case 3: bytes.insert(contentsOf: Array("<CINdetails>".utf8), at: place)
      case 4: bytes.insert(contentsOf: Array(repeating: UInt8(ascii: "9"), count: 5000), at: place)
      case 5: bytes.replaceSubrange(place..<end, with: Array("2026-13-45".utf8))
      default: bytes.removeSubrange(place...)
      }
      if bytes.isEmpty { bytes = [UInt8(ascii: "<")] }
    }
    return bytes
  }

  @Test("each is read and checked, or refused with the file's name; nothing crashes or hangs")
  func readOrRefused() async throws {
    let original = try original()
    let book = try #require(InNeedRules.book(for: 2026))
    var random = SplitMix64(seed: 2026)
    var checked = 0
    for _ in 0..<200 {
      let bytes = spoiled(original, &random)
      do {
        let submission = try Submission.read(bytes, name: "spoiled.xml")
        guard submission.collection == .inNeed else { continue }
        let collection = InNeedReturn(year: 2026, authority: nil, tables: submission.tables, lastYear: nil)
        let check = await book.check(collection)
        checked += check.findings.isEmpty ? 0 : 1
      } catch {
        #expect(error.description.hasPrefix("spoiled.xml"))
      }
    }
    #expect(checked > 20)
  }
}
