import KithReturns
import KithRules
import Testing

@testable import KithSynthetic

@Suite("Errors put in on purpose")
struct PlantedErrorTests {
  @Test(
    "Each error is found by the rule that the answers name, in the row that they name", arguments: [2024, 2025, 2026])
  func found(year: Int) async throws {
    let synthesis = Synthesis(seed: 7, years: year...year, children: 800)
    let authority = synthesis.england.authorities[0]
    let (made, planted) = synthesis.history(of: authority).returns(in: year).withErrors(seed: 7, authority: authority)
    #expect(planted.count > 20)
    let care = try await findings(LookedAfterRules.book(for: year)) {
      LookedAfterReturn(year: year, authority: nil, tables: made.lookedAfter)
    }
    let book = InNeedRules.book(for: year)
    let need = try await findings(book) { InNeedReturn(year: year, authority: nil, tables: made.inNeed) }
    for error in planted {
      guard let rule = error.rule, error.collection == "ssda903" || book?.rule(rule) != nil else { continue }
      let found = error.collection == "ssda903" ? care : need
      #expect(found.contains("\(rule) \(error.table) \(error.row)"), "\(rule): \(error.kind)")
    }
  }

  @Test("The same seed plants the same errors")
  func sameErrors() {
    let synthesis = Synthesis(seed: 3, years: 2025...2025, children: 300)
    let authority = synthesis.england.authorities[0]
    let made = synthesis.history(of: authority).returns(in: 2025)
    let answers = (0..<2).map { _ in PlantedError.file(made.withErrors(seed: 3, authority: authority).errors) }
    #expect(answers[0] == answers[1])
  }
}

/// Each finding as its rule, table and row.
private func findings<Collection>(
  _ book: RuleBook<Collection>?, _ make: () -> Collection
) async throws -> Set<String> {
  let book = try #require(book)
  return Set(
    await book.check(make()).findings.map { finding in
      "\(book.rules[finding.rule].code) \(finding.row.table) \(finding.row.row ?? -1)"
    })
}
