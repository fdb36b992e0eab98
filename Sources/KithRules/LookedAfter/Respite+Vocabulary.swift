import KithReturns
import KithTables

extension Episode {
  /// Whether the child is looked after under an agreed series of short breaks.
  var isShortBreak: Bool { legalStatus.isOne(of: .shortBreaks) }

  /// Whether the short break lies, in whole or in part, in twelve months in which the child's single short breaks (V3)
  /// of this year and last last more than a number of days together.
  ///
  /// Twelve months that hold the most days begin with a break or end with one, so no others are looked at.
  func isInTwelveMonthsOfShortBreaks(over limit: Int) -> Bool {
    let breaks = child.episodesOfTwoYears.filter { $0.legalStatus == .v3 && $0.lastsADay }
    func exceeds(_ first: Cell<Day>, _ last: Cell<Day>) -> Bool {
      days(from: first, to: last) > 0 && breaks.reduce(0) { $0 + $1.days(from: first, to: last) } > limit
    }
    guard lastsADay, breaks.reduce(0, { $0 + ($1.endInYear.days(since: $1.start).value ?? 0) }) > limit
    else { return false }
    return breaks.contains {
      exceeds($0.start, $0.start.adding(years: 1)) || exceeds($0.endInYear.adding(years: -1), $0.endInYear)
    }
  }

  private var lastsADay: Bool { endInYear > start }

  private var endInYear: Cell<Day> { endSoFar > collection.end ? collection.end : endSoFar }

  private func days(from first: Cell<Day>, to last: Cell<Day>) -> Int {
    let from = start > first ? start : first
    let to = endInYear < last ? endInYear : last
    return max(0, to.days(since: from).value ?? 0)
  }
}

extension Child {
  /// Whether the child has episodes and each is a short break.
  var isInShortBreaksOnly: Bool { !episodes.isEmpty && episodes.allSatisfy(\.isShortBreak) }
}
