import KithReturns
import KithRules
import KithTables
import Testing

@Suite("The SSDA903 rule books")
struct LookedAfterBookTests {
  @Test(
    "each year's book has the rules that the guidance's list gives it",
    arguments: [2023: 293, 2024: 312, 2025: 305, 2026: 316, 2027: 327].sorted { $0.key < $1.key }.map {
      ($0.key, $0.value)
    })
  func counts(year: Int, count: Int) throws {
    #expect(try #require(LookedAfterRules.book(for: year)).rules.count == count)
  }

  @Test("two versions of a rule never hold in one year", arguments: LookedAfterRules.years)
  func versions(year: Int) throws {
    let codes = try #require(LookedAfterRules.book(for: year)).rules.map(\.code)
    #expect(Dictionary(grouping: codes) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test("a year without a book has none")
  func otherYears() {
    #expect(LookedAfterRules.book(for: 2022) == nil)
    #expect(LookedAfterRules.book(for: 2028) == nil)
  }

  @Test("each rule says what is wrong, what to do and why, in sentences, and has an example")
  func words() {
    for rule in LookedAfterRules.all {
      #expect(rule.message.hasSuffix(".") && rule.fix.hasSuffix("."), "\(rule.code)")
      #expect(rule.parts.allSatisfy { !$0.fields.isEmpty }, "\(rule.code)")
      let explanation = LookedAfterRules.explanations[rule.code]
      #expect(explanation?.reason.hasSuffix(".") == true, "\(rule.code) has no reason")
      #expect(explanation?.example.isEmpty == false, "\(rule.code) has no example")
    }
    let codes = Set(LookedAfterRules.all.map(\.code))
    #expect(Set(LookedAfterRules.explanations.keys).subtracting(codes).sorted() == [], "explanations of no rule")
  }

  @Test("every code of a code set stands at its place in the list")
  func ordinals() {
    func check<Codes: CodeSet>(_ set: Codes.Type) {
      for (place, code) in Codes.allCases.enumerated() { #expect(code.ordinal == place, "\(code)") }
    }
    check(PlacementType.self)
    check(EndReason.self)
    check(Accommodation.self)
    check(Ethnicity.self)
    check(YesOrNo.self)
  }
}
