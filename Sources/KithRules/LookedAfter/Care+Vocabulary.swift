import KithReturns
import KithTables

extension Child {
  /// Whether a time began and then ended, or goes on, outside every period of the child's care; false where the
  /// time has no start, and of a child without episodes.
  func wasOutOfCare(atEndOf time: (start: Cell<Day>, end: Cell<Day>)) -> Bool {
    let periods = periodsOfCare
    return time.start.hasValue && !periods.isEmpty && !periods.contains { $0.holdsEnd(of: time) }
  }

  /// Whether the child was still looked after at the end of a day, other than in short breaks.
  func isLookedAfter(atEndOf day: Cell<Day>) -> Bool {
    episodes.contains { e in
      e.start <= day && (e.end.hasNoValue || e.end > day) && e.legalStatus.isMissingOrNone(of: .shortBreaks)
    }
  }
}

/// A row that is a time of its own, from a start to an end.
protocol TimedRow: Row {
  /// The first day.
  var start: Cell<Day> { get }
  /// The last day.
  var end: Cell<Day> { get }
}

extension MissingPeriod: TimedRow {}
extension DeprivationOfLiberty: TimedRow {}
extension SocialWorkerEpisode: TimedRow {}

extension TimedRow {
  /// Whether the row starts before the child's last one ended; the end day may be shared.
  var overlapsPrevious: Bool {
    guard start.hasValue, let previous else { return false }
    return previous.end.hasNoValue || start < previous.end
  }

  /// Whether the row is still open, and another of the child's starts after it.
  var isOpenBeforeNext: Bool { start.hasValue && end.hasNoValue && next?.start.hasValue == true }

  /// Whether the row is the child's latest, of those with a readable start.
  var isLatest: Bool { start.hasValue && next?.start.hasValue != true }
}
