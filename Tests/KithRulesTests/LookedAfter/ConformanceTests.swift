import KithReturns
import KithTesting
import Testing

@testable import KithRules

// These tests need the conformance cases of the shared folder, and are skipped where it is absent.
@Suite("SSDA903 conformance", .enabled(if: SharedFolder.isPresent))
struct LookedAfterConformanceTests {
  @Test("each rule flags what its cases expect, or the divergence is listed")
  func cases() async throws {
    let divergences = try Divergences(section: "SSDA903 rules")
    var equal = 0
    var diverging = 0
    var codes: Set<String> = []
    var absent: [String] = []
    for item in try ConformanceCase.all() {
      guard let rule = LookedAfterRules.book(for: item.bookYear)?.rule(item.code) else {
        absent.append("\(item.code) case \(item.place)")
        #expect(
          divergences.lists(item.code, "case \(item.place)"), "\(item.code) is not in the book of \(item.bookYear)")
        continue
      }
      let collection = LookedAfterReturn(
        year: item.year, authority: item.authority, tables: item.tables, lastYear: item.lastYear, isXML: item.isXML,
        reference: item.reference, days: item.days)
      if rule.needs.contains(.postcodeFile), !collection.has(.postcodeFile) {
        print("SSDA903 rule \(rule.code): not run; \(SuppliedPostcodes.howToGet)")
        continue
      }
      let check = await RuleBook([rule], year: item.bookYear).check(collection)
      let flagged = check.flaggedRows(ofRule: 0)
      let isListed = divergences.lists(item.code, "case \(item.place)")
      codes.insert(item.code)
      if flagged == item.expected { equal += 1 } else { diverging += 1 }
      #expect(
        (flagged == item.expected) != isListed,
        """
        \(item.code) case \(item.place) (book of \(item.bookYear), collection of \(item.year)): flagged \(flagged.subtracting(item.expected).sorted()) more, \
        \(item.expected.subtracting(flagged).sorted()) less; listed: \(isListed); \(check.notRun.map(\.reason))
        """)
    }
    print(
      "SSDA903 rule cases: \(codes.count) rules, \(equal + diverging) cases, \(equal) equal, \(diverging) diverging; not in a book: \(absent.joined(separator: ", "))"
    )
  }

  @Test(
    "every rule flags the rows of a whole return that the validator flags, or the divergence is listed",
    arguments: ["A", "B", "D", "E_xml"])
  func wholeReturns(name: String) async throws {
    let whole = try WholeReturn(name)
    let divergences = try Divergences(section: "SSDA903 rules")
    let book = try #require(LookedAfterRules.book(for: whole.year))
    let check = await book.check(whole.collection)
    var equal = 0
    for (place, rule) in book.rules.enumerated() where rule.needs.allSatisfy(whole.collection.has) {
      let flagged = check.flaggedRows(ofRule: place)
      let expected = whole.expected[rule.code] ?? []
      let isListed = divergences.lists(rule.code, name)
      if flagged == expected { equal += 1 }
      #expect(
        (flagged == expected) != isListed,
        """
        \(rule.code) on \(name): \(flagged.subtracting(expected).sorted()) more, \
        \(expected.subtracting(flagged).sorted()) less; listed: \(isListed); ran there: \(!whole.failed.contains(rule.code))
        """)
    }
    for code in whole.expected.keys.sorted() where book.rule(code) == nil {
      #expect(divergences.lists(code, name), "\(code) on \(name): not in the book of \(whole.year)")
    }
    print("SSDA903 return \(name): \(book.rules.count) rules, \(equal) equal, \(book.rules.count - equal) diverging")
  }
}
