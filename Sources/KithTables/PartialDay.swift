/// A day of which the day of the month, the month or the year may be unknown, as the returns write the date of an
/// order: `ZZ/05/2019`.
public struct PartialDay: Hashable, Sendable {
  /// The day of the month; nil when it is unknown.
  public let day: Int?
  /// The month; nil when it is unknown.
  public let month: Int?
  /// The year; nil when it is unknown.
  public let year: Int?

  /// The day with these parts, nil for an unknown one; nil when no day of the calendar has them.
  public init?(day: Int?, month: Int?, year: Int?) {
    self.day = day
    self.month = month
    self.year = year
    guard latest(inUnknownYear: 2000) != nil else { return nil }
  }

  /// Reads a day written `dd/mm/yyyy`, with ZZ for a day or a month and ZZZZ for a year that is unknown.
  ///
  /// A day or month below 10 may have one digit; years outside 1677 to 2262 are refused, as in a whole day.
  public init?(returnText text: some Collection<UInt8>) {
    let parts = text.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
    guard parts.count == 3, let day = Part(parts[0], digits: 1...2), let month = Part(parts[1], digits: 1...2),
      let year = Part(parts[2], digits: 4...4), (1677...2262).contains(year.number ?? 2000)
    else { return nil }
    self.init(day: day.number, month: month.number, year: year.number)
  }

  /// The latest day that this may be; an unknown year is taken to be the one given.
  public func latest(inUnknownYear assumed: Int) -> Day? {
    let year = year ?? assumed
    let month = month ?? 12
    guard (1...12).contains(month) else { return nil }
    return Day(day ?? Day.length(ofMonth: month, year: year), month, year)
  }

  /// A number, or as many Zs as the number would have digits.
  private struct Part {
    let number: Int?

    init?(_ text: some Collection<UInt8>, digits: ClosedRange<Int>) {
      if text.count == digits.upperBound, text.allSatisfy({ $0 == UInt8(ascii: "Z") }) {
        number = nil
      } else {
        guard digits.contains(text.count), text.allSatisfy({ $0 &- 48 < 10 }) else { return nil }
        number = text.reduce(0) { $0 * 10 + Int($1 - 48) }
      }
    }
  }
}
