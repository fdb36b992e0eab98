import KithTables
import Testing

@Suite("Bank holidays")
struct BankHolidayTests {
  private let calendar = WorkingDays.england

  @Test(
    "those of each year are Easter's, May's, August's, Christmas's and New Year's, and the ones moved or added by proclamation",
    arguments: 2012...2027)
  func ruled(year: Int) throws {
    let listed = try days(of: year).filter { !$0.isWeekend && calendar.isWorkingDay($0) == false }
    #expect(listed.map(\.description) == HolidayRules(year: year).all.sorted().map(\.description))
  }

  @Test("none is listed on a Saturday or a Sunday, where it would be of no use")
  func substitutes() throws {
    for year in calendar.years {
      let count = try days(of: year).count { !$0.isWeekend && calendar.isWorkingDay($0) == false }
      #expect(count == 8 + (HolidayRules.added[year]?.count ?? 0), "\(year)")
    }
  }

  private func days(of year: Int) throws -> [Day] {
    let first = try #require(Day(1, 1, year))
    return (0..<(Day.isLeap(year) ? 366 : 365)).map { first.adding(days: $0) }
  }
}

/// What the Banking and Financial Dealings Act 1971 and proclamations under it make of a year.
private struct HolidayRules {
  let year: Int

  /// Jubilees, a funeral and a coronation.
  static let added: [Int: [(Int, Int)]] = [2012: [(5, 6)], 2022: [(3, 6), (19, 9)], 2023: [(8, 5)]]
  /// The early May holiday of 2020, for VE Day, and late May's of two jubilees.
  private static let movedEarlyMay: [Int: (Int, Int)] = [2020: (8, 5)]
  private static let movedLateMay: [Int: (Int, Int)] = [2012: (4, 6), 2022: (2, 6)]

  var all: [Day] {
    let easter = easterSunday
    return [
      onWeekday(day(1, 1)), easter.adding(days: -2), easter.adding(days: 1),
      Self.movedEarlyMay[year].map { day($0.0, $0.1) } ?? monday(onOrAfter: day(1, 5)),
      Self.movedLateMay[year].map { day($0.0, $0.1) } ?? monday(onOrAfter: day(25, 5)),
      monday(onOrAfter: day(25, 8)),
    ] + christmas + (Self.added[year] ?? []).map { day($0.0, $0.1) }
  }

  /// Christmas and Boxing Day; of one on a weekend, the next weekday that is not the other.
  private var christmas: [Day] {
    let first = day(25, 12)
    let days = [first, first.adding(days: 1)]
    let free = (2...3).map { first.adding(days: $0) }.filter { !$0.isWeekend }
    return days.filter { !$0.isWeekend } + free.prefix(days.count { $0.isWeekend })
  }

  /// Easter by the anonymous Gregorian computus (Meeus, "Astronomical Algorithms", chapter 8).
  private var easterSunday: Day {
    let (a, b, c) = (year % 19, year / 100, year % 100)
    let h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30
    let l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7
    let m = (a + 11 * h + 22 * l) / 451
    let sum = h + l - 7 * m + 114
    return day(sum % 31 + 1, sum / 31)
  }

  private func monday(onOrAfter start: Day) -> Day {
    let days = (0..<7).map { start.adding(days: $0) }
    return days.first { $0.isWeekend == false && $0.adding(days: -1).isWeekend } ?? start
  }

  private func onWeekday(_ start: Day) -> Day {
    (0..<3).map { start.adding(days: $0) }.first { !$0.isWeekend } ?? start
  }

  private func day(_ day: Int, _ month: Int) -> Day { Day(day, month, year) ?? Day(number: 0) }
}
