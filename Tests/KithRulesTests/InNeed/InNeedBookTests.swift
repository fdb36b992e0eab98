import KithReturns
import KithRules
import Testing

@Suite("The CIN rule books")
struct InNeedBookTests {
  @Test("two versions of a rule never hold in one year", arguments: InNeedRules.years)
  func versions(year: Int) throws {
    let codes = try #require(InNeedRules.book(for: year)).rules.map(\.code)
    #expect(Dictionary(grouping: codes) { $0 }.filter { $0.value.count > 1 }.keys.sorted() == [])
  }

  @Test("a query is a rule whose code ends in Q")
  func severities() {
    for rule in InNeedRules.all { #expect((rule.severity == .query) == rule.code.hasSuffix("Q"), "\(rule.code)") }
  }

  @Test("each rule says what is wrong, what to do and why, in sentences, and has an example")
  func words() {
    for rule in InNeedRules.all {
      #expect(rule.message.hasSuffix(".") && rule.fix.hasSuffix("."), "\(rule.code)")
      let explanation = InNeedRules.explanations[rule.code]
      #expect(explanation?.reason.hasSuffix(".") == true, "\(rule.code) has no reason")
      #expect(explanation?.example.isEmpty == false, "\(rule.code) has no example")
    }
    let codes = Set(InNeedRules.all.map(\.code))
    #expect(Set(InNeedRules.explanations.keys).subtracting(codes).sorted() == [], "explanations of no rule")
  }
}
