import KithTables

extension FamilyLife {
  /// Lets some children die in their last time in need.
  mutating func meetDeaths(chance: inout Chance) {
    for place in careers.indices {
      guard let last = careers[place].episodes.last, !last.isNoFurtherAction, !last.isNotInNeed,
        chance.happens(Rates.deaths * Double(careers[place].episodes.count)),
        careers[place].person.born < last.closed
      else { continue }
      let first = max(last.referred, careers[place].person.born)
      let day = first.adding(days: chance.below(max(1, last.closed.days(since: first))))
      careers[place].end(on: day, need: "RC2", care: "E2")
      careers[place].person.died = day
    }
  }

  /// The family in the area of another authority, to which it moves on a day: cases that were open are closed, and
  /// go on there. Children in care stay in the care of the first authority.
  mutating func move(to authority: SyntheticAuthority, on day: Day, label: Int) -> FamilyLife {
    var chance = Chance(seed: seed, 10, UInt64(self.authority.place), UInt64(family))
    var there = FamilyLife(
      careers.map(\.person), authority: authority, seed: seed, family: family, chance: chance, label: label)
    for place in careers.indices {
      guard let open = careers[place].episodes.last, open.referred < day, open.closed > day, !open.isNoFurtherAction
      else {
        continue
      }
      guard careers[place].care.last.map({ $0.end <= day }) ?? true else {
        there.careers[place].isElsewhere = true
        continue
      }
      let plan = open.protection.last { $0.start < day && $0.end > day }
      careers[place].end(on: day, need: "RC5", care: "E3")
      if open.isNotInNeed { continue }
      var maker = NeedMaker(authority: authority, chance: chance)
      let known = careers[place].episodes.reduce(0) { $0 + $1.protection.count }
      there.careers[place].episodes = [
        maker.arrival(of: careers[place].person, on: day.adding(days: 1), after: open, plan: plan, previous: known)
      ]
      chance = maker.chance
    }
    return there
  }
}

extension Career {
  /// Ends all that goes on, on a day.
  mutating func end(on day: Day, need: String, care reason: String) {
    guard let last = episodes.indices.last else { return }
    if episodes[last].isNotInNeed { episodes[last].plans = [] }
    episodes[last].cut(on: day, reason: need)
    care.removeAll { $0.start >= day }
    if let last = care.indices.last, care[last].end > day { care[last].cut(on: day, reason: reason) }
    guard let breaks else { return }
    let spans = breaks.spans.filter { $0.start < day }.map { ($0.start, min($0.end, day)) }
    self.breaks?.spans = spans
    if spans.isEmpty { self.breaks = nil }
  }
}

extension CarePeriod {
  /// Cuts the period short on a day.
  mutating func cut(on day: Day, reason: String) {
    let wasOnTheWay = episodes.last { $0.start < day }.map { $0.legal == "E1" || $0.placement.isAdoptive } ?? false
    episodes.removeAll { $0.start >= day }
    guard let last = episodes.indices.last else { return }
    if episodes[last].placement.isTemporary, last > 0 { episodes[last].placement = episodes[last - 1].placement }
    episodes[last].end = day
    episodes[last].endReason = reason
    episodes[last].changeReason = nil
    adoption = nil
    decisions = decisions.filter { $0.decided <= day }.map { decision in
      guard let reversed = decision.reversed, reversed <= day else {
        return wasOnTheWay
          ? AdoptionDecision(decided: decision.decided, reversed: day, reversalReason: "RD4")
          : AdoptionDecision(decided: decision.decided, reversed: nil, reversalReason: nil)
      }
      return decision
    }
    reviews.removeAll { $0 >= day }
    absences.removeAll { $0.end >= day }
    orders.removeAll { $0.end >= day }
  }
}

extension NeedMaker {
  /// The time in need of a child who comes from another authority, with the plan that the child had there: a conference
  /// is held within 15 working days.
  mutating func arrival(
    of person: Person, on day: Day, after open: NeedEpisode, plan: NeedEpisode.ProtectionPlan?, previous: Int
  ) -> NeedEpisode {
    var episode = NeedEpisode(
      referred: day, source: "5C", need: open.need, closed: day, reason: "RC7", assessments: [assessment(from: day)])
    if plan != nil, day < person.birthday(17) {
      let held = day.adding(workingDays: chance.between(6, 15))
      episode.conference = held
      episode.protection = [protection(from: held, of: person, previous: previous)]
    }
    let tail = needDays(lasts: open.need == "N2")
    episode.closed = max(
      lastStep(of: episode), min(day.adding(days: tail), person.birthday(open.need == "N2" ? 24 : 18)))
    return episode
  }
}
