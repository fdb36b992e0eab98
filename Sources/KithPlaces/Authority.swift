public import KithTables

/// The Department for Education's code of three digits for a local authority, which no change of name or of ONS code
/// alters.
public struct AuthorityCode: Hashable, Comparable, Sendable, CustomStringConvertible {
  /// The code as a number, 201 to 999.
  public let number: Int

  /// The code with this number; nil when it does not have three digits.
  public init?(_ number: Int) {
    guard (100...999).contains(number) else { return nil }
    self.number = number
  }

  /// Reads a code as tables write it: `301`, or `301.0` where a spreadsheet has made a decimal of it.
  public init?(parsing text: some StringProtocol) {
    let trimmed = text.trimmed
    let whole = trimmed.hasSuffix(".0") ? trimmed.dropLast(2) : trimmed[...]
    guard whole.count == 3, let number = Int(whole) else { return nil }
    self.init(number)
  }

  /// Whether a code comes before another in number.
  public static func < (a: AuthorityCode, b: AuthorityCode) -> Bool { a.number < b.number }

  /// The three digits.
  public var description: String { String(number) }
}

/// A local authority of England with duties for children, with the days on which it opened and closed.
public struct Authority: Hashable, Sendable {
  /// An ONS code of nine characters, with the days on which it came into use and went out of it.
  public struct HeldCode: Hashable, Sendable {
    /// The code, such as `E08000038`.
    public let code: String
    /// The first day of the code; nil when that is on or before 1 January 2009, where the ONS register starts.
    public let from: Day?
    /// The last day of the code; nil while it is in use.
    public let until: Day?
  }

  /// The Department for Education's code.
  public let code: AuthorityCode
  /// The name in official tables now, or at its closing.
  public let name: String
  /// Other names by which official tables and people know it.
  public let aliases: [String]
  /// The region; for London the half of it.
  public let region: Region
  /// The day on which it opened; nil when that is before the register's start, 1 January 2009.
  public let opened: Day?
  /// Its last day; nil while it is open.
  public let closed: Day?
  /// The ONS codes it has held, oldest first.
  public let onsCodes: [HeldCode]
  /// The authorities whose area, or part of it, it took over.
  public let predecessors: [AuthorityCode]
  /// The authorities that took over its area.
  public let successors: [AuthorityCode]

  /// The ONS code now in use, or the last one.
  public var onsCode: String { onsCodes.last?.code ?? "" }

  /// Whether the authority is open on a day.
  public func exists(on day: Day) -> Bool { isHeld(from: opened, until: closed, on: day) }

  /// Whether the authority was open at any time in a collection year, from 1 April to 31 March of the year named.
  ///
  /// The year named is the one in which the collection ends: 2025/26 is 2026.
  public func exists(inYear year: Int) -> Bool {
    guard let first = Day(1, 4, year - 1), let last = Day(31, 3, year) else { return false }
    return (opened.map { $0 <= last } ?? true) && (closed.map { $0 >= first } ?? true)
  }

  /// The ONS code on a day; nil when none was held.
  public func onsCode(on day: Day) -> String? {
    onsCodes.first { isHeld(from: $0.from, until: $0.until, on: day) }?.code
  }
}

/// Whether a day lies between two days, both counted in, either of which may be open.
func isHeld(from: Day?, until: Day?, on day: Day) -> Bool {
  (from.map { $0 <= day } ?? true) && (until.map { $0 >= day } ?? true)
}
