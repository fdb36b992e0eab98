import KithEngine
import KithTables

/// A collection year, which ends on 31 March, and its days as SQL.
public struct CollectionYear: Hashable, Sendable {
  /// The calendar year in which it ends: 2025 for 2024/25.
  public let ends: Int

  /// The year that ends in a calendar year.
  public init(_ ends: Int) { self.ends = ends }

  /// 2024/25 for the year that ends in 2025.
  public var title: String { "\(ends - 1)/" + String(ends).suffix(2) }

  /// The 31 March on which it ends, as a date in SQL.
  var end: String { Self.date(ends, 3, 31) }
  /// The 1 April on which it begins.
  var start: String { Self.date(ends - 1, 4, 1) }
  /// The day so many months before its last day.
  func months(before end: Int) -> String {
    let month = (ends * 12 + 2) - end
    let (year, place) = (month / 12, month % 12 + 1)
    return Self.date(year, place, min(31, Self.length(of: place, in: year)))
  }

  /// The condition that a column of days lies in the year.
  func holds(_ column: String) -> String { "\(column) BETWEEN \(start) AND \(end)" }

  /// The age in whole years on the year's last day of one born on the column's day; negative for the unborn.
  func age(_ born: String) -> String {
    "(\(ends) - year(\(born)) - CASE WHEN month(\(born)) * 100 + day(\(born)) > 331 THEN 1 ELSE 0 END)"
  }

  static func date(_ year: Int, _ month: Int, _ day: Int) -> String {
    func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }
    return "DATE '\(year)-\(padded(month))-\(padded(day))'"
  }

  private static func length(of month: Int, in year: Int) -> Int {
    (28...31).last { Day($0, month, year) != nil } ?? 28
  }
}

/// The age in whole years on a day of one born on another, both columns; who was born on 29 February is a year older on the 28th of
/// a common year, as in the returns' guidance.
func age(_ born: String, on day: String) -> String {
  let years = "year(\(day)) - year(\(born))"
  return "(\(years) - CASE WHEN \(born) + INTERVAL 1 MONTH * (12 * (\(years))) > \(day) THEN 1 ELSE 0 END)"
}
