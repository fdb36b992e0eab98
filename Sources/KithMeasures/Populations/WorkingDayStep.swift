import KithEngine
import KithStore
import KithTables

/// The calendar in which working days are counted, as a step: each day with the number of working days up to it.
enum WorkingDayStep {
  /// The calendar of three years up to a collection year's end; nil when the bank holidays of one of them are not known.
  static func step(for year: CollectionYear, _ calendar: WorkingDays = .england) -> NamedQuery? {
    guard var day = Day(1, 1, year.ends - 2), let last = Day(31, 3, year.ends) else { return nil }
    var rows: [String] = []
    var count = 0
    while day <= last {
      guard let isWorking = calendar.isWorkingDay(day) else { return nil }
      if isWorking { count += 1 }
      let (date, month, year) = (day.civil.day, day.civil.month, day.civil.year)
      rows.append("(\(CollectionYear.date(year, month, date)), \(count), \(isWorking ? 1 : 0))")
      day = day.adding(days: 1)
    }
    return NamedQuery(
      "working_day",
      "SELECT * FROM (VALUES \(raw: rows.joined(separator: ", "))) AS d(day, number, is_working)")
  }

  /// The working days from one joined calendar row to another; of a start before the calendar, more than any limit.
  static func between(
    _ start: String, _ end: String, from day: String, _ year: CollectionYear, _ count: MeasureOptions.DayCount
  )
    -> String
  {
    let own = count == .fromStart ? " + \(start).is_working" : ""
    let first = CollectionYear.date(year.ends - 2, 1, 1)
    return "CASE WHEN \(day) < \(first) THEN 9999 ELSE \(end).number - \(start).number\(own) END"
  }
}

extension WorkingDayStep {
  /// A calendar without days, for years whose bank holidays are not known: no day is counted, and the figure says why.
  static let empty = NamedQuery(
    "working_day", "SELECT DATE '1900-01-01' AS day, 0 AS number, 0 AS is_working WHERE 1 = 0")
}
