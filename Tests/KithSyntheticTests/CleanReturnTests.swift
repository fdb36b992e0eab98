import KithReturns
import KithRules
import KithTables
import Testing

@testable import KithSynthetic

@Suite("Clean synthetic returns")
struct CleanReturnTests {
  @Test("Three authorities and four years keep every rule of their books", arguments: [1, 7, 2_026] as [UInt64])
  func keepRules(seed: UInt64) async throws {
    let synthesis = Synthesis(seed: seed, years: 2023...2026, children: 400)
    for authority in synthesis.england.authorities.prefix(3) {
      let history = synthesis.history(of: authority)
      for year in synthesis.years {
        let made = history.returns(in: year)
        #expect(try await errors(lookedAfter: made, lastYear: nil) == [:])
        #expect(try await errors(inNeed: made) == [:])
      }
    }
  }

  @Test("Beside last year's return nothing fails but what asks of care leavers what they are not to give")
  func besideLastYear() async throws {
    let synthesis = Synthesis(seed: 5, years: 2023...2027, children: 1_000)
    let history = synthesis.history(of: synthesis.england.authorities[4])
    for year in 2024...2027 {
      let last = history.returns(in: year - 1)
      let found = try await errors(lookedAfter: history.returns(in: year), lastYear: last)
      #expect(Set(found.keys).subtracting(["624", "1001", "1002"]) == [])
    }
  }

  @Test("The census reads back from its XML as it was made")
  func xml() throws {
    let synthesis = Synthesis(seed: 3, years: 2025...2025, children: 200)
    let made = synthesis.history(of: synthesis.england.authorities[0]).returns(in: 2025)
    let episodes = made.inNeed[.cinDetails]?.rowCount ?? 0
    #expect(episodes > 100)
    #expect(made.inNeedFile.text.components(ofElement: "CINdetails") == episodes)
  }
}

/// How often each rule of severity error fails.
func errors(lookedAfter made: SyntheticReturn, lastYear: SyntheticReturn?) async throws -> [String: Int] {
  let book = try #require(LookedAfterRules.book(for: made.year))
  let collection = LookedAfterReturn(
    year: made.year, authority: nil, tables: made.lookedAfter, lastYear: lastYear?.lookedAfter)
  return await counts(book, collection)
}

func errors(inNeed made: SyntheticReturn) async throws -> [String: Int] {
  let book = try #require(InNeedRules.book(for: made.year))
  return await counts(book, InNeedReturn(year: made.year, authority: nil, tables: made.inNeed))
}

private func counts<Collection>(_ book: RuleBook<Collection>, _ collection: Collection) async -> [String: Int] {
  await book.check(collection).findings.reduce(into: [:]) { counts, finding in
    let rule = book.rules[finding.rule]
    if rule.severity == .error { counts[rule.code, default: 0] += 1 }
  }
}

extension String {
  fileprivate func components(ofElement name: String) -> Int { split(separator: "<\(name)>").count - 1 }
}
