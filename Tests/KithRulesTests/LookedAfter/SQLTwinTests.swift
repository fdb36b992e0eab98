import KithEngine
import KithReturns
import KithTesting
import Testing

@testable import KithRules

@Suite("Rules said again in SQL")
struct SQLTwinTests {
  private static let twins = episodeTwins + neighbourTwins + headerTwins + outcomeTwins + adoptionTwins + timeTwins

  @Test("there are at least 60 rules said in SQL, none twice")
  func count() {
    let codes = Self.twins.map(\.code)
    #expect(Set(codes).count == codes.count)
    #expect(codes.count >= 60)
    print("SQL twins: \(codes.count) rules")
  }

  @Test(
    "SQL finds the rows that the rules find in made-up returns", arguments: [2026, 2027], [21, 22, 23] as [UInt64])
  func synthetic(year: Int, seed: UInt64) async throws {
    let edited = SyntheticReturn.make(seed: seed, children: 250, year: year, wrongInThousand: 60)
    let fired = try await compare(edited)
    #expect(fired >= 100, "too few of the rules have a row that fails")
  }

  @Test(
    "SQL finds the rows that the rules find in a whole return", .enabled(if: SharedFolder.isPresent),
    arguments: ["A", "B"])
  func whole(name: String) async throws {
    _ = try await compare(EditableReturn(WholeReturn(name).collection))
  }

  @Test("each of them has a row that fails in some made-up return")
  func firing() async throws {
    var codes = Set(Self.twins.map(\.code))
    for seed in 21...26 as ClosedRange<UInt64> {
      let edited = SyntheticReturn.make(seed: seed, children: 400, year: 2027, wrongInThousand: 100)
      let book = try #require(LookedAfterRules.book(for: edited.year))
      let check = await book.check(edited.collection)
      codes.subtract(check.findings.map { book.rules[$0.rule].code })
    }
    #expect(codes.sorted() == [])
  }

  /// Compares each rule with its twin. Returns how many have a row that fails.
  private func compare(_ edited: EditableReturn) async throws -> Int {
    let database = try TypedDatabase(edited)
    let book = try #require(LookedAfterRules.book(for: edited.year))
    let check = await book.check(edited.collection)
    var fired = 0
    for twin in Self.twins {
      guard let number = book.rules.firstIndex(where: { $0.code == twin.code }) else {
        #expect(LookedAfterRules.all.contains { $0.code == twin.code }, "\(twin.code) is no rule")
        continue
      }
      let ours = check.findings.filter { $0.rule == number }.compactMap(\.row.row).sorted()
      let theirs = try database.rows(twin.sql).sorted()
      let (more, less) = (Set(ours).subtracting(theirs).sorted(), Set(theirs).subtracting(ours).sorted())
      #expect(more == [] && less == [] && ours.count == theirs.count, "\(twin.code): rule \(more), SQL \(less)")
      fired += ours.isEmpty ? 0 : 1
    }
    return fired
  }
}
