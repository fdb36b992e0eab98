import KithReturns
import Testing

@testable import KithRules

@Suite("What rules across returns say that they read")
struct ReadingsTests {
  private struct Tables {
    var now: [TableName: RawTable]
    var before: [TableName: RawTable]

    var returns: BothReturns {
      BothReturns(
        year: 2026,
        lookedAfter: .init(tables: now.ofReturn(.lookedAfter), lastYear: before.ofReturn(.lookedAfter)),
        inNeed: .init(tables: now.ofReturn(.inNeed), lastYear: before.ofReturn(.inNeed)))
    }
  }

  /// What tells rows apart or joins them, which every rule consults.
  private static let joining: Set<Field> = [
    .child, .childIdentifier, .detailsNumber, .assessmentNumber, .protectionPlanNumber,
  ]

  @Test("a field that changes what a rule finds is one that it lists", arguments: ["rotated", "blanked"])
  func listed(change: String) async throws {
    let text = TablesInText(PairOfReturnsTests.faulty, firstTable: .cinDetails.of(.inNeed))
    let tables = Tables(now: text.tables, before: text.lastYear)
    let book = try #require(AcrossReturns.book(for: 2026))
    let expected = await book.check(tables.returns)
    for isLast in [false, true] {
      for (name, table) in isLast ? tables.before : tables.now {
        for field in table.columns.keys where !Self.joining.contains(field) {
          let cells = (0..<table.rowCount).map { row in
            change == "blanked" ? nil : table.text(field, row: (row + 1) % table.rowCount)
          }
          var changed = tables
          let altered = table.adding([(field, cells)])
          if isLast { changed.before[name] = altered } else { changed.now[name] = altered }
          let check = await book.check(changed.returns)
          for (place, rule) in book.rules.enumerated()
          where check.flaggedRows(ofRule: place) != expected.flaggedRows(ofRule: place) {
            let lists = rule.lists(field, of: name, isLastYear: isLast)
            #expect(lists, "\(rule.code) consults \(name)\(isLast ? "_last" : "").\(field)")
          }
        }
      }
    }
  }
}

extension Rule<BothReturns> {
  fileprivate func lists(_ field: Field, of table: TableName, isLastYear: Bool) -> Bool {
    let parts = parts.map { Reading(table: $0.table, fields: $0.fields, isLastYear: $0.isLastYear, isOptional: false) }
    return (parts + self.parts.flatMap(\.linked) + reads).contains {
      $0.table == table && $0.isLastYear == isLastYear && $0.fields.contains { $0 == field || $0 == derived(field) }
    }
  }

  /// The field that is worked out from another.
  private func derived(_ field: Field) -> Field? { field == .factor ? .factors : nil }
}
