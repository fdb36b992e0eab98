import KithEngine
import KithLinkage
import KithRegister
import KithStore
import KithTables
import Testing

/// A day as it is written.
private func day(_ iso: String) -> Day { Day(iso: iso) ?? Day(number: 0) }

@Suite("Links and adoption orders")
struct AdoptionLinkTests {
  /// Adopted children: each known before the order, in care and in need, to 301 and to another authority; and after it, under
  /// a new identifier in the same authority or another, or under the old one, with a new pupil number and the former one
  /// filled in. Of one in three no return before the order has a pupil number but the other authority's.
  private struct Adoptions {
    let count: Int

    func fill(_ records: LinkStore) throws {
      try records.need(2023, (0..<count).map(elsewhere), authority: "302")
      try records.need(2024, (0..<count).map { before($0, inCare: false) })
      try records.care(2024, (0..<count).filter(isInCare).map { before($0, inCare: true) })
      let after = (0..<count).map(after)
      try records.need(2025, after.filter { $0.number % 3 != 1 }.map(\.child))
      try records.need(2025, after.filter { $0.number % 3 == 1 }.map(\.child), authority: "303")
      try records.care(2026, after.filter { $0.number % 2 == 0 }.map { inCare($0.child) })
    }

    func isInCare(_ number: Int) -> Bool { number % 4 != 3 }
    private func born(_ number: Int) -> String {
      day("2018-04-01").adding(days: number).iso
    }
    private func old(_ number: Int) -> String { "Z999" + padded(number) + "A" }
    private func new(_ number: Int) -> String { "Z998" + padded(number) + "A" }
    private func padded(_ number: Int) -> String { String(String(100_000_000 + number).dropFirst()) }
    private func sex(_ number: Int) -> String { number % 2 == 0 ? "F" : "M" }

    private func elsewhere(_ number: Int) -> Returned {
      Returned(
        id: "E\(number)", born: born(number), sex: sex(number), upn: old(number), from: "2022-06-01",
        until: "2022-08-01", because: "RC5")
    }

    private func before(_ number: Int, inCare: Bool) -> Returned {
      let ends = isInCare(number) ? (inCare ? (number % 2 == 0 ? "E11" : "E12") : "RC8") : "RC1"
      return Returned(
        id: "B\(number)", born: born(number), sex: sex(number), upn: number % 3 == 2 ? nil : old(number),
        from: "2023-05-0\(1 + number % 9)", until: "2023-11-1\(number % 10)", because: ends)
    }

    private func after(_ number: Int) -> (number: Int, child: Returned) {
      let child = Returned(
        id: number % 3 == 0 ? "B\(number)" : "N\(number)", born: born(number), sex: sex(number), upn: new(number),
        former: old(number), from: "2024-09-01")
      return (number, child)
    }

    private func inCare(_ child: Returned) -> Returned {
      var child = child
      child.from = "2025-06-01"
      return child
    }
  }

  private func linkage(_ count: Int, _ settings: LinkSettings = quickly) throws -> (PersonLinkage, LinkStore) {
    let records = try LinkStore()
    try Adoptions(count: count).fill(records)
    return (try PersonLinkage(records.store, settings), records)
  }

  /// Whether a child of a person is seen after the order.
  private func isAfter(_ name: String) -> Bool { name.hasSuffix(" after") || name.dropFirst(4).hasPrefix("N") }

  @Test("of 1,000 adopted children with a former pupil number filled in, no link of any kind crosses the order")
  func thousand() throws {
    let (found, records) = try linkage(1_000)
    let persons = found.persons
    // What lies on one side is linked, so it is not for want of links.
    #expect(persons.count { $0.contains { $0.hasPrefix("301-B") } && $0.contains { $0.hasPrefix("302-E") } } > 600)
    #expect(persons.count { $0.count > 1 && $0.allSatisfy(isAfter) } > 300)
    #expect(!persons.contains { Set($0.map(isAfter)).count == 2 })
    #expect(found.summary.dropped >= 1_000)
    let crossing = found.evidence.filter { pair in
      let names = [pair.first, pair.second].map(\.child)
      return names[0].first != names[1].first && names.contains { $0.hasPrefix("N") }
    }
    #expect(crossing.isEmpty, "\(crossing.count) pairs")
    try records.store.link(found.links, evidence: found.evidence)
    let numbers = try records.store.connection.query(
      """
      SELECT r.person FROM (SELECT DISTINCT person, left(upn, 4) AS school FROM person_record WHERE upn IS NOT NULL) AS r
      GROUP BY r.person HAVING count(*) > 1
      """)
    #expect(numbers.rowCount == 0)
    #expect(!found.evidence.contains { ($0.agreement + $0.rule).contains("Z99") })
  }

  private func permission(acrossAdoption: String?) throws -> Permission {
    var register = Register()
    try register.add(
      Agreement(
        id: "tracing", purpose: "Tracing", controllers: ["Alderton Council"], legalBasis: "A court's order",
        impactAssessment: "D1", sharingAgreement: "I1", fields: ["upn"], from: day("2026-01-01"),
        expires: day("2026-12-31"), destroyBy: day("2026-12-31"), acrossAdoption: acrossAdoption))
    return try register.permission(by: "tracing", on: day("2026-03-31"))
  }

  @Test("an agreement that names the legal basis joins them; one that does not is refused")
  func agreement() throws {
    var settings = quickly
    settings.acrossAdoption = try permission(acrossAdoption: "Adoption and Children Act 2002, section 60")
    let (found, _) = try linkage(60, settings)
    #expect(
      found.persons.count { $0.contains { $0.hasPrefix("301-B") } && $0.contains { $0.hasPrefix("302-E") } } >= 40)
    #expect(found.persons.count { Set($0.map(isAfter)).count == 2 } >= 20)
    #expect(found.summary.dropped == 0 && found.summary.parted == 0)
    settings.acrossAdoption = try permission(acrossAdoption: nil)
    #expect(throws: LinkageError.self) { try linkage(3, settings) }
  }

  @Test("a person's decision does not cross an order either")
  func decision() throws {
    let records = try LinkStore()
    try records.care(
      2024, [Returned(id: "A", from: "2023-05-01", until: "2023-11-10", because: "E11")])
    try records.need(2025, [Returned(id: "N", from: "2024-09-01")])
    let keys = [("ssda903", "A"), ("cin", "N")].map { CollectedChild(collection: $0.0, authority: "301", child: $0.1) }
    try records.store.decide(.init(first: keys[0], second: keys[1], isSame: true, reason: "asked for"))
    let found = try PersonLinkage(records.store, quickly)
    #expect(found.evidence.isEmpty && found.persons == [["301-A ssda903"]])
  }
}
