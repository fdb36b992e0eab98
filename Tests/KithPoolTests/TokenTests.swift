import KithLinkage
import KithRegister
import KithStore
import Testing

@Suite("Matching tokens")
struct TokenTests {
  private let region: PoolRegion

  init() throws { region = try PoolRegion() }

  private func tokens(
    _ authority: String = "301", without: Set<String> = [], key: LinkageKey? = nil, _ permission: Permission? = nil
  ) throws -> MatchingTokens {
    try MatchingTokens(
      region.store(authority), authority: authority, since: 0, without: without, key: key ?? region.linkageKey,
      try permission ?? region.permission())
  }

  @Test("only a permanent number with the right check letter gives a token, and why others give none is counted")
  func forms() throws {
    let right = pupilNumber(7)
    let wrong = (right.hasPrefix("A") ? "B" : "A") + right.dropFirst()
    let temporary = right.dropLast() + "A"
    try region.need(
      2025,
      [
        Returned(id: "K1", upn: right), Returned(id: "K2", upn: wrong), Returned(id: "K3", upn: String(temporary)),
        Returned(id: "K4"), Returned(id: "K5", upn: pupilNumber(8)), Returned(id: "K6", upn: pupilNumber(8)),
      ], "301")
    let found = try tokens()
    #expect(found.children.map(\.child) == ["K1"])
    let counts = found.counts
    #expect(counts.children == 6 && counts.withToken == 1 && counts.unfit == 1 && counts.temporary == 1)
    #expect(counts.noNumber == 1 && counts.shared == 2 && counts.adoption == 0)
    #expect(!found.children.contains { $0.token.contains(right) || $0.token.count != 32 })
  }

  @Test("one number has one token with one key and agreement, and others with another key or agreement")
  func domains() throws {
    try region.need(2025, [Returned(id: "K1", upn: pupilNumber(7))], "301")
    try region.care(2025, [Returned(id: "Z9", born: "2011-05-17", upn: pupilNumber(7))], "302")
    let (here, there) = (try tokens().children[0], try tokens("302").children[0])
    #expect(here.token == there.token && here.birth != there.birth)
    #expect(try tokens().children == [here])
    let otherKey = try tokens(key: LinkageKey(secret: Array("another key of a region".utf8))).children[0]
    let otherAgreement = try tokens("301", try region.permission("other")).children[0]
    #expect(Set([here, otherKey, otherAgreement].map(\.token)).count == 3)
  }

  @Test(
    "days of birth of one number are compared by parts, and those of two numbers cannot be",
    arguments: [
      ("2012-05-07", "2012-05-07", BirthTokens.Agreement.same), ("2012-05-07", "2012-05-08", .usual),
      ("2012-05-07", "2012-07-05", .usual), ("2012-05-07", "2013-06-07", .other),
      ("2012-05-07", "2013-07-05", .other),
    ])
  func births(_ one: String, _ other: String, _ agreement: BirthTokens.Agreement) throws {
    try region.need(
      2025, [Returned(id: "K1", born: one, upn: pupilNumber(7)), Returned(id: "K2", born: one, upn: pupilNumber(9))],
      "301")
    try region.need(2025, [Returned(id: "Z1", born: other, upn: pupilNumber(7))], "302")
    let here = try Dictionary(uniqueKeysWithValues: tokens().children.map { ($0.child, $0) })
    let (first, second) = (try #require(here["K1"]?.birth), try #require(here["K2"]?.birth))
    let there = try #require(try tokens("302").children[0].birth)
    #expect(first.agreement(with: there) == agreement)
    #expect(Set(first.parts).isDisjoint(with: second.parts))
  }

  @Test("no token is made without UPN in the agreement, nor tokens of births without the day of birth")
  func agreed() throws {
    try region.need(2025, [Returned(id: "K1", upn: pupilNumber(7))], "301")
    #expect(throws: LinkageError.self) { try tokens("301", region.permission(fields: ["DECOM", "DOB"])) }
    #expect(try tokens("301", region.permission(fields: ["UPN", "DECOM"])).children[0].birth == nil)
  }

  @Test("a child who objects has no token; a former number gives none, and is counted")
  func objections() throws {
    try region.need(
      2025, [Returned(id: "K1", upn: pupilNumber(7)), Returned(id: "K2", upn: pupilNumber(8), former: pupilNumber(9))],
      "301")
    let found = try tokens(without: ["K1"])
    #expect(found.children.map(\.child) == ["K2"] && found.counts.formerKept == 1)
  }
}
