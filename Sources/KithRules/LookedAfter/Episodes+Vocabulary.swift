import KithReturns
import KithTables

extension Episode {
  /// Whether the episode starts before a birthday of the child, by any of the child's headers.
  func startsBefore(age: Int) -> Bool {
    child.headers.contains { start < $0.dateOfBirth.adding(years: age) }
  }

  /// Whether the child had reached an age when the episode ceased, by each of the child's headers; false where a date
  /// or the header is missing.
  func isKnownToEndAt(age: Int) -> Bool {
    let headers = child.headers
    return !headers.isEmpty && headers.allSatisfy { $0.dateOfBirth.adding(years: age) <= end }
  }

  /// The day on which the episode ceased, or the last day of the year where that is blank or cannot be read.
  var endOrYearEnd: Cell<Day> { end.or(collection.end) }

  /// The day on which the episode ceased, or the last day of the year where that is blank; none where it cannot be
  /// read.
  var endSoFar: Cell<Day> { end.isMissing ? collection.end : end }

  /// The child's next episode that has a readable start; nil when this has none or no other follows.
  var nextDated: Episode? {
    guard start.hasValue, let next, next.start.hasValue else { return nil }
    return next
  }

  /// The days of the unbroken time under the episode's legal status: of the child's episodes that follow one another
  /// under it, each from the day on which the one before ended, from the first start to the last end.
  ///
  /// An episode without a readable end lasts to the end of the year.
  var daysUnderStatusUnbroken: Cell<Int> {
    var first = self
    while let before = first.previous, before.continues(with: first) { first = before }
    var last = first
    var end = first.endOrYearEnd
    while let after = last.next, last.continues(with: after) {
      last = after
      if last.endOrYearEnd > end { end = last.endOrYearEnd }
    }
    return end.days(since: first.start)
  }

  private func continues(with next: Episode) -> Bool {
    legalStatus.equals(next.legalStatus) && endOrYearEnd == next.start
  }

  /// The days of the period under the episode's legal status, added up over the child's episodes under it; a period
  /// goes on while each starts no later than the one before ended.
  ///
  /// An episode that goes on lasts to the end of the year; one whose end cannot be read adds nothing.
  var daysUnderStatusInPeriod: Int {
    var total = 0
    var hasThis = false
    var lastEnd: Cell<Day> = .missing
    for other in child.episodes where other.legalStatus.equals(legalStatus) && other.start.hasValue {
      if other.start > lastEnd {
        if hasThis { break }
        total = 0
      }
      total += other.endSoFar.days(since: other.start).value ?? 0
      hasThis = hasThis || other.row == row
      lastEnd = other.endSoFar
    }
    return hasThis ? total : 0
  }
}

extension Child {
  /// The child's episodes in this year's return, after those in last year's that are not in this year's; an episode
  /// is in both when both have its start.
  var episodesOfTwoYears: [Episode] {
    let before = lastYear?.episodes.filter { old in !episodes.contains { $0.start == old.start } } ?? []
    return before + episodes
  }
}
