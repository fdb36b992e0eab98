// What the file says of itself.
import KithReturns
import KithTables

let censusHeaderRules: [Rule<InNeedReturn>] = [
  .header(
    "100", [.referenceDate], "The reference date is blank, is not a date, or is not 31 March of the file's year.",
    fix: "Write 31 March of Year in ReferenceDate, as 2026-03-31.", reads: [.in(.censusHeader, .collectionYear)]
  ) { h in
    h.referenceDate.hasNoValue || h.yearEnd.hasNoValue || h.referenceDate != h.yearEnd
  }
]

extension CensusHeader {
  /// 31 March of the year that the file states; missing where it states none.
  fileprivate var yearEnd: Cell<Day> {
    Int(collection.texts[collectionYear]).map { .day(31, 3, $0) } ?? .missing
  }
}
