import KithReturns
import KithTables
import Testing

@testable import KithRules

@Suite("What rules say of a child's care and social workers")
struct CareVocabularyTests {
  private func collection(_ text: String) -> LookedAfterReturn {
    let text = TablesInText(text, firstTable: .episodes)
    return LookedAfterReturn(year: 2026, authority: nil, tables: text.tables)
  }

  @Test("a period of care lasts while each episode starts by the day on which the one before ended")
  func periods() {
    let child = Child(
      collection(
        """
        CHILD | DECOM      | DEC
        A     | 01/05/2025 | 10/05/2025
        A     | 10/05/2025 | 20/05/2025
        A     | 21/05/2025 | 01/06/2025
        A     | 01/08/2025 |
        A     | 01/09/2025 | soon
        A     |            | 01/10/2025
        """), number: 0)
    #expect(
      child.periodsOfCare.map { [$0.start.value?.iso, $0.end.value?.iso] } == [
        ["2025-05-01", "2025-05-20"], ["2025-05-21", "2025-06-01"], ["2025-08-01", nil],
      ])
    #expect(!child.periodsOfCare.isEmpty)
    #expect(Child(child.collection, number: 1).periodsOfCare.isEmpty)
  }

  @Test("a child is looked after at the end of a day until the day on which the episode ends, short breaks apart")
  func endOfDay() {
    let child = Child(
      collection(
        """
        CHILD | DECOM      | DEC        | LS
        A     | 01/05/2025 | 10/05/2025 | C2
        A     | 01/06/2025 |            | V3
        """), number: 0)
    #expect(child.isLookedAfter(atEndOf: .day(1, 5, 2025)))
    #expect(child.isLookedAfter(atEndOf: .day(9, 5, 2025)))
    #expect(!child.isLookedAfter(atEndOf: .day(10, 5, 2025)))
    #expect(!child.isLookedAfter(atEndOf: .day(30, 4, 2025)))
    #expect(!child.isLookedAfter(atEndOf: .day(2, 6, 2025)))
    #expect(!child.isLookedAfter(atEndOf: .missing))
  }

  @Test("a child's social workers stand by start, then by end, those without an end last")
  func order() {
    let collection = collection(
      """
      SWEpisodes
      CHILD | SW_ID | SW_DECOM   | SW_DEC
      A     | SW3   | 01/05/2025 |
      A     | SW2   | 01/05/2025 | 02/05/2025
      A     | SW4   |            | 01/01/2025
      A     | SW1   | 30/04/2025 |
      """)
    let workers = Child(collection, number: 0).socialWorkers.map { collection.texts[$0.worker] }
    #expect(workers == ["SW1", "SW2", "SW3", "SW4"])
  }

  @Test("an episode whose start cannot be read still tells that care ended in the year")
  func endedWithoutStart() async throws {
    try await expect(
      "185",
      """
      CHILD | DOB        | SDQ_SCORE |
      A     | 01/05/2014 | 12        | ✗
      B     | 01/05/2014 | 12        |
      Episodes
      CHILD | DECOM      | DEC        | RNE | REC | LS |
      A     | 01/05/2023 | 01/05/2025 | S   | X1  | C2 |
      A     | 31/09/2025 | 01/10/2025 | P   | E4A | C2 |
      B     | 01/05/2023 | 01/05/2025 | S   | X1  | C2 |
      B     | 01/05/2025 |            | P   |     | C2 |
      """)
  }
}
