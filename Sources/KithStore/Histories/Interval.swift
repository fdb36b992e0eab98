public import KithTables

/// A time from a first day up to, and without, an end; without an end it goes on.
///
/// So a time that ends on the day on which another begins follows it without a gap and shares no day with it, as episodes
/// of the returns do.
public struct Interval: Hashable, Sendable {
  /// The first day.
  public let start: Day
  /// The first day that is no longer part of it; nil while it goes on.
  public let end: Day?

  /// The time between two days; nil when it would hold no day.
  public init?(_ start: Day, _ end: Day?) {
    if let end, end <= start { return nil }
    self.start = start
    self.end = end
  }

  /// Whether the day is part of it.
  public func contains(_ day: Day) -> Bool { start <= day && day.isBefore(end) }

  /// Whether a day is part of both.
  public func overlaps(_ other: Interval) -> Bool { start.isBefore(other.end) && other.start.isBefore(end) }

  /// What both share; nil when that is no day.
  public func intersection(_ other: Interval) -> Interval? {
    Interval(max(start, other.start), Day.earlier(end, other.end))
  }

  /// How many days it has; of one that goes on, up to and without the day given.
  public func length(upTo day: Day) -> Int { max(0, (end ?? day).days(since: start)) }

  /// What was known of it at the end of a day: nothing before it began, and no end that was still to come.
  public func known(on day: Day) -> Interval? {
    guard start <= day else { return nil }
    return Interval(start, end.flatMap { $0 <= day ? $0 : nil })
  }

  /// Its parts between these days, in order; together they are the whole.
  public func split(at days: some Sequence<Day>) -> [Interval] {
    let cuts = Set(days).filter { $0 > start && $0.isBefore(end) }.sorted()
    let starts = [start] + cuts
    let ends: [Day?] = cuts + [end]
    return zip(starts, ends).compactMap { Interval($0, $1) }
  }
}

extension Interval {
  /// The least number of times that hold the same days, in order: those that overlap or follow each other are one.
  ///
  /// With `gap`, times are one as well when no more than so many days lie between them; those days are then part of it.
  public static func merged(_ intervals: some Sequence<Interval>, gap: Int = 0) -> [Interval] {
    var merged: [Interval] = []
    for next in intervals.sorted(by: { $0.start < $1.start }) {
      guard let last = merged.last, last.end.map({ next.start <= $0.adding(days: gap) }) ?? true else {
        merged.append(next)
        continue
      }
      let end = last.end.flatMap { lastEnd in next.end.map { max(lastEnd, $0) } }
      merged[merged.count - 1] = Interval(unchecked: last.start, end)
    }
    return merged
  }

  /// A time of which it is known that it holds a day.
  init(unchecked start: Day, _ end: Day?) {
    self.start = start
    self.end = end
  }
}

extension Day {
  /// Whether the day comes before an end, which may be open.
  fileprivate func isBefore(_ end: Day?) -> Bool { end.map { self < $0 } ?? true }

  /// The earlier of two ends, either of which may be open.
  fileprivate static func earlier(_ a: Day?, _ b: Day?) -> Day? {
    guard let a, let b else { return a ?? b }
    return min(a, b)
  }
}
