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
    for (place, period) in career.care.enumerated() where !Self.leavesForGood.contains(period.endReason) {
      addReturn(
        to: career.care.dropFirst(place + 1).first?.start, after: period.end, of: career.person, years,
        from: "left care"
      ) { "back in care within \($0)" }
    }
  }

  private static let leavesForGood: Set<String> = ["E2", "E3", "E9", "E11", "E12", "E15"]

  /// Cases closed in the last year of which so many years are known, and those of them after which the child was
  /// referred again in these years, as in Goldacre and others (2025).
  private mutating func addReferrals(_ career: Career, years: Int) {
    for (place, episode) in career.episodes.enumerated() where !episode.isNoFurtherAction {
      addReturn(
        to: career.episodes.dropFirst(place + 1).first?.referred, after: episode.closed, of: career.person, years,
        from: "closed"
      ) { "referred within \($0) of closure" }
    }
  }

  /// Counts a day on which a child left, in the last year of which so many years are known at the end of the tally's, and
  /// whether the child was back in these years.
  private mutating func addReturn(
    to next: Day?, after day: Day, of person: Person, _ years: Int, from left: String, _ name: (String) -> String
  ) {
    guard day <= view.end.adding(years: -years), day > view.end.adding(years: -years - 1), day < person.birthday(18)
    else { return }
    let time = years == 1 ? "a year" : "\(years) years"
    add("\(left), known for \(time)")
    add(name(time), if: next.map { $0 <= day.adding(years: years) } == true)
  }
}
