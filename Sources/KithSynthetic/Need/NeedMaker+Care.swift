import KithTables

extension NeedMaker {
  /// Care that comes of a time in need, which then lasts as long as care and what follows it: a child who has gone home may
  /// come back into care while the case is open.
  mutating func addCare(to episode: inout NeedEpisode, of person: Person, wasInCare: Bool) -> [CarePeriod] {
    let hasPlan = !episode.protection.isEmpty
    guard chance.happens(risk(ofCareIn: episode, person, wasInCare: wasInCare)) else { return [] }
    let wait = hasPlan ? chance.days(CareRates.waitOnPlan) : chance.days(CareRates.wait)
    let start = max(episode.referred.adding(days: wait), person.born.adding(days: chance.between(0, 4)))
    guard let first = care(from: start, need: episode.need, of: person) else { return [] }
    var periods = [first]
    while let last = periods.last, comesBack(after: last, of: person) {
      let back = last.end.adding(days: chance.days(CareRates.daysUntilBack))
      guard let next = care(from: back, need: last.need, of: person) else { break }
      periods.append(next)
    }
    settle(&episode, around: periods, of: person)
    return periods
  }

  private func risk(ofCareIn episode: NeedEpisode, _ person: Person, wasInCare: Bool) -> Double {
    let age = person.age(on: episode.referred)
    let risk = CareRates.risk.first { age < $0.under }?.risk ?? 0
    let likelier =
      (episode.protection.isEmpty ? 1 : CareRates.afterPlan) * (wasInCare ? CareRates.afterCare : 1)
      * (CareRates.byNeed[episode.need] ?? 1) * (CareRates.byEthnicity[person.ethnicity] ?? 1)
      * CareRates.likelihood(in: episode.referred.collectionYear, age: age)
      * (person.isFemale ? CareRates.careOfGirls : 1)
    return min(0.9, risk * likelier * authority.effects.care)
  }

  /// A period of care; nil where the child is about to be grown.
  private mutating func care(from start: Day, need: String, of person: Person) -> CarePeriod? {
    guard start.adding(days: 20) < person.birthday(18) else { return nil }
    var maker = CareMaker(authority: authority, person: person, chance: chance)
    defer { chance = maker.chance }
    return maker.period(from: start, need: need, isUnaccompanied: false)
  }

  /// Whether a child who has left care comes back while the case is open.
  private mutating func comesBack(after care: CarePeriod, of person: Person) -> Bool {
    let beside: Double
    switch care.endReason {
    case "E4A", "E4B": beside = 1
    case "E13", "E41", "E8": beside = CareRates.comesBackFromOthers
    case "E45", "E46", "E47", "E48": beside = CareRates.comesBackFromGuardians
    default: return false
    }
    return care.end < person.birthday(18) && chance.happens(CareRates.comesBack * beside)
  }

  /// Ends what care replaces, and closes the case when care and what follows it are over.
  mutating func settle(_ episode: inout NeedEpisode, around periods: [CarePeriod], of person: Person) {
    guard let first = periods.first, let care = periods.last else { return }
    episode.protection = episode.protection.filter { $0.start < first.start }.map { plan in
      var plan = plan
      plan.end = max(plan.start.adding(days: 1), min(plan.end, first.start.adding(days: chance.between(0, 20))))
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
