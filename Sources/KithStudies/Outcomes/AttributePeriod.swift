import KithTables

/// The days that a row of attributes is of.
struct AttributePeriod: Hashable {
  let first: Day
  let last: Day

  /// Reads them from a row; nil where they are blank, cannot be read, or are in the wrong order.
  init?(_ columns: [AttributeMap.Column], _ cells: [String]) {
    func column(_ target: AttributeMap.Target) -> (column: AttributeMap.Column, cell: String)? {
      columns.firstIndex { $0.target == target }.map { (columns[$0], cells[$0]) }
    }
    func day(_ target: AttributeMap.Target) -> Day?? { column(target).map { Self.day($0.cell, $0.column.form) } }
    if let day = day(.day) {
      guard let day else { return nil }
      (first, last) = (day, day)
    } else if let from = day(.from), let to = day(.to) {
      guard let from, let to, from <= to else { return nil }
      (first, last) = (from, to)
    } else {
      guard let (year, cell) = column(.year), let ends = Self.year(cell) else { return nil }
      let term = column(.term).map { $0.column.meaning(of: $0.cell) ?? "" }
      guard let days = Self.days(ends, term: term, isSummer: [.ks2, .ks4].contains(year.kind)) else { return nil }
      (first, last) = days
    }
  }

  private static func day(_ text: String, _ form: String) -> Day? {
    guard form == "dd/mm/yyyy" else { return Day(iso: text) }
    let parts = text.split(separator: "/", omittingEmptySubsequences: false).map { Int($0) }
    guard parts.count == 3, let day = parts[0], let month = parts[1], let year = parts[2] else { return nil }
    return Day(day, month, year)
  }

  /// The calendar year in which a school year ends: 2025, 2024/25 or 202425.
  private static func year(_ text: String) -> Int? {
    let digits = text.filter { $0.isASCII && $0.isNumber }
    guard text.allSatisfy({ $0.isASCII && ($0.isNumber || $0 == "/") }), let number = Int(digits) else { return nil }
    switch digits.utf8.count {
    case 4: return number
    case 6: return number / 100 + 1
    case 8: return number % 10_000
    default: return nil
    }
  }

  /// The days of a school year, of a term of it by the months in which it mostly lies, or of the summer in which key stages end.
  private static func days(_ year: Int, term: String?, isSummer: Bool) -> (Day, Day)? {
    let ends: (from: (Int, Int, Int), to: (Int, Int, Int))
    switch (isSummer, term) {
    case (true, _): ends = ((1, 5, year), (31, 8, year))
    case (_, "autumn"): ends = ((1, 9, year - 1), (31, 12, year - 1))
    case (_, "spring"): ends = ((1, 1, year), (31, 3, year))
    case (_, "summer"): ends = ((1, 4, year), (31, 8, year))
    case (_, nil): ends = ((1, 9, year - 1), (31, 8, year))
    default: return nil
    }
    guard let from = Day(ends.from.0, ends.from.1, ends.from.2), let to = Day(ends.to.0, ends.to.1, ends.to.2) else {
      return nil
    }
    return (from, to)
  }
}
