import KithTables
import Testing

@Suite("Working days")
struct WorkingDaysTests {
  private let calendar = WorkingDays.england

  @Test(
    "counted from the start, 45 and 15 working days back are the days of DfE's system",
    arguments: [
      (45, Day(31, 3, 2026), Day(28, 1, 2026)), (15, Day(31, 3, 2026), Day(11, 3, 2026)),
      (45, Day(31, 3, 2024), Day(29, 1, 2024)), (15, Day(31, 3, 2024), Day(11, 3, 2024)),
    ])
  func fromTheStart(count: Int, start: Day?, day: Day?) throws {
    #expect(calendar.day(count, backFrom: try #require(start), counting: .fromTheStart) == day)
  }

  @Test("counted from the day before, the same days are one more working day back")
  func fromTheDayBefore() throws {
    let start = try #require(Day(31, 3, 2026))
    #expect(calendar.day(45, backFrom: start, counting: .fromTheDayBefore) == Day(27, 1, 2026))
    #expect(calendar.day(1, backFrom: start, counting: .fromTheDayBefore) == Day(30, 3, 2026))
    #expect(calendar.day(1, backFrom: start, counting: .fromTheStart) == start)
  }

  @Test("weekends and bank holidays are no working days")
  func holidays() throws {
    let easterMonday = try #require(Day(6, 4, 2026))
    #expect(calendar.isWorkingDay(easterMonday) == false)
    #expect(calendar.isWorkingDay(easterMonday.adding(days: 1)) == true)
    #expect(calendar.isWorkingDay(easterMonday.adding(days: -1)) == false)
    #expect(calendar.day(before: easterMonday.adding(days: 1)) == Day(2, 4, 2026))
  }

  @Test("a year whose bank holidays are not known is refused, and so is a count that reaches it")
  func uncoveredYears() throws {
    let old = try #require(Day(31, 3, 2011))
    #expect(calendar.isWorkingDay(old) == nil)
    #expect(calendar.day(15, backFrom: old, counting: .fromTheStart) == nil)
    let early = try #require(Day(31, 1, 2012))
    #expect(calendar.day(15, backFrom: early, counting: .fromTheStart) == Day(11, 1, 2012))
    #expect(calendar.day(45, backFrom: early, counting: .fromTheStart) == nil)
  }
}
