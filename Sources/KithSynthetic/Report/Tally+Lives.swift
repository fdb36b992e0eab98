import KithTables

extension Tally {
  /// Counts what studies count: who comes back after leaving care or after a closure, and what those who became 18 in
  /// the year had been known for.
  mutating func addLives(_ career: Career) {
    addReturns(career, years: 1)
    addReturns(career, years: 5)
    addReferrals(career, years: 1)
    addReferrals(career, years: 6)
    guard view.contains(career.person.birthday(18)), !career.isElsewhere else { return }
    let known = career.episodes.filter { $0.referred < career.person.birthday(18) }
    add("referred before 18", if: !known.isEmpty)
    add("assessed before 18", if: known.contains { !$0.assessments.isEmpty })
    add("in need before 18", if: known.contains { !$0.isNoFurtherAction && !$0.isNotInNeed })
    add("under a protection plan before 18", if: known.contains { !$0.protection.isEmpty })
  }

  /// Those who left care in the last year of which so many years are known, and those of them who came back in these
  /// years.
  ///
  /// Without those who died, were adopted, were sentenced, went to another authority or were grown, as in Mc Grath-Lone
  /// and others (2017).
  private mutating func addReturns(_ career: Career, years: Int) {
    for (place, period) in career.care.enumerated() where leftBy(period.end, years) {
      guard period.end < career.person.birthday(18), !Self.leavesForGood.contains(period.endReason) else { continue }
      add("left care, known for \(Self.inWords(years))")
      let next = place + 1 < career.care.count ? career.care[place + 1].start : nil
      add("back in care within \(Self.inWords(years))", if: next.map { $0 <= period.end.adding(years: years) } == true)
    }
  }

  private static let leavesForGood: Set<String> = ["E2", "E3", "E9", "E11", "E12", "E15"]

  /// Cases closed in the last year of which so many years are known, and those of them after which the child was
  /// referred again in these years, as in Goldacre and others (2025).
  private mutating func addReferrals(_ career: Career, years: Int) {
    for (place, episode) in career.episodes.enumerated() where leftBy(episode.closed, years) {
      guard !episode.isNoFurtherAction, episode.closed < career.person.birthday(18) else { continue }
      add("closed, known for \(Self.inWords(years))")
      let next = place + 1 < career.episodes.count ? career.episodes[place + 1].referred : nil
      add(
        "referred within \(Self.inWords(years)) of closure",
        if: next.map { $0 <= episode.closed.adding(years: years) } == true)
    }
  }

  /// Whether a day lies in the last year of which so many years are known at the end of the tally's.
  private func leftBy(_ day: Day, _ years: Int) -> Bool {
    day <= view.end.adding(years: -years) && day > view.end.adding(years: -years - 1)
  }

  private static func inWords(_ years: Int) -> String { years == 1 ? "a year" : "\(years) years" }
}
