/// A day of the Gregorian calendar, stored as the number of days since 1 January 1970.
///
/// Calendar arithmetic follows the returns' guidance: 29 February plus a number of years that ends in a
/// common year is 28 February.
public struct Day: Hashable, Comparable, Sendable {
  /// Days since 1 January 1970, negative before it.
  public let number: Int32

  /// The day with this number of days since 1 January 1970.
  @inlinable public init(number: Int32) { self.number = number }

  /// The day with this day of the month, month and year; nil when the calendar has no such day.
  public init?(_ day: Int, _ month: Int, _ year: Int) {
    guard (1...9999).contains(year), (1...12).contains(month), day >= 1,
      day <= Day.length(ofMonth: month, year: year)
    else { return nil }
    self.init(validDay: day, month, year)
  }

  private init(validDay day: Int, _ month: Int, _ year: Int) {
    // Days from civil, counted in eras of 400 years from 1 March (H. Hinnant, "chrono-Compatible
    // Low-Level Date Algorithms").
    let y = month <= 2 ? year - 1 : year
    let era = (y >= 0 ? y : y - 399) / 400
    let yearOfEra = y - era * 400
    let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
    let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
    number = Int32(era * 146_097 + dayOfEra - 719_468)
  }

  /// Whether the first day is the earlier.
  @inlinable public static func < (a: Day, b: Day) -> Bool { a.number < b.number }
}

extension Day {
  /// The day of the month, the month and the year.
  public var civil: (day: Int, month: Int, year: Int) {
    let z = Int(number) + 719_468
    let era = (z >= 0 ? z : z - 146_096) / 146_097
    let dayOfEra = z - era * 146_097
    let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
    let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
    let m = (5 * dayOfYear + 2) / 153
    let month = m < 10 ? m + 3 : m - 9
    let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
    return (dayOfYear - (153 * m + 2) / 5 + 1, month, year)
  }

  /// The calendar year.
  public var year: Int { civil.year }

  /// The number of days in a month.
  public static func length(ofMonth month: Int, year: Int) -> Int {
    switch month {
    case 2: isLeap(year) ? 29 : 28
    case 4, 6, 9, 11: 30
    default: 31
    }
  }

  /// Whether the year has a 29 February.
  public static func isLeap(_ year: Int) -> Bool {
    year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
  }

  /// The day this many days later, or earlier when negative.
  @inlinable public func adding(days: Int) -> Day { Day(number: number &+ Int32(truncatingIfNeeded: days)) }

  /// The same day of the month this many years later; 29 February becomes 28 February in a common year.
  public func adding(years: Int) -> Day {
    let (day, month, year) = civil
    let target = year + years
    return Day(validDay: min(day, Day.length(ofMonth: month, year: target)), month, target)
  }

  /// The number of days from another day to this one.
  @inlinable public func days(since other: Day) -> Int { Int(number) - Int(other.number) }

  /// The last completed year of age on a day, of someone born on this day.
  public func age(on day: Day) -> Int {
    let born = civil
    let now = day.civil
    let isBeforeBirthday = day < adding(years: now.year - born.year)
    return now.year - born.year - (isBeforeBirthday ? 1 : 0)
  }
}

extension Day: CustomStringConvertible {
  /// The day as the returns write it, `dd/mm/yyyy`.
  public var description: String {
    let (day, month, year) = civil
    return "\(Day.padded(day, 2))/\(Day.padded(month, 2))/\(Day.padded(year, 4))"
  }

  /// The day as ISO 8601 writes it, `yyyy-mm-dd`.
  public var iso: String {
    let (day, month, year) = civil
    return "\(Day.padded(year, 4))-\(Day.padded(month, 2))-\(Day.padded(day, 2))"
  }

  private static func padded(_ number: Int, _ width: Int) -> String {
    let digits = String(number)
    return String(repeating: "0", count: max(0, width - digits.count)) + digits
  }
}

extension Day {
  /// The day that ISO 8601 writes `yyyy-mm-dd`; nil when the text is not one.
  public init?(iso text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == 0x2D, digits[7] == 0x2D else { return nil }
    let number = { (range: Range<Int>) in
      digits[range].reduce(Int?.some(0)) { number, digit in
        digit &- 0x30 < 10 ? number.map { $0 * 10 + Int(digit - 0x30) } : nil
      }
    }
    guard let year = number(0..<4), let month = number(5..<7), let day = number(8..<10) else { return nil }
    self.init(day, month, year)
  }
}
