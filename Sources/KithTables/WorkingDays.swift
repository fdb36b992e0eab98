/// The working days of England: Monday to Friday, without bank holidays.
///
/// The calendar refuses to count over a year whose bank holidays it does not know: it gives nil, never a guess. Counting
/// back, a start that is no working day first moves on to the next one. Whether the start then counts as the first of
/// the days is the caller's to say, as guidance is counted both ways.
public struct WorkingDays: Sendable {
  /// England's, of the years whose bank holidays are known.
  public static let england = WorkingDays(BankHolidays.england)

  /// The years that are covered.
  public let years: ClosedRange<Int>
  private let holidays: Set<Int32>
  /// The numbers of the days of those years.
  private let covered: Range<Int32>

  /// How days are counted back from a start.
  public enum Counting: Sendable {
    /// The start is the first: 1 day back from a working day is that day.
    case fromTheStart
    /// The day before the start is the first: 1 day back from a working day is the working day before it.
    case fromTheDayBefore
  }

  init(_ holidays: [Int: [(day: Int, month: Int)]]) {
    years = (holidays.keys.min() ?? 1)...(holidays.keys.max() ?? 1)
    let ends = (Day(1, 1, years.lowerBound)?.number ?? 0, Day(1, 1, years.upperBound + 1)?.number ?? 0)
    covered = ends.0..<ends.1
    self.holidays = Set(
      holidays.flatMap { year, days in days.compactMap { Day($0.day, $0.month, year)?.number } })
  }

  /// Whether a day is a working day; nil in a year that is not covered.
  public func isWorkingDay(_ day: Day) -> Bool? {
    guard covered.contains(day.number) else { return nil }
    return !day.isWeekend && !holidays.contains(day.number)
  }

  /// The working day so many back from a day; nil when the count meets a year that is not covered.
  public func day(_ count: Int, backFrom start: Day, counting: Counting) -> Day? {
    guard var day = first(onOrAfter: start) else { return nil }
    var left = counting == .fromTheStart ? count - 1 : count
    while left > 0 {
      day = day.adding(days: -1)
      guard let isWorking = isWorkingDay(day) else { return nil }
      if isWorking { left -= 1 }
    }
    return day
  }

  /// The working day before a day; nil when the search meets a year that is not covered.
  public func day(before day: Day) -> Day? {
    var day = day
    repeat { day = day.adding(days: -1) } while isWorkingDay(day) == false
    return isWorkingDay(day) == nil ? nil : day
  }

  private func first(onOrAfter start: Day) -> Day? {
    var day = start
    while isWorkingDay(day) == false { day = day.adding(days: 1) }
    return isWorkingDay(day) == nil ? nil : day
  }
}

extension Day {
  /// Whether the day is a Saturday or a Sunday.
  public var isWeekend: Bool {
    // 1 January 1970 was a Thursday.
    let weekday = ((Int(number) + 3) % 7 + 7) % 7
    return weekday >= 5
  }
}
