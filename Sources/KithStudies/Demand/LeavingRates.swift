import KithStatistics
import KithTables

/// Where a child is among the rates of leaving a kind of placement: kind, age, and how long there.
struct RateCell: Hashable {
  let group: PlacementGroup
  let age: CareAge
  let duration: Int

  /// The days at which a band of duration ends.
  static let durationEnds = [91, 365, 730, Int.max]
  static let count = PlacementGroup.allCases.count * CareAge.allCases.count * durationEnds.count

  var position: Int {
    (group.rawValue * CareAge.allCases.count + age.rawValue) * Self.durationEnds.count + duration
  }

  /// The cell of a day, and the first day of the next one.
  init(_ group: PlacementGroup, born: Day, start: Day, on day: Day) {
    self.group = group
    age = CareAge(years: born.age(on: day))
    let days = day.days(since: start)
    duration = Self.durationEnds.firstIndex { days < $0 } ?? 0
  }

  func end(born: Day, start: Day) -> Day {
    let birthday = born.adding(years: CareAge.ends[age.rawValue])
    let days = Self.durationEnds[duration]
    return days == Int.max ? birthday : min(birthday, start.adding(days: days))
  }
}

/// The times and leavings in each cell, of what was known on a day.
struct LeavingRates {
  private(set) var days = [Double](repeating: 0, count: RateCell.count)
  private(set) var leavings = [Double](repeating: 0, count: RateCell.count)
  /// Leavings by kind, age and where to: another kind, or out of care in the last place.
  private(set) var ways = [[Double]](
    repeating: Array(repeating: 0, count: PlacementGroup.allCases.count + 1),
    count: PlacementGroup.allCases.count * CareAge.allCases.count)

  /// Counts from a first day up to the end of an origin day.
  init(_ times: [CareTime], from first: Day, to origin: Day) {
    let after = origin.adding(days: 1)
    for time in times where time.start < after {
      let end = min(time.end ?? after, after, time.adult)
      var day = max(time.start, first)
      while day < end {
        let cell = RateCell(time.group, born: time.born, start: time.start, on: day)
        let next = min(end, cell.end(born: time.born, start: time.start))
        days[cell.position] += Double(next.days(since: day))
        day = next
        if day == end, let left = time.end, left == end, left < time.adult { note(time, cell) }
      }
    }
  }

  private mutating func note(_ time: CareTime, _ cell: RateCell) {
    leavings[cell.position] += 1
    let row = cell.position / RateCell.durationEnds.count
    ways[row][time.next?.rawValue ?? PlacementGroup.allCases.count] += 1
  }

  /// Draws a rate a day for each cell: gamma, of the authority's own leavings and of the wider area's as if they were some of its own
  /// (a conjugate prior: A. Gelman and others, "Bayesian Data Analysis" (2013), section 2.6).
  func drawn(shrunkTo wider: LeavingRates, _ chance: inout SeededChance) -> [Double] {
    let whole = max(1e-9, wider.leavings.reduce(0, +) / max(1, wider.days.reduce(0, +)))
    return days.indices.map { cell in
      let prior = (wider.leavings[cell] + 1) / (wider.days[cell] + 1 / whole)
      let shape = leavings[cell] + Self.priorLeavings
      return chance.gamma(shape: shape) / (days[cell] + Self.priorLeavings / prior)
    }
  }

  /// The shares of the ways out of a kind at an age, shrunk in the same manner.
  func shares(shrunkTo wider: LeavingRates) -> [[Double]] {
    ways.indices.map { row in
      let whole = wider.ways[row].reduce(0, +)
      let mixed = ways[row].indices.map { way in
        let wide = whole > 0 ? wider.ways[row][way] / whole : way == PlacementGroup.allCases.count ? 1 : 0
        return ways[row][way] + Self.priorLeavings * wide
      }
      let sum = mixed.reduce(0, +)
      return mixed.map { $0 / sum }
    }
  }

  /// How many leavings the wider area's rate counts for.
  static let priorLeavings = 5.0
}
