import KithReturns
import KithTables
import Testing

@testable import KithRules

@Suite("Words on headers and care")
struct HeaderVocabularyTests {
  @Test("a child left care when the last episode ended, and has not while one is open")
  func leftCare() {
    let text = TablesInText(
      """
      CHILD | DECOM      | DEC        |
      A     | 01/04/2025 | 01/06/2025 |
      A     | 01/06/2025 | 01/05/2025 |
      B     | 01/04/2025 | 01/06/2025 |
      B     | 01/06/2025 |            |
      C     | 01/04/2025 | 01/06/2025 |
      C     | 02/04/2025 | 01/06/2025 |
      D     | 01/04/2025 | unknown    |
      """, firstTable: .episodes)
    let collection = LookedAfterReturn(year: 2026, authority: nil, tables: text.tables)
    let children = (0..<4).map { Child(collection, number: $0) }
    #expect(children.map(\.leftCare.value) == [Day(1, 6, 2025), nil, Day(1, 6, 2025), nil])
    #expect(children.map { $0.lastEnded?.row } == [0, 2, 5, nil])
  }
}
