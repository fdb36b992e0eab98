import KithTables

/// Counts of a year, as official statistics count.
struct Tally: Sendable {
  let view: YearView
  private(set) var counts: [String: Int] = [:]

  init(year: Int) { view = YearView(year) }

  /// The count under a name; 0 where there is none.
  subscript(_ name: String) -> Int { counts[name] ?? 0 }

  mutating func add(_ name: String, _ number: Int = 1) { counts[name, default: 0] += number }

  /// Adds the counts of another tally of the year.
  mutating func add(_ other: Tally) { counts.merge(other.counts) { $0 + $1 } }

  /// Counts what an authority knows of a child.
  mutating func add(_ career: Career) {
    for (place, episode) in career.episodes.enumerated() {
      if view.contains(episode.referred) { addReferral(episode, before: Array(career.episodes[..<place])) }
      if !episode.isNoFurtherAction, view.overlaps(episode.referred, episode.closed) { addNeed(episode, career) }
    }
    if career.episodes.contains(where: { view.contains($0.referred) }) { add("children referred") }
    addCare(career)
  }

  private mutating func addReferral(_ episode: NeedEpisode, before: [NeedEpisode]) {
    add("referrals")
    add("referrals in month \(episode.referred.civil.month)")
    if let last = before.last, last.referred > episode.referred.adding(years: -1) { add("re-referrals") }
    if episode.isNoFurtherAction {
      add("no further action")
    } else if episode.isNotInNeed && episode.closed <= view.end {
      add("not in need")
    } else {
      add("episodes starting")
    }
  }

  private mutating func addNeed(_ episode: NeedEpisode, _ career: Career) {
    addSteps(of: episode)
    if episode.closed > view.end {
      addStock(episode, career)
    } else if !episode.isNotInNeed {
      add("episodes ending")
      add("ended \(Self.duration(episode.closed.days(since: episode.referred)))")
      add("closed \(episode.reason)")
    }
  }

  private mutating func addStock(_ episode: NeedEpisode, _ career: Career) {
    add("in need at 31 March")
    add("open \(Self.duration(view.end.days(since: episode.referred)))")
    add("in need aged \(Self.ageGroup(career.person.born, view.end))")
    add("in need \(episode.need)")
    if career.person.born <= view.end, !career.person.isFemale { add("in need, boys") }
    if !career.person.disabilities.isEmpty { add("in need, with a disability") }
  }

  private mutating func addSteps(of episode: NeedEpisode) {
    for assessment in episode.assessments where view.contains(assessment.authorised) { add("assessments") }
    for enquiry in episode.enquiries {
      if view.contains(enquiry.start) { add("enquiries") }
      if let held = enquiry.conference, view.contains(held) { add("conferences") }
    }
    for plan in episode.plans {
      if view.contains(plan.start) { add("child in need plans starting") }
      if plan.start <= view.end, plan.end > view.end { add("child in need plans at 31 March") }
    }
    for plan in episode.protection {
      if view.contains(plan.start) {
        add("protection plans starting")
        if plan.previous > 0 { add("second or later plans") }
      }
      if view.contains(plan.end) { add("protection plans ending") }
      if plan.start <= view.end, plan.end > view.end { add("protection plans at 31 March") }
    }
  }

  private static func duration(_ days: Int) -> String {
    switch days {
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
