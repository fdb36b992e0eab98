import Foundation
import KithPool
import KithTables
import Testing
import KithEngine
import KithStore

@Suite("Pools and adoption")
struct PoolAdoptionTests {
  private let region: PoolRegion

  init() throws { region = try PoolRegion() }

  private func born(_ number: Int) -> String { day("2016-04-01").adding(days: number).iso }
  private func old(_ number: Int) -> String { pupilNumber(1_000 + number) }
  private func new(_ number: Int) -> String { number % 5 == 0 ? old(number) : pupilNumber(500_000 + number) }

  /// Children known to 301, to 303 before, adopted in 302's care, and known to 301 and 304 afterwards, under a new identifier, with
  /// the former pupil number filled in; every fifth keeps the number.
  private func fill(_ count: Int) throws {
    let numbers = Array(0..<count)
    try region.need(
      2023,
      numbers.map {
        Returned(id: "E\($0)", born: born($0), upn: old($0), from: "2022-05-01", until: "2022-08-01", because: "RC5")
      }, "303")
    try region.care(
      2024,
      numbers.map {
        Returned(
          id: "B\($0)", born: born($0), upn: old($0), from: "2023-05-01", until: "2023-11-10",
          because: $0 % 2 == 0 ? "E11" : "E12")
      }, "302")
    let after = numbers.map {
      Returned(id: "N\($0)", born: born($0), upn: new($0), former: $0 % 5 == 0 ? nil : old($0), from: "2024-09-01")
    }
    try region.need(2025, after, "301")
    try region.need(
      2026,
      after.map { child in
        var child = child
        child.id = "M" + child.id
        child.from = "2025-06-01"
        return child
      }, "304")
    // So that a link can be seen to be made where none is forbidden.
    for authority in ["301", "303"] {
      try region.care(2026, [Returned(id: "P\(authority)", upn: pupilNumber(7), from: "2025-05-01")], authority)
    }
  }

  @Test(
    "of 1,000 adopted children with a former pupil number, and some with the number they had, no link crosses the order"
  )
  func thousand() throws {
    try fill(1_000)
    let round = try region.round(["301", "302", "303", "304"])
    #expect(round.barred == 1_000 && round.refused.adoption > 0)
    let persons = try region.lake("SELECT authority, child, person FROM person_link ORDER BY person, authority")
    let (authorities, names) = (try persons.text("authority").values, try persons.text("person").values)
    let groups = Dictionary(grouping: authorities.indices, by: { names[$0] ?? "" }).values.map { rows in
      Set(rows.map { authorities[$0] ?? "" })
    }
    // 301 and 304 know the child after the order, 302 and 303 before it.
    let crossing = groups.filter { group in
      !group.isDisjoint(with: ["302", "303"]) && !group.isDisjoint(with: ["301", "304"]) && group != ["301", "303"]
    }
    #expect(crossing.isEmpty)
    #expect(groups.count { $0 == ["301", "304"] } == 800)
    #expect(groups.count { $0 == ["301", "303"] } == 1)
    #expect(round.persons == 801)
    let sent = try String(contentsOfFile: region.path("sent-302/tokens.csv"), encoding: .utf8)
    // 302 sends bars without a child and nothing else.
    #expect(sent.split(separator: "\n").dropFirst().allSatisfy { $0.hasSuffix(",,,,") })
  }

  @Test("an agreement that names a legal basis for it joins them by the former number")
  func agreed() throws {
    try fill(20)
    let permission = try region.permission(acrossAdoption: "Adoption and Children Act 2002, section 60")
    let round = try region.round(["301", "302", "303", "304"], permission)
    #expect(round.barred == 0 && round.persons == 21)
  }

  @Test("a number that the authority's own links lead to from an adopted child is barred too")
  func linked() throws {
    try region.care(
      2024, [Returned(id: "B", upn: pupilNumber(1), from: "2023-05-01", until: "2023-11-10", because: "E11")], "301")
    try region.need(2024, [Returned(id: "C", born: "2012-05-17", upn: pupilNumber(2), from: "2023-04-10")], "301")
    try region.store("301").link([
      .init(authority: "301", child: "B", person: "p", until: day("2023-11-10")),
      .init(authority: "301", child: "C", person: "p"),
    ])
    try region.need(2025, [Returned(id: "X", upn: pupilNumber(2))], "302")
    let round = try region.round(["301", "302"])
    #expect(round.barred == 2 && round.persons == 0)
  }
}
