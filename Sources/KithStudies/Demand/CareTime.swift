public import KithTables

/// A child's time in one kind of placement, without a break, for a forecast of demand.
public struct CareTime: Hashable, Sendable {
  /// The authority's three digits.
  public let authority: String
  /// The date of birth.
  public let born: Day
  /// The kind of placement.
  public let group: PlacementGroup
  /// The first day.
  public let start: Day
  /// The first day that is no longer part of it; nil while it is open.
  public let end: Day?
  /// The kind of placement that followed to the day; nil where the child left care, or is still there.
  public let next: PlacementGroup?
  /// Whether the child came into care with it.
  public let isEntry: Bool
  /// The day of the 18th birthday, on which a child is no longer looked after.
  let adult: Day

  /// A time in one kind of placement.
  public init(
    authority: String, born: Day, group: PlacementGroup, start: Day, end: Day?, next: PlacementGroup?, isEntry: Bool
  ) {
    self.authority = authority
    self.born = born
    self.group = group
    self.start = start
    self.end = end
    self.next = next
    self.isEntry = isEntry
    adult = born.adding(years: 18)
  }

  /// Whether the child is there on a day, under 18.
  func holds(_ day: Day) -> Bool { start <= day && (end.map { day < $0 } ?? true) && day < adult }
}

/// The times of the children in a store's histories, and from when they are known.
public struct CareTimes: Sendable {
  /// The times, by authority, child and start.
  public let times: [CareTime]
  /// The first day that the returns cover.
  public let first: Day
  /// The last day that the returns cover.
  public let last: Day
  /// Placements left out as their child has no date of birth.
  public let leftOut: Int

  /// Times known from a first to a last day.
  public init(_ times: [CareTime], first: Day, last: Day, leftOut: Int = 0) {
    self.times = times
    self.first = first
    self.last = last
    self.leftOut = leftOut
  }

  /// The authorities.
  public var authorities: [String] { Set(times.map(\.authority)).sorted() }

  /// How many children of an authority are looked after on a day, in a kind of placement where one is given.
  public func stock(of authority: String, on day: Day, in group: PlacementGroup? = nil) -> Int {
    times.count { $0.authority == authority && $0.holds(day) && (group == nil || $0.group == group) }
  }

  /// Each 31 March that the returns cover, the day before the first among them.
  var yearEnds: [Day] {
    (first.year...last.year).compactMap { Day(31, 3, $0) }.filter { $0 >= first.adding(days: -1) && $0 <= last }
  }
}
