public import KithTables

/// An episode of care to be costed: a legal status in a placement, from a day until the day on which it is no longer so.
public struct CostedEpisode: Hashable, Sendable {
  /// The child, as the authority names it.
  public let child: String
  /// The authority's three digits.
  public let authority: String
  /// The date of birth.
  public let born: Day?
  /// The first day.
  public let start: Day
  /// The first day that is no longer part of it; nil while it is open.
  public let end: Day?
  /// Why it began (RNE).
  public let startCode: String
  /// The legal status (LS).
  public let status: String
  /// The placement (PLACE).
  public let placement: String
  /// The provider of the placement (PLACE_PROVIDER).
  public let provider: String
  /// Why it ended (REC); blank where it did not.
  public let endCode: String

  /// An episode of care.
  public init(
    child: String, authority: String, born: Day?, start: Day, end: Day?, startCode: String, status: String,
    placement: String, provider: String, endCode: String
  ) {
    self.child = child
    self.authority = authority
    self.born = born
    self.start = start
    self.end = end
    self.startCode = startCode
    self.status = status
    self.placement = placement
    self.provider = provider
    self.endCode = endCode
  }

  var isShortBreak: Bool { status == "V3" || status == "V4" }
}

/// Days from a first to a last, both of them costed.
public struct CostWindow: Hashable, Sendable {
  /// The first day.
  public let first: Day
  /// The last day.
  public let last: Day

  /// A window of days; nil where the last is before the first.
  public init?(_ first: Day, _ last: Day) {
    guard first <= last else { return nil }
    self.first = first
    self.last = last
  }

  /// The financial year that ends in a calendar year.
  public init?(financialYear year: Int) {
    guard let first = Day(1, 4, year - 1), let last = Day(31, 3, year) else { return nil }
    self.init(first, last)
  }

  func contains(_ day: Day) -> Bool { day >= first && day <= last }

  /// The days of a time that lie in the window, the day of its end not among them; an open time goes on to the last day.
  func days(from start: Day, until end: Day?) -> Int {
    let after = last.adding(days: 1)
    return max(0, min(end ?? after, after).days(since: max(start, first)))
  }
}

/// Something to be costed: so many days or times of a process.
public struct CostQuantity: Hashable, Sendable {
  /// The child, as the authority names it.
  public let child: String
  /// The authority's three digits.
  public let authority: String
  /// The process.
  public let process: CostProcess
  /// The placement, where the process is one's fee.
  public let placement: String
  /// The provider, where the process is a placement's fee.
  public let provider: String
  /// Days, or times.
  public let quantity: Int

  /// So many days or times of a process.
  public init(
    child: String, authority: String, process: CostProcess, placement: String = "", provider: String = "", quantity: Int
  ) {
    self.child = child
    self.authority = authority
    self.process = process
    self.placement = placement
    self.provider = provider
    self.quantity = quantity
  }
}
