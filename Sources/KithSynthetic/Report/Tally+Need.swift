import KithTables

extension Tally {
  /// Counts a child's times in need: those open at the end, and those that ended in the year.
  ///
  /// Of those that began, the ones that turned out not to be in need by the end are not counted.
  mutating func addNeed(_ career: Career) {
    let known = career.episodes.filter { !$0.isNoFurtherAction && view.overlaps($0.referred, $0.closed) }
    let open = known.filter { $0.closed > view.end }
    let ended = known.filter { $0.closed <= view.end && !$0.isNotInNeed }
    let since = known.count { $0.isNotInNeed && $0.referred < view.start && $0.closed <= view.end }
    add("found not in need since the year before", since)
    for episode in open { addStock(episode, career.person) }
    for episode in ended {
      add("episodes ending")
      add("ended \(Self.duration(from: episode.referred, to: episode.closed))")
      add("closed \(episode.reason)")
    }
    add("episodes at any time", open.count + ended.count)
    add("children in need at any time", if: !open.isEmpty || !ended.isEmpty)
    add("children starting", if: (open + ended).contains { view.contains($0.referred) })
    add("children ending", if: !ended.isEmpty)
  }

  private mutating func addStock(_ episode: NeedEpisode, _ person: Person) {
    add("in need at 31 March")
    add("open \(Self.duration(from: episode.referred, to: view.end))")
    add("in need, aged \(Self.ageGroup(person.born, view.end))")
    add("in need, \(episode.need)")
    add("in need, \(Self.travellers.contains(person.ethnicity) ? "WIRT, WROM" : person.ethnicity)")
    add("in need, with a disability", if: !person.disabilities.isEmpty)
    if person.born <= view.end {
      add("in need, \(person.isSexUnrecorded ? "sex unknown" : person.isFemale ? "girls" : "boys")")
    }
  }

  /// Those who are published together.
  private static let travellers: Set<String> = ["WIRT", "WROM"]

  /// Counts assessments, enquiries, conferences and plans.
  mutating func addSteps(_ career: Career) {
    let assessments = career.episodes.flatMap(\.assessments).filter { view.contains($0.authorised) }
    for assessment in assessments { add(assessment) }
    let enquiries = career.episodes.flatMap(\.enquiries)
    for enquiry in enquiries { add(enquiry) }
    add("children with an enquiry", if: enquiries.contains { view.contains($0.start) })
    add("children with a conference", if: enquiries.contains { $0.conference.map(view.contains) == true })
    addNeedPlans(career.episodes.flatMap(\.plans))
    for plan in career.episodes.flatMap(\.protection) { add(plan) }
  }

  private mutating func add(_ assessment: NeedEpisode.Assessment) {
    add("assessments")
    add("assessments of \(Self.workingDays(from: assessment.start, to: assessment.authorised)) days")
    guard assessment.factors != ["21"] else { return }
    add("assessments with factors")
    // Private fostering is published as one, of whatever kind.
    for factor in Set(assessment.factors.map { $0.hasPrefix("8") ? "8" : $0 }) { add("factor \(factor)") }
  }

  private mutating func add(_ enquiry: NeedEpisode.Enquiry) {
    add("enquiries", if: view.contains(enquiry.start))
    guard let held = enquiry.conference, view.contains(held) else { return }
    add("conferences")
    let days = enquiry.start.workingDays(until: held)
    add(
      "conferences after \(days <= 10 ? "0 to 10" : days <= 15 ? "11 to 15" : days <= 20 ? "16 to 20" : "21 or more") days"
    )
  }

  private static func workingDays(from start: Day, to end: Day) -> String {
    switch start.workingDays(until: end) {
    case 0: "0"
    case ...10: "1 to 10"
    case ...20: "11 to 20"
    case ...30: "21 to 30"
    case ...40: "31 to 40"
    case ...45: "41 to 45"
    case ...50: "46 to 50"
    case ...60: "51 to 60"
    default: "61 or more"
    }
  }
}

extension Day {
  /// How many working days there are after this day up to another.
  fileprivate func workingDays(until end: Day) -> Int {
    var (day, count) = (self, 0)
    while day < end {
      day = day.adding(days: 1)
      if day.isWorkingDay { count += 1 }
    }
    return count
  }
}
