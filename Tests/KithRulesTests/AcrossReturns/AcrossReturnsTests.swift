import KithReturns
import Testing

@testable import KithRules

@Suite("The rule books across returns")
struct AcrossReturnsTests {
  @Test("two versions of a rule never hold in one year, and each year has them all", arguments: AcrossReturns.years)
  func versions(year: Int) throws {
    let codes = try #require(AcrossReturns.book(for: year)).rules.map(\.code)
    #expect(codes.count == Set(codes).count)
    #expect(Set(codes) == Set(AcrossReturns.all.map(\.code)))
    #expect(codes == codes.sorted())
  }

  @Test("a year without a book has none")
  func otherYears() {
    #expect(AcrossReturns.book(for: 2022) == nil)
    #expect(AcrossReturns.book(for: 2027) == nil)
  }

  @Test("each rule says what is wrong, what to do and why, in sentences, and has an example")
  func words() {
    for rule in AcrossReturns.all {
      #expect(rule.message.hasSuffix(".") && rule.fix.hasSuffix("."), "\(rule.code)")
      let explanation = AcrossReturns.explanations[rule.code]
      #expect(explanation?.reason.hasSuffix(".") == true, "\(rule.code) has no reason")
      #expect(explanation?.example.isEmpty == false, "\(rule.code) has no example")
    }
    let codes = Set(AcrossReturns.all.map(\.code))
    #expect(Set(AcrossReturns.explanations.keys).subtracting(codes).sorted() == [], "explanations of no rule")
  }

  @Test("rules name tables with their collection, and none of the CIN Census's years needs the SSDA903 return")
  func readings() {
    for rule in AcrossReturns.all {
      let tables = rule.parts.map(\.table) + (rule.reads + rule.parts.flatMap(\.linked)).map(\.table)
      #expect(tables.allSatisfy { $0.collection != nil }, "\(rule.code)")
      guard rule.code < "X2" else { continue }
      let required = (rule.reads + rule.parts.flatMap(\.linked)).filter { !$0.isOptional }.map(\.table)
      #expect((required + rule.parts.map(\.table)).allSatisfy { $0.collection == .inNeed }, "\(rule.code)")
    }
  }

  @Test("a rule is an error only where both of this year's returns cannot be right")
  func severities() {
    let errors = AcrossReturns.all.filter { $0.severity == .error }.map(\.code)
    #expect(errors == ["X201", "X205", "X206", "X206", "X207", "X213", "X214", "X215", "X218", "X221"])
  }

  @Test("children under one identifier, or one number where identifiers differ, are one; each return names its own")
  func matching() throws {
    let text = TablesInText(
      """
      CIN ChildIdentifiers
      LAchildID | UPN           | PersonBirthDate |
      A         |               | 2015-06-01      |
      B         | B123456789012 | 2015-06-01      |
      CIN CINdetails
      LAchildID | CINreferralDate |
      A         | 2025-04-01      |
      B         | 2025-04-01      |
      SSDA903 Header
      CHILD | UPN           | DOB        |
      Z     |               | 01/06/2015 |
      b9    | B123456789012 | 01/06/2015 |
      a     |               | 01/06/2015 |
      SSDA903 Episodes
      CHILD | DECOM      | DEC | REC |
      a     | 01/05/2025 |     |     |
      b9    | 01/05/2025 |     |     |
      SSDA903 Header_last
      CHILD | UPN           | DOB        |
      b9    | B123456789012 | 01/06/2015 |
      """, firstTable: .childIdentifiers.of(.inNeed))
    let both = BothReturns(year: 2026, text)
    let children = both.all(Beside<ChildIdentifiers>.self).map(\.child)
    #expect(children.map { $0.lookedAfter.headers.map(\.row) } == [[2], [1]])
    #expect(children.map { $0.lookedAfter.episodes.count } == [1, 1])
    #expect(children.map { $0.lastYear?.lookedAfter.headers.count } == [0, 1])
    #expect(children.map { both.childID($0.number, in: .headers.of(.lookedAfter)) } == ["A", "B9"])
    #expect(children.map { both.childID($0.number, in: .childIdentifiers.of(.inNeed)) } == ["A", "B"])
    let alone = Beside<Header>(both, row: 0).child
    #expect(alone.inNeed.identifiers.isEmpty && both.childID(alone.number) == "Z")
  }

  @Test("without the SSDA903 return the rules on years run, and those on both returns say what they lack")
  func censusOnly() async throws {
    let text = TablesInText(
      """
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      CIN CINdetails_last
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | 2025-02-01      |                | false       |
      """, firstTable: .cinDetails.of(.inNeed))
    let both = BothReturns(year: 2026, text)
    #expect(AcrossReturns.hasAnything(in: both))
    let book = try #require(AcrossReturns.book(for: 2026))
    let check = await book.check(both)
    #expect(check.findings.map { book.rules[$0.rule].code } == ["X101"])
    let lacking = check.notRun.filter { book.rules[$0.rule].code == "X201" }.map(\.reason)
    #expect(lacking == [.noTable(.episodes.of(.lookedAfter))])
  }

  @Test("one return of one year has nothing to be compared with")
  func alone() {
    let census = TablesInText("CIN CINdetails\nLAchildID | CINreferralDate |", firstTable: .cinDetails)
    #expect(!AcrossReturns.hasAnything(in: BothReturns(year: 2026, census)))
    let care = TablesInText(
      "SSDA903 Header\nCHILD | UPN |\nSSDA903 Header_last\nCHILD | UPN |", firstTable: .headers)
    #expect(!AcrossReturns.hasAnything(in: BothReturns(year: 2026, care)))
  }

  @Test("a row whose dates cannot be read is reported as not checked")
  func unreadable() async throws {
    let text = TablesInText(
      """
      CIN CINdetails
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | soon            |                | false       |
      CIN CINdetails_last
      LAchildID | CINreferralDate | CINclosureDate | ReferralNFA |
      A         | 2025-02-01      | 2025-03-01     | false       |
      """, firstTable: .cinDetails.of(.inNeed))
    let book = try #require(AcrossReturns.book(for: 2026)).only(["X103"])
    let check = await book.check(BothReturns(year: 2026, text))
    #expect(check.notRun.map(\.rows) == [[0]])
  }
}
