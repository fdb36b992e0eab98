import KithTables

/// The days of a collection year.
struct CollectionDays {
  let year: Int
  let start: Day
  let end: Day

  init(_ year: Int) {
    self.year = year
    start = Day(1, 4, year - 1) ?? Day(number: 0)
    end = Day(31, 3, year) ?? Day(number: 0)
  }

  func holds(_ day: Day?) -> Bool { day.map { $0 >= start && $0 <= end } ?? false }

  /// Whether a time that began and ended on these days, both among it, has a day of the year.
  func meets(_ first: Day?, _ last: Day?) -> Bool {
    guard let first, first <= end else { return false }
    return last.map { $0 >= start } ?? true
  }

  /// The same day two years before the last day of the year.
  var twoYearsBeforeEnd: Day { end.adding(years: -2) }
  /// 30 September two and a half years before it.
  var twoAndAHalfYearsBeforeEnd: Day { Day(30, 9, year - 3) ?? start }
}

extension Day {
  /// The same day of the month so many months later, or that month's last day where it is shorter.
  func adding(months: Int) -> Day {
    let (day, month, year) = civil
    let place = year * 12 + month - 1 + months
    let (laterYear, laterMonth) = (place / 12, place % 12 + 1)
    return Day(min(day, Day.length(ofMonth: laterMonth, year: laterYear)), laterMonth, laterYear) ?? self
  }

  /// The band of a time from this day to another, in calendar months.
  func durationBand(to end: Day) -> String {
    if end <= adding(months: 3) { return "3 months or less" }
    if end <= adding(months: 6) { return "over 3 to 6 months" }
    if end < adding(months: 12) { return "6 months to 1 year" }
    return end < adding(months: 24) ? "1 to 2 years" : "2 years or more"
  }

  /// The working days after this day up to another; nil when that comes before it.
  func workingDays(to end: Day) -> Int? {
    guard self <= end else { return nil }
    return (0..<end.days(since: self)).count { WorkingDays.england.isWorkingDay(adding(days: $0 + 1)) == true }
  }
}

/// The bands of age that the publications show.
enum AgeBand {
  /// Those of the CIN Census, at the end of the year.
  static func inNeed(born: Day?, on day: Day) -> String {
    guard let born, born <= day else { return "Unborn or not known" }
    switch born.age(on: day) {
    case 18...: return "18 and over"
    case 16...: return "16 to 17"
    default: return young(born.age(on: day))
    }
  }

  /// Those of the SSDA903 return.
  static func inCare(born: Day?, on day: Day) -> String {
    guard let born else { return "Not known" }
    let age = born.age(on: day)
    return age >= 16 ? "16 and over" : young(age)
  }

  private static func young(_ age: Int) -> String {
    switch age {
    case ..<1: "Under 1"
    case ..<5: "1 to 4"
    case ..<10: "5 to 9"
    default: "10 to 15"
    }
  }
}
