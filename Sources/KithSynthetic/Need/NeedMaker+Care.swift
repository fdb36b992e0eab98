import KithTables

extension NeedMaker {
  /// Care that comes of a time in need, which then lasts as long as care and what follows it.
  mutating func addCare(to episode: inout NeedEpisode, of person: Person, lasts: Bool) -> CarePeriod? {
    let age = person.age(on: episode.referred)
    let hasPlan = !episode.protection.isEmpty
    let risk = CareRates.risk.first { age < $0.under }?.risk ?? 0
    let likelier =
      (hasPlan ? CareRates.afterPlan : 1) * (CareRates.byNeed[episode.need] ?? 1)
      * (CareRates.byEthnicity[person.ethnicity] ?? 1)
      * (CareRates.years[episode.referred.collectionYear] ?? CareRates.before)
      * (person.isFemale ? CareRates.careOfGirls : 1)
    guard chance.happens(min(0.9, risk * likelier * authority.effects.care)) else { return nil }
    let wait = hasPlan ? chance.days(CareRates.waitOnPlan) : chance.days(CareRates.wait)
    let start = max(episode.referred.adding(days: wait), person.born.adding(days: chance.between(0, 4)))
    guard start.adding(days: 20) < person.birthday(18) else { return nil }
    var maker = CareMaker(authority: authority, person: person, chance: chance)
    let care = maker.period(from: start, need: episode.need, isUnaccompanied: false)
    chance = maker.chance
    settle(&episode, around: care, of: person)
    return care
  }

  /// Ends what care replaces, and closes the case when care and what follows it are over.
  mutating func settle(_ episode: inout NeedEpisode, around care: CarePeriod, of person: Person) {
    episode.protection = episode.protection.filter { $0.start < care.start }.map { plan in
      var plan = plan
      plan.end = max(plan.start.adding(days: 1), min(plan.end, care.start.adding(days: chance.between(0, 20))))
      plan.reviews = plan.reviews.filter { $0 < plan.end }
      return plan
    }
    let (reason, tail) = closing(care, of: person)
    let steps = max(
      episode.protection.map(\.end).max() ?? care.end, episode.assessments.map(\.authorised).max() ?? care.end)
    let conferences = episode.enquiries.map { $0.conference ?? $0.decided }.max() ?? care.end
    episode.closed = max(max(care.end.adding(days: tail), steps), conferences)
    episode.reason = reason
  }

  /// How long a care leaver's case stays open, until 25 at most.
  private mutating func careLeaverDays(_ care: CarePeriod, of person: Person) -> Int {
    let days = Int(chance.draw(CareRates.careLeaverDays) * CareRates.careLeaverStretch)
    return min(days, max(0, person.birthday(25).days(since: care.end) - 1))
  }

  /// Why the case was closed after care, and how many days after it.
  private mutating func closing(_ care: CarePeriod, of person: Person) -> (String, Int) {
    switch care.endReason {
    case "E11", "E12": return (chance.happens(CareRates.closedAsAdoption) ? "RC1" : "RC7", 0)
    case "E2": return ("RC2", 0)
    case "E3": return ("RC5", 0)
    case "E45", "E46", "E47", "E48":
      return (chance.happens(CareRates.closedAsGuardianship) ? "RC4" : "RC7", chance.between(0, 200))
    case "E41": return (chance.happens(CareRates.closedAsArrangement) ? "RC3" : "RC7", chance.between(0, 160))
    case "E7": return ("RC6", 0)
    default:
      guard care.end >= person.birthday(18) else { return ("RC7", chance.days(CareRates.afterHome)) }
      if chance.happens(CareRates.careLeaverStays) { return ("RC7", careLeaverDays(care, of: person)) }
      return (chance.happens(0.2) ? "RC6" : "RC7", 0)
    }
  }
}
