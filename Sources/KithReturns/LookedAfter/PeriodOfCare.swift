public import KithTables

/// A time for which a child was looked after without a break, made of episodes that follow each other to the day.
public struct PeriodOfCare: Sendable {
  /// The day on which care began.
  public let start: Cell<Day>
  /// The day on which the last episode ended; without a value while care goes on.
  public let end: Cell<Day>

  /// Whether the day is in the period, whose first and last day both count.
  public func contains(_ day: Cell<Day>) -> Bool { start <= day && (end.hasNoValue || day <= end) }

  /// Whether a time ended in the period or, where it goes on, whether both it and the period do.
  public func holdsEnd(of time: (start: Cell<Day>, end: Cell<Day>)) -> Bool {
    time.end.hasValue ? contains(time.end) : end.hasNoValue && start <= time.start
  }
}

/// A child's periods of care, in order; episodes without a readable start are left out.
public struct PeriodsOfCare: Sequence, IteratorProtocol, Sendable {
  private let episodes: Rows<Episode>
  private var place: Int

  init(_ episodes: Rows<Episode>) {
    self.episodes = episodes
    place = episodes.startIndex
  }

  /// Whether the child has no period of care.
  public var isEmpty: Bool {
    var rest = self
    return rest.next() == nil
  }

  /// The next period; nil after the last.
  public mutating func next() -> PeriodOfCare? {
    guard place < episodes.endIndex, episodes[place].start.hasValue else { return nil }
    let start = episodes[place].start
    var end = episodes[place].end
    place += 1
    while place < episodes.endIndex, episodes[place].start.hasValue {
      if episodes[place].start > end { break }
      end = episodes[place].end
      place += 1
    }
    return PeriodOfCare(start: start, end: end)
  }
}
