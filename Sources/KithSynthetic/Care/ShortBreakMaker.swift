import KithTables

/// Makes short breaks of children with disabilities, who are not otherwise looked after.
enum ShortBreakMaker {
  /// The share of times in need for a lasting disability in which the child has short breaks. Fitted; no target.
  static let share = 0.06

  /// Short breaks within a time in need that goes on for longer.
  static func breaks(in episode: NeedEpisode, of person: Person, chance: inout Chance) -> ShortBreaks? {
    let start = max(episode.referred.adding(days: 90), person.birthday(4))
    let end = min(episode.closed, person.birthday(18).adding(days: -30))
    guard episode.need == "N2", start.adding(days: 200) < end, chance.happens(share) else { return nil }
    let isSingly = chance.happens(0.5)
    var breaks = ShortBreaks(
      legal: isSingly ? "V3" : "V4", need: "N2", placement: chance.happens(0.7) ? "K2" : "U6",
      provider: chance.happens(0.6) ? "PR1" : "PR4", spans: [])
    if isSingly {
      var day = start
      while day.adding(days: 4) < end {
        breaks.spans.append((day, day.adding(days: chance.between(1, 3))))
        day = day.adding(days: chance.between(24, 70))
      }
    } else {
      breaks.spans = [(start, end.notYearEnd(before: end.adding(days: 1)))]
    }
    return breaks
  }
}
