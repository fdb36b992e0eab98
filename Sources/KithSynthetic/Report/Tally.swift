import KithTables

/// Counts of a year, as official statistics count.
struct Tally: Sendable {
  let view: YearView
  private(set) var counts: [String: Int] = [:]

  init(year: Int) { view = YearView(year) }

  /// The count under a name; 0 where there is none.
  subscript(_ name: String) -> Int { counts[name] ?? 0 }

  mutating func add(_ name: String, _ number: Int = 1) { counts[name, default: 0] += number }

  mutating func add(_ name: String, if condition: Bool) {
    if condition { add(name) }
  }

  /// Adds the counts of another tally of the year.
  mutating func add(_ other: Tally) { counts.merge(other.counts) { $0 + $1 } }

  /// Counts what an authority knows of a child.
  mutating func add(_ career: Career) {
    addReferrals(career)
    addNeed(career)
    addSteps(career)
    addCare(career)
    addLives(career)
  }

  private mutating func addReferrals(_ career: Career) {
    var again = false
    var last: NeedEpisode?
    for episode in career.episodes {
      if view.contains(episode.referred) {
        let isAgain = last.map { $0.referred > episode.referred.adding(years: -1) } == true
        addReferral(episode, isAgain: isAgain)
        again = again || isAgain
      }
      last = episode
    }
    add("children referred", if: career.episodes.contains { view.contains($0.referred) })
    add("children re-referred", if: again)
  }

  private mutating func addReferral(_ episode: NeedEpisode, isAgain: Bool) {
    add("referrals")
    add("referrals in month \(episode.referred.civil.month)")
    add("referrals from \(Self.source(episode.source))")
    add("re-referrals", if: isAgain)
    if episode.isNoFurtherAction {
      add("no further action")
    } else if episode.isNotInNeed && episode.closed <= view.end {
      add("not in need")
    } else {
      add("episodes starting")
    }
  }

  /// The group of sources under which a source is published.
  private static func source(_ code: String) -> String {
    switch code {
    case "1A", "1B", "1C", "1D": "1"
    case "3A", "3B", "3C", "3D", "3E", "3F": "3"
    case "5A", "5B", "5C", "5D": "5"
    default: code
    }
  }

  /// How long something has gone on, in the bands of the published figures.
  static func duration(from start: Day, to end: Day) -> String {
    switch end.days(since: start) {
    case ...91: "to 3 months"
    case ...182: "3 to 6 months"
    case ..<365: "6 to 12 months"
    case ..<730: "1 to 2 years"
    default: "2 years or longer"
    }
  }

  static func ageGroup(_ born: Day, _ day: Day) -> String {
    guard born <= day else { return "unborn" }
    return switch born.age(on: day) {
    case 0: "0"
    case ..<5: "1 to 4"
    case ..<10: "5 to 9"
    case ..<16: "10 to 15"
    default: "16 and over"
    }
  }
}
