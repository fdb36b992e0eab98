import KithReturns
import KithTesting
import Testing

@testable import KithRules

// These tests need the conformance cases of the shared folder, and are skipped where it is absent.
@Suite("CIN conformance", .enabled(if: SharedFolder.isPresent))
struct InNeedConformanceTests {
  @Test("each rule flags the cells that its case expects, or the divergence is listed")
  func cases() async throws {
    let divergences = try Divergences(section: "CIN rules")
    var equal = 0
    var absent: [String] = []
    for item in try InNeedCase.all() {
      guard let rule = InNeedRules.book(for: item.bookYear)?.rule(item.code) else {
        absent.append(item.code)
        continue
      }
      let collection = InNeedReturn(year: item.bookYear, authority: nil, tables: item.tables)
      let check = await RuleBook([rule], year: item.bookYear).check(collection)
      let flagged = check.flaggedCells(ofRule: 0)
      if flagged == item.expected { equal += 1 }
      report(
        "\(item.code) (book of \(item.bookYear))", flagged, item.expected,
        isListed: divergences.lists(item.code, "case"),
        check)
    }
    print("CIN rule cases: \(equal) equal; not in a book: \(absent.joined(separator: ", "))")
  }

  @Test("every rule of 2025/26 flags the cells of a whole return that the guidance asks for", arguments: ["A", "B"])
  func intended(name: String) async throws {
    let whole = try WholeCensus(name)
    try await compare(whole, year: 2026, try whole.answers("intended_2025_26"), place: "\(name) intended")
  }

  @Test(
    "every rule of an earlier ruleset flags the cells that the validator flags, or the divergence is listed",
    arguments: ["A", "B"], [2023, 2024, 2025])
  func validator(name: String, year: Int) async throws {
    let whole = try WholeCensus(name)
    let answers = try whole.answers("oracle_cin\(year - 1)_\(year % 100)")
    try await compare(whole, year: year, answers, place: name)
  }

  private func compare(
    _ whole: WholeCensus, year: Int, _ expected: [String: Set<FlaggedCell>], place name: String
  ) async throws {
    let divergences = try Divergences(section: "CIN rules")
    let book = try #require(InNeedRules.book(for: year))
    let check = await book.check(whole.collection(year))
    var equal = 0
    for (place, rule) in book.rules.enumerated() {
      let flagged = check.flaggedCells(ofRule: place)
      let answer = expected[rule.code] ?? []
      if flagged == answer { equal += 1 }
      let isListed = divergences.lists(rule.code, name) || divergences.lists(rule.code, "\(name) \(year)")
      report("\(rule.code) on \(name), \(year)", flagged, answer, isListed: isListed, check)
    }
    let absent = expected.keys.filter { book.rule($0) == nil }.sorted()
    print("CIN return \(name), \(year): \(equal) of \(book.rules.count) rules equal; not in the book: \(absent.count)")
  }

  private func report(
    _ what: String, _ flagged: Set<FlaggedCell>, _ expected: Set<FlaggedCell>, isListed: Bool, _ check: Check
  ) {
    #expect(
      (flagged == expected) != isListed,
      """
      \(what): \(flagged.subtracting(expected).sorted()) more, \(expected.subtracting(flagged).sorted()) less; \
      listed: \(isListed); \(check.notRun.filter { $0.table == nil }.map { "\($0.reason)" }.prefix(3))
      """)
  }
}
