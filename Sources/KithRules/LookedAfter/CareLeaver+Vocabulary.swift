import KithReturns
import KithTables

extension OC3 {
  /// The items that describe a care leaver.
  static let items: [Field] = [.inTouch, .activity, .accommodation]

  /// Whether the row says anything about a care leaver.
  var saysAnything: Bool { inTouch.isPresent || activity.isPresent || accommodation.isPresent }

  /// Whether the row leaves out an item about the care leaver.
  var lacksAnItem: Bool { inTouch.isMissing || activity.isMissing || accommodation.isMissing }

  /// The 17th or the 18th birthday, of a young person who is 17 or 18 when the year ends; missing at other ages.
  var lastBirthdayAt17Or18: Cell<Day> {
    let (seventeen, eighteen) = (dateOfBirth.adding(years: 17), dateOfBirth.adding(years: 18))
    if seventeen <= collection.end && eighteen > collection.end { return seventeen }
    return eighteen <= collection.end && dateOfBirth.adding(years: 19) > collection.end ? eighteen : .missing
  }
}

extension Child {
  /// The child's episodes in this year's return and last year's that have a start, by start.
  ///
  /// Where both years have an episode that starts on a day, the version that ends first stands for both.
  var episodesOfBothYears: [Episode] {
    let all = Array(episodes) + (lastYear.map { Array($0.episodes) } ?? [])
    let ordered = all.filter(\.start.hasValue).sorted { a, b in
      a.start < b.start || a.start == b.start && (a.end < b.end || a.end.hasValue && b.end.hasNoValue)
    }
    return ordered.reduce(into: []) { kept, e in
      if kept.last?.start.value != e.start.value { kept.append(e) }
    }
  }

  /// For how many days the child was looked after from a day on, other than in short breaks, as far as this year's
  /// return and last year's tell; the last episode, where it is open, counts to the end of the year.
  func daysLookedAfter(since day: Cell<Day>) -> Int {
    let episodes = episodesOfBothYears
    return episodes.indices.reduce(0) { sum, place in
      let e = episodes[place]
      guard e.legalStatus.isMissingOrNone(of: .shortBreaks) else { return sum }
      let end = place == episodes.count - 1 ? e.end.or(collection.end) : e.end
      return sum + max(0, end.days(since: e.start < day ? day : e.start).value ?? 0)
    }
  }
}
