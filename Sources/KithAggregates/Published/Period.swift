public import KithTables

/// The kind of year that a published figure is for, which says on what day its periods end.
public enum YearKind: Hashable, Sendable {
  /// 1 January to 31 December.
  case calendar
  /// 1 April to 31 March, and returns as at 31 March.
  case financial
  /// 1 September to 31 August.
  case academic
  /// A year to, or a count at, 30 September.
  case september
  /// A count in January, as the school census is.
  case january

  /// The kind that LAIT's dictionary or a table's `time_identifier` names; calendar for words that are not known.
  public init(words: String) {
    switch words.lowercased() {
    case "financial year", "reporting year", "tax year": self = .financial
    case "academic year": self = .academic
    case "annual (end of sept)": self = .september
    case "annual - january", "january": self = .january
    default: self = .calendar
    }
  }

  /// The last day of a period that ends in a year.
  func lastDay(inYear year: Int) -> Day? {
    switch self {
    case .calendar: Day(31, 12, year)
    case .financial: Day(31, 3, year)
    case .academic: Day(31, 8, year)
    case .september: Day(30, 9, year)
    case .january: Day(31, 1, year)
    }
  }
}

/// A year, or several years taken together, for which figures are published.
public struct Period: Hashable, Sendable {
  /// The label as published: `2025`, `2023/24`, `2024-25 (OT)`, `2014-16`, `2013/14-15/16`.
  public let label: String
  /// The year in which the period starts, the first four digits of its label; 0 when the label names none.
  public let firstYear: Int
  /// The year in which it ends.
  public let lastYear: Int
  /// How many years it covers; more than one for figures of several years together.
  public let length: Int

  /// Whether the label names a year.
  public var isKnown: Bool { firstYear > 0 }

  /// Reads a label.
  public init(label: String) {
    self.label = label
    let years = Period.years(in: label)
    firstYear = years.first ?? 0
    lastYear = years.last ?? 0
    // "2023/24" is one year that straddles two; "2014-16" is three years; "2013/14-15/16" is three that straddle.
    let gap = lastYear - firstYear
    let isSplit = gap == 1 || years.count > 2
    length = firstYear == 0 ? 0 : max(1, isSplit ? gap : gap + 1)
  }

  /// The period that a table writes with digits only, `2025` or `202425`, which is shown as `2024/25`.
  public init(digits: some StringProtocol) {
    let isPair = digits.count == 6 && digits.allSatisfy(\.isNumber)
    self.init(label: isPair ? "\(digits.prefix(4))/\(digits.suffix(2))" : String(digits))
  }

  /// The years that a label names, oldest first, those of two digits completed from the first.
  private static func years(in label: String) -> [Int] {
    let plain = label.split(separator: "(").first ?? ""
    let parts = plain.split { !$0.isNumber }.compactMap { Int($0) }
    guard let first = parts.first, (1900...2200).contains(first) else { return [] }
    return parts.reduce(into: []) { years, part in
      let century = first / 100 * 100
      let year = part > 99 ? part : century + part < first ? century + 100 + part : century + part
      years.append(year)
    }
  }

  /// Whether this period starts where another one ends.
  public func follows(_ other: Period) -> Bool {
    isKnown && other.isKnown && length == other.length && firstYear == other.firstYear + other.length
  }

  /// Whether the two periods share a year.
  public func overlaps(_ other: Period) -> Bool {
    firstYear < other.firstYear + other.length && other.firstYear < firstYear + length
  }

  /// The last day of the period in a kind of year; nil when the label names no year.
  public func lastDay(_ kind: YearKind) -> Day? { isKnown ? kind.lastDay(inYear: lastYear) : nil }
}
