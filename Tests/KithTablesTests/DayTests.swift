import KithTables
import Testing

@Suite("Days")
struct DayTests {
  @Test("a day keeps its civil date from 1600 to 2400")
  func roundTrip() throws {
    var day = try #require(Day(1, 1, 1600))
    let last = try #require(Day(31, 12, 2400))
    var before = day.civil
    while day < last {
      day = day.adding(days: 1)
      let now = day.civil
      #expect(Day(now.day, now.month, now.year) == day)
      #expect(now.day == 1 || now.day == before.day + 1)
      before = now
    }
  }

  @Test("the epoch is day 0")
  func epoch() { #expect(Day(1, 1, 1970)?.number == 0) }

  @Test(
    "the calendar refuses days that it does not have",
    arguments: [(29, 2, 2023), (31, 4, 2024), (0, 1, 2024), (1, 13, 2024)])
  func noSuchDay(day: Int, month: Int, year: Int) { #expect(Day(day, month, year) == nil) }

  @Test("a leap day's birthday in a common year is 28 February")
  func leapBirthday() throws {
    let born = try #require(Day(29, 2, 2008))
    #expect(born.adding(years: 18) == Day(28, 2, 2026))
    #expect(born.adding(years: 16) == Day(29, 2, 2024))
    #expect(born.age(on: try #require(Day(28, 2, 2026))) == 18)
    #expect(born.age(on: try #require(Day(27, 2, 2026))) == 17)
  }

  @Test("days are written as the returns write them")
  func text() {
    #expect(Day(3, 9, 2024)?.description == "03/09/2024")
    #expect(Day(3, 9, 2024)?.iso == "2024-09-03")
  }
}
