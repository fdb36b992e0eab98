import KithAggregates
import KithTables
import Testing

@Suite("Periods")
struct PeriodTests {
  @Test(
    "every shape of label gives its years",
    arguments: [
      ("2025", 2025, 2025, 1), ("2023/24", 2023, 2024, 1), ("2023-24", 2023, 2024, 1), ("2024-25 (OT)", 2024, 2025, 1),
      ("2025 (Rev)", 2025, 2025, 1), ("2025 (prov)", 2025, 2025, 1), ("2014-16", 2014, 2016, 3),
      ("2013/14-15/16", 2013, 2016, 3), ("0", 0, 0, 0), ("1999/00", 1999, 2000, 1),
    ])
  func labels(label: String, first: Int, last: Int, length: Int) {
    let period = Period(label: label)
    #expect(period.firstYear == first && period.lastYear == last && period.length == length)
  }

  @Test("digits alone are shown as years", arguments: [("202425", "2024/25"), ("2025", "2025")])
  func digits(digits: String, label: String) { #expect(Period(digits: digits).label == label) }

  @Test("a period follows the one that ends as it starts")
  func following() {
    #expect(Period(label: "2024").follows(Period(label: "2023")))
    #expect(!Period(label: "2024").follows(Period(label: "2022")))
    #expect(Period(label: "2019-21").follows(Period(label: "2016-18")))
    #expect(Period(label: "2019-21").overlaps(Period(label: "2018-20")))
    #expect(!Period(label: "2024").overlaps(Period(label: "2023")))
    #expect(!Period(label: "2024").follows(Period(label: "0")))
  }

  @Test("a period ends on the last day of its kind of year")
  func lastDays() {
    #expect(Period(label: "2023/24").lastDay(.academic) == Day(31, 8, 2024))
    #expect(Period(label: "2024").lastDay(YearKind(words: "Reporting year")) == Day(31, 3, 2024))
    #expect(Period(label: "2014-16").lastDay(.calendar) == Day(31, 12, 2016))
    #expect(Period(label: "2025").lastDay(YearKind(words: "Annual (end of Sept)")) == Day(30, 9, 2025))
    #expect(Period(label: "0").lastDay(.calendar) == nil)
  }
}
