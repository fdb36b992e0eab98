import KithDisclosure
import KithEngine
import KithStore
import KithTables
import Testing

@testable import KithStudies

@Suite("First contact by age")
struct FirstContactTests {
  /// So many firsts at each age, certain or not.
  private func firsts(_ counts: [(age: Int, count: Int, isCertain: Bool)]) -> [(age: Int, isCertain: Bool)] {
    counts.flatMap { Array(repeating: ($0.age, $0.isCertain), count: $0.count) }
  }

  private func contact(_ care: [(age: Int, count: Int, isCertain: Bool)], children: Int = 3600) throws -> FirstContact {
    try FirstContact(year: 2025, children: children, firstYears: [.care: 2022], firsts: [.care: firsts(care)])
  }

  @Test("the share by an age is all first events up to it over the children of one age")
  func shares() throws {
    let found = try contact([
      (0, 10, true), (1, 6, true), (4, 4, false), (9, 12, false), (15, 20, false), (17, 8, false),
    ])
    #expect(found.childrenOfAnAge == 200)
    #expect(found.cumulative(.care) == [10, 20, 32, 52, 60])
    let release = try found.release(under: .internalRelease)
    let shown = FirstContact.ages.map { release.figure(FirstContact.name(.care, by: $0) + "%")?.value.number }
    #expect(shown == [5, 10, 16, 26, 30])
    let least = FirstContact.ages.map {
      release.figure(FirstContact.name(.care, by: $0, isCertain: true) + "%")?.value.number
    }
    #expect(least == [5, 8, 8, 8, 8])
  }

  @Test("few first events between two ages are not to be had from the shares by both")
  func withheld() throws {
    let found = try contact([(0, 40, true), (3, 3, true), (7, 30, true), (12, 30, true), (16, 20, true)])
    let release = try found.release(under: .childrenInNeed)
    let ends = [1, 5].map { release.count(FirstContact.name(.care, by: $0))?.value.number }
    #expect(ends.contains(nil))
    #expect(release.report.isSafe)
    let shares = [1, 5].map { release.figure(FirstContact.name(.care, by: $0) + "%")?.value.number }
    #expect(zip(ends, shares).allSatisfy { $0 == nil ? $1 == nil : true })
  }

  @Test("a population too small for the store's events is refused")
  func small() {
    #expect(throws: StudyError.self) { try contact([(0, 50, true)], children: 180) }
  }

  @Test("a store's first events are those that SQL finds, and two years are needed")
  func store() throws {
    let store = try Store(try #require(OutcomeStore.path), for: .reading)
    let found = try FirstContact(store, of: "010", year: 2025, children: 40_000)
    #expect(found.events == FirstContact.Event.allCases && found.firstYears[.care] == 2024)
    let counted = try store.connection.query(
      """
      SELECT count(*) AS n FROM need_episode AS e JOIN person AS p ON p.person = e.person
      WHERE e.authority = '010' AND e.started BETWEEN DATE '2024-04-01' AND DATE '2025-03-31'
        AND p.born IS NOT NULL AND e.started < p.born + INTERVAL 18 YEAR
        AND NOT EXISTS (SELECT 1 FROM need_episode AS b WHERE b.person = e.person AND b.authority = '010'
          AND b.started < e.started)
      """)
    #expect(found.cumulative(.referral).last == Int(try counted.integers("n")[0] ?? -1))
    #expect((found.cumulative(.referral).last ?? 0) > 50)
    for event in found.events {
      #expect(zip(found.certain[event] ?? [], found.counts[event] ?? []).allSatisfy { $0 <= $1 })
      // Who is under one at the end of two years of returns was born since they begin.
      #expect(found.certain[event]?[0] == found.counts[event]?[0])
    }
    #expect(throws: StudyError.self) { try FirstContact(store, of: "010", year: 2024, children: 40_000) }
  }
}

extension DisclosurePolicy {
  /// A policy that withholds nothing and yet lets figures out: for tests of arithmetic.
  static let internalRelease = DisclosurePolicy(name: "test", withheld: nil)
}
