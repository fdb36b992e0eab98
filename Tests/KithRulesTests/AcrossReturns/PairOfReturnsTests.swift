import KithReturns
import KithTesting
import Testing

@testable import KithRules

@Suite("Rules across returns, on whole returns")
struct PairOfReturnsTests {
  private static let clean = PairOfReturns(childrenOfEachCourse: 40).text

  /// The clean returns with each fault in them.
  static let faulty = faults.reduce(clean) { text, fault in
    text.firstRange(of: fault.from).map { text.replacingCharacters(fault.to, in: $0) } ?? text
  }

  private func findings(_ text: String) async throws -> [String: Int] {
    let book = try #require(AcrossReturns.book(for: 2026))
    let check = await book.check(
      BothReturns(year: 2026, TablesInText(text, firstTable: .cinDetails.of(.inNeed))))
    #expect(check.notRun.isEmpty)
    return check.findings.reduce(into: [:]) { $0[book.rules[$1.rule].code, default: 0] += 1 }
  }

  @Test("returns that hold together have no finding")
  func cleanReturns() async throws {
    let found = try await findings(Self.clean)
    #expect(found == [:])
  }

  @Test(
    "a whole return beside itself has no finding, but for later plans that do not count the earlier ones",
    .enabled(if: SharedFolder.isPresent), arguments: ["A", "B"])
  func besideItself(name: String) async throws {
    let submission = try Submission.read([SharedFolder.path("cases/cin_returns/\(name)/return.xml")], of: .inNeed)
    let census = InNeedReturn.Source(tables: submission.tables, lastYear: submission.tables)
    let book = try #require(AcrossReturns.book(for: 2026))
    let check = await book.check(BothReturns(year: 2026, inNeed: census))
    let found = Dictionary(grouping: check.findings) { book.rules[$0.rule].code }.mapValues(\.count)
    #expect(found == ["X113": 4])
  }

  /// A text of one child's row in the clean returns, what it is changed to, and the findings that come of it.
  private static let faults: [(from: String, to: String, rules: [String: Int])] = [
    ("\nC0 | 1 | 2025-01-10 | N1 | | | false |", "\nC0 | 1 | 2025-01-11 | N1 | | | false |", ["X102": 1]),
    ("\nC0 | A100000000000 |", "\nC0 | A100000000999 |", ["X106": 1]),
    ("\nC4 | 1 | 2025-03-20 | N1 | | | false |", "\nC4 | 1 | 2025-05-02 | N1 | | | false |", ["X101": 1, "X203": 1]),
    ("2015-05-01 | F |", "2015-05-02 | F |", ["X108": 1, "X205": 1]),
    ("\nC4 | WBRI |", "\nC4 | BCRB |", ["X208": 1]),
    (
      "\nC3 | 1 | 1 | 2024-11-10 | 2025-07-01 | NEG | 0 |", "\nC3 | 1 | 1 | 2024-11-10 | 2025-07-01 | PHY | 0 |",
      ["X112": 1]
    ),
    ("\nC3 | 1 | 2 | 2025-12-01 | | EMO | 1 |", "\nC3 | 1 | 2 | 2025-12-01 | | EMO | 0 |", ["X113": 1]),
    ("\nC5 | 1 | 2024-03-20 | N1 | 2025-10-14 | RC4 |", "\nC5 | 1 | 2024-03-20 | N1 | 2025-10-14 | RC7 |", ["X216": 1]),
    ("\nC6 | 1 | 2024-03-20 | N1 | 2025-06-01 | RC1 |", "\nC6 | 1 | 2024-03-20 | N1 | | |", ["X217": 1]),
    ("\nC7 | 1 | 1 | 9A |", "\nC7 | 1 | 1 | 4A |", ["X211": 1]),
    ("\nC4 | 1 | 2025-04-10 | 2025-05-01 |", "\nC4 | 1 | 2025-04-10 | |", ["X219": 1]),
  ]

  @Test("one child's fault is found once, by the rule that it breaks", arguments: faults.indices)
  func oneFault(place: Int) async throws {
    let fault = Self.faults[place]
    // Only the first occurrence is changed, which is this year's.
    let range = try #require(Self.clean.firstRange(of: fault.from))
    let found = try await findings(Self.clean.replacingCharacters(fault.to, in: range))
    #expect(found == fault.rules)
  }
}

extension String {
  fileprivate func replacingCharacters(_ text: String, in range: Range<String.Index>) -> String {
    String(self[..<range.lowerBound]) + text + String(self[range.upperBound...])
  }
}
