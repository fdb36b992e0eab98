import KithEngine
import KithLinkage
import KithStore
import Testing

private let number = "Z99900000000A"
private let other = "Z99900000001A"

@Suite("Links by identifiers")
struct IdentifierLinkTests {
  private let records: LinkStore

  init() throws { records = try LinkStore() }

  private func linked() throws -> PersonLinkage { try PersonLinkage(records.store, quickly) }

  @Test("an authority's identifier in both returns is one child, though the birth date was typed otherwise")
  func authority() throws {
    try records.need(2025, [Returned(id: "A", born: "2012-05-17", from: "2024-06-01")])
    try records.care(2025, [Returned(id: "A", born: "2012-05-19", from: "2024-07-01")])
    #expect(try linked().persons == [["301-A cin", "301-A ssda903"]])
  }

  @Test("unless birth date and sex both say that it is two: a person is to decide, and the decision counts")
  func contradicted() throws {
    try records.need(2025, [Returned(id: "A", born: "2012-05-17", from: "2024-06-01")])
    try records.care(2025, [Returned(id: "A", born: "2019-11-02", sex: "M", from: "2024-07-01")])
    let first = try linked()
    #expect(first.links.isEmpty && first.pairs == ["301-A 301-A review"])
    let pair = try #require(first.evidence.first)
    try records.store.decide(LinkDecision(first: pair.second, second: pair.first, isSame: false, reason: "two files"))
    #expect(try linked().pairs.isEmpty)
    try records.store.decide(LinkDecision(first: pair.first, second: pair.second, isSame: true, reason: "seen"))
    // Births that have nothing in common stand against one person, whatever was decided.
    #expect(try linked().pairs == ["301-A 301-A review 0"])
  }

  @Test(
    "a pupil number links children of two authorities who share a birth date; a usual error of it too; otherwise nobody",
    arguments: [("2012-05-17", "linked 4"), ("2012-05-18", "linked 6"), ("2015-11-30", "review")])
  func pupilNumber(born: String, outcome: String) throws {
    try records.need(2024, [Returned(id: "A", upn: number, from: "2023-06-01", until: "2023-09-01", because: "RC8")])
    try records.need(2025, [Returned(id: "B", born: born, upn: number, from: "2024-06-01")], authority: "302")
    #expect(try linked().pairs == ["301-A 302-B \(outcome)"])
  }

  @Test("a former pupil number leads to who had it")
  func former() throws {
    try records.need(2024, [Returned(id: "A", upn: number, from: "2023-06-01")])
    try records.need(2025, [Returned(id: "B", upn: other, former: number, from: "2024-06-01")], authority: "302")
    #expect(try linked().pairs == ["301-A 302-B linked 5"])
  }

  @Test("a pupil number that two children of one return have links nobody")
  func shared() throws {
    try records.need(
      2024,
      [Returned(id: "A", upn: number, from: "2023-06-01"), Returned(id: "B", upn: number, from: "2023-06-02")])
    try records.need(2025, [Returned(id: "C", upn: number, from: "2024-06-01")], authority: "302")
    #expect(try linked().links.isEmpty)
  }

  @Test("when an authority is divided, the child keeps identifier and birth date; who has one only is another")
  func successors() throws {
    let children = ["A", "B"].map { Returned(id: $0, from: "2020-06-01") }
    try records.need(2021, children, authority: "928")
    try records.need(2022, [Returned(id: "A", from: "2020-06-01")], authority: "940")
    try records.need(2022, [Returned(id: "B", born: "2009-01-30", from: "2021-06-01")], authority: "941")
    #expect(try linked().persons == [["928-A cin", "940-A cin"]])
  }

  @Test("a hyphen that one year's return has in an identifier makes no other child, where the birth date agrees")
  func hyphen() throws {
    try records.need(2024, [Returned(id: "AB12", from: "2023-06-01"), Returned(id: "AB13", from: "2023-06-01")])
    let later = [
      Returned(id: "AB-12", from: "2023-06-01"), Returned(id: "AB-13", born: "2001-02-03", from: "2023-06-01"),
    ]
    try records.need(2025, later)
    #expect(try linked().pairs == ["301-AB-12 301-AB12 linked 2"])
  }

  @Test("no return names one person twice: of two links that together would, the surer stands")
  func oncePerReturn() throws {
    try records.need(2024, [Returned(id: "A", upn: number, from: "2023-06-01")])
    try records.need(
      2025,
      [
        Returned(id: "B", upn: number, from: "2024-06-01"),
        Returned(id: "C", upn: other, former: number, from: "2024-06-02"),
      ], authority: "302")
    let found = try linked()
    #expect(found.pairs == ["301-A 302-B linked 4", "301-A 302-C review 5"])
    #expect(found.evidence[1].reason == "one return would name the person twice")
  }

  @Test("a child whose birth was expected is the child born, under the authority's identifier, and nobody else")
  func unborn() throws {
    let unborn = { (id: String) in Returned(id: id, born: nil, expected: "2024-05-20", sex: "U", from: "2024-02-01") }
    try records.need(2024, [unborn("A"), unborn("X")])
    try records.need(2025, [Returned(id: "A", born: "2024-05-17", from: "2024-02-01")])
    try records.care(2025, [Returned(id: "A", born: "2024-05-17", from: "2024-06-01")])
    let found = try linked()
    #expect(found.persons == [["301-A cin", "301-A ssda903"]])
    #expect(found.summary.groups.first { $0.group == .unborn }?.records.all == 1)
    #expect(found.summary.alone.first { $0.reason == .unborn }?.count == 1)
  }

  @Test("without a pupil number a child who moves is not linked, nor are two of one first of January")
  func numberless() throws {
    try records.need(2024, [Returned(id: "A", from: "2023-06-01", until: "2023-09-01", because: "RC8")])
    try records.need(2025, [Returned(id: "B", from: "2024-06-01")], authority: "302")
    let alone = { (id: String) in Returned(id: id, born: "2008-01-01", sex: "M", ethnicity: "AOTH", from: "2024-06-01")
    }
    try records.care(2025, [alone("U1")])
    try records.care(2025, [alone("U2")], authority: "302")
    let found = try linked()
    #expect(found.links.isEmpty)
    #expect(found.summary.groups.first { $0.group == .january }?.records.all == 2)
  }

  @Test("nothing of a return is changed, and a run again is the same to the bit")
  func again() throws {
    try records.need(2024, [Returned(id: "A", upn: number, from: "2023-06-01")])
    try records.need(2025, [Returned(id: "B", upn: number, from: "2024-06-01")], authority: "302")
    let runs = try (0..<2).map { _ in
      let run = try linked()
      try records.store.link(run.links, evidence: run.evidence, settings: "{}", asOf: "2026-03-31")
      return (run, try records.store.linkEvidence())
    }
    #expect(runs[0].0.links == runs[1].0.links && runs[0].1 == runs[1].1 && runs[0].1 == runs[0].0.evidence)
    #expect(try records.store.verify().isEmpty)
    #expect(try records.store.linkRuns.map(\.number) == [1, 2])
    #expect(try records.store.connection.query("SELECT DISTINCT person FROM spell").rowCount == 1)
  }
}
