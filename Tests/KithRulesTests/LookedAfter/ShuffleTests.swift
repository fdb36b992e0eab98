import Foundation
import KithReturns
import KithTesting
import Testing

@testable import KithRules

@Suite("The order of the rows")
struct ShuffleTests {
  @Test(
    "shuffled rows change no finding of a made-up return", arguments: [2023, 2024, 2025, 2026, 2027],
    [1, 2] as [UInt64])
  func synthetic(year: Int, seed: UInt64) async throws {
    try await expectNoChange(
      SyntheticReturn.make(seed: seed, children: 60, year: year, wrongInThousand: 40), seed: seed)
  }

  @Test(
    "shuffled rows change no finding of a whole return", .enabled(if: SharedFolder.isPresent),
    arguments: ["A", "B", "D"])
  func whole(name: String) async throws {
    try await expectNoChange(EditableReturn(WholeReturn(name).collection), seed: 7)
  }

  private func expectNoChange(_ original: EditableReturn, seed: UInt64) async throws {
    let book = try #require(LookedAfterRules.book(for: original.year))
    var random = SplitMix64(seed: seed)
    var shuffled = original
    for place in original.places {
      guard let rows = original[place]?.rows else { continue }
      shuffled[place]?.rows = random.shuffled(rows)
    }
    let before = Self.texts(await book.check(original.collection), book, original)
    let after = Self.texts(await book.check(shuffled.collection), book, shuffled)
    #expect(!before.isEmpty)
    for (rule, lines) in before where after[rule] != lines { Issue.record("\(rule) depends on the order of the rows") }
    #expect(Set(after.keys) == Set(before.keys))
  }

  /// Each rule's findings and what it could not check, by the text of the rows, so that their places do not matter.
  private static func texts(
    _ check: Check, _ book: RuleBook<LookedAfterReturn>, _ edited: EditableReturn
  ) -> [String: [String]] {
    func text(_ table: TableName, _ isLastYear: Bool, _ row: Int?) -> String {
      let place = TablePlace(table: table, isLastYear: isLastYear)
      return "\(place): \(row.flatMap { edited[place]?.text(ofRow: $0) } ?? "")"
    }
    var lines: [String: [String]] = [:]
    for finding in check.findings {
      let rows = [text(finding.row.table, finding.row.isLastYear, finding.row.row)]
      let linked = finding.linked.map { text($0.table, $0.isLastYear, $0.row) }.sorted()
      lines[book.rules[finding.rule].code, default: []].append((rows + linked).joined(separator: " with "))
    }
    for item in check.notRun {
      let rows = item.rows.map { row in item.table.map { text($0, item.isLastYear, row) } ?? "" }.sorted()
      lines[book.rules[item.rule].code, default: []].append("not run: \(item.reason) \(rows)")
    }
    return lines.mapValues { $0.sorted() }
  }
}
