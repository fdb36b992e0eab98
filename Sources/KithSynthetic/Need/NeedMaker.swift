import KithTables

/// Makes a child's time in need.
struct NeedMaker {
  let authority: SyntheticAuthority
  var chance: Chance

  /// What a referral leads to.
  enum Outcome { case noFurtherAction, notInNeed, need }

  /// The outcome of a family's referral of a child on a day.
  mutating func outcome(of career: Career, on day: Day) -> Outcome {
    if chance.happens(min(0.6, Rates.noFurtherAction * authority.effects.noFurtherAction)) { return .noFurtherAction }
    let age = career.person.age(on: day)
    let share =
      (age < 0 ? Rates.notInNeedUnborn : age < 1 ? Rates.notInNeedInfant : 1)
      * (career.wasInNeed ? Rates.notInNeedAgain : 1)
    return chance.happens(min(0.8, Rates.notInNeed * share * authority.effects.notInNeed)) ? .notInNeed : .need
  }

  /// A time in need of a child referred on a day, and the care that came of it.
  ///
  /// `earlier` is what the authority knows of the child already.
  mutating func episode(of person: Person, on day: Day, _ outcome: Outcome, earlier: Career) -> (
    NeedEpisode, [CarePeriod]
  ) {
    let source = chance.pick(Mix.sources)
    switch outcome {
    case .noFurtherAction:
      return (
        NeedEpisode(referred: day, source: source, isNoFurtherAction: true, need: "", closed: day, reason: ""), []
      )
    case .notInNeed: return (notInNeed(day, source), [])
    case .need: return need(of: person, on: day, source, earlier)
    }
  }

  private mutating func notInNeed(_ day: Day, _ source: String) -> NeedEpisode {
    var assessment = assessment(from: day)
    let hasNoFactor = chance.happens(Mix.noFactor)
    if hasNoFactor { assessment.factors = ["21"] }
    let closed =
      hasNoFactor
      ? assessment.authorised
      : assessment.authorised.adding(days: Int(chance.draw(Rates.closing) * Rates.closingStretch))
    return NeedEpisode(
      referred: day, source: source, need: chance.pick(Mix.needs), closed: closed,
      reason: chance.happens(0.3) ? "RC9" : "RC8", assessments: [assessment])
  }

  /// An assessment that starts on a day or soon after.
  mutating func assessment(from day: Day, notBefore earliest: Day? = nil) -> NeedEpisode.Assessment {
    let start = day.adding(days: chance.happens(0.8) ? 0 : chance.between(1, 3)).orNextWorkingDay
    let band = chance.pick(Self.assessmentBands)
    let authorised = start.adding(workingDays: Int(band.from + (band.to - band.from) * chance.unit()))
    return NeedEpisode.Assessment(start: start, authorised: max(authorised, earliest ?? authorised), factors: factors())
  }

  private static let assessmentBands: Shares<(from: Double, to: Double, share: Double)> = Shares(
    Rates.assessment.map { ($0, $0.share) })

  private mutating func factors() -> [String] {
    let found = Mix.factors.filter { chance.happens($0.share / Mix.factorEpisodes) }.map(\.code)
    return found.isEmpty ? ["20"] : found
  }

  private mutating func need(
    of person: Person, on day: Day, _ source: String, _ earlier: Career
  ) -> (NeedEpisode, [CarePeriod]) {
    let previousPlans = earlier.episodes.reduce(0) { $0 + $1.protection.count }
    let isUnborn = day < person.born
    let lasts = !person.disabilities.isEmpty && person.age(on: day) > 1 && chance.happens(Rates.lastingNeed)
    var episode = NeedEpisode(
      referred: day, source: source, need: lasts ? "N2" : chance.pick(Mix.needs), closed: day, reason: "RC7")
    addFirstSteps(to: &episode, of: person, previousPlans: previousPlans)
    let authorised = episode.assessments[0].authorised
    let steps = lastStep(of: episode)
    let tail =
      episode.protection.isEmpty
      ? needDays(lasts: lasts)
      : chance.days(Rates.afterProtection)
    episode.closed = max(episode.protection.isEmpty ? day.adding(days: tail) : steps.adding(days: tail), authorised)
    episode.closed = min(episode.closed, max(authorised, person.birthday(lasts ? 24 : 18)))
    if isUnborn { episode.closed = max(episode.closed, person.born.adding(days: chance.between(0, 50))) }
    episode.closed = max(episode.closed, steps)
    let care = addCare(to: &episode, of: person, wasInCare: !earlier.care.isEmpty)
    addFurtherSteps(
      to: &episode, of: person, until: care.first?.start ?? episode.closed,
      previousPlans: previousPlans + episode.protection.count)
    if let first = care.first { trimPlans(of: &episode, around: first) }
    episode.closed = max(episode.closed, lastStep(of: episode))
    if care.isEmpty { episode.reason = reason(of: episode, person, lasts: lasts) }
    addPlans(to: &episode, until: care.first?.start ?? episode.closed)
    return (episode, care)
  }

  /// Why a case without care was closed.
  private mutating func reason(of episode: NeedEpisode, _ person: Person, lasts: Bool) -> String {
    if chance.happens(Rates.movesAway) { return "RC5" }
    return lasts && episode.closed >= person.birthday(18) && chance.happens(Rates.adultServices) ? "RC6" : "RC7"
  }

  /// How many days a time in need lasts.
  mutating func needDays(lasts: Bool) -> Int {
    if lasts { return Int(chance.draw(Rates.lasting) * Rates.lastingStretch) }
    let band = chance.pick(Self.needBands)
    let share = chance.unit()
    // Of those that end in their second year, most end early in it.
    return Int(band.from + (band.to - band.from) * (band.to == 729.5 ? share * share : share))
  }

  private static let needBands: Shares<(from: Double, to: Double, share: Double)> = Shares(
    Rates.need.map { ($0, $0.share) })

  /// Ends plans for protection when care begins.
  private func trimPlans(of episode: inout NeedEpisode, around care: CarePeriod) {
    for place in episode.protection.indices where episode.protection[place].end > care.start.adding(days: 20) {
      let start = episode.protection[place].start
      let end = max(start.adding(days: 1), care.start.adding(days: 14))
      episode.protection[place].end = end
      episode.protection[place].reviews.removeAll { $0 >= end }
    }
  }

  func lastStep(of episode: NeedEpisode) -> Day {
    let enquiries = episode.enquiries.map { $0.conference ?? $0.decided }.max() ?? episode.referred
    let plans = episode.protection.map(\.end).max() ?? episode.referred
    return max(enquiries, max(plans, episode.assessments.map(\.authorised).max() ?? episode.referred))
  }

  /// The assessment, and for some an enquiry, a conference and a plan.
  private mutating func addFirstSteps(to episode: inout NeedEpisode, of person: Person, previousPlans: Int) {
    let day = episode.referred
    let factor = risk(of: person, on: day, previousPlans: previousPlans)
    guard chance.happens(min(0.95, Rates.enquiry * factor)) else {
      episode.assessments = [assessment(from: day)]
      return
    }
    let enquiry = enquiry(
      likelier: factor, from: day.adding(days: chance.happens(0.6) ? chance.between(0, 2) : chance.between(3, 12)))
    episode.enquiries = [enquiry]
    episode.assessments = [assessment(from: day, notBefore: enquiry.conference ?? enquiry.decided)]
    addProtection(after: enquiry, to: &episode, of: person, previousPlans: previousPlans)
    guard enquiry.conference == nil, chance.happens(Rates.enquiryAgain) else { return }
    let again = enquiry.decided.adding(days: chance.days(Rates.daysToEnquiryAgain))
    // One assessment ends before the next begins.
    let free = episode.assessments[0].authorised.adding(days: 1)
    addEnquiry(on: max(again, free), to: &episode, of: person, previousPlans: previousPlans)
  }

  /// A further enquiry, mostly with an assessment of its own.
  private mutating func addEnquiry(
    on day: Day, to episode: inout NeedEpisode, of person: Person, previousPlans: Int, likelier: Double = 1
  ) {
    guard day.adding(days: 140) < person.birthday(17) else { return }
    let enquiry = enquiry(likelier: likelier, from: day)
    episode.enquiries.append(enquiry)
    if chance.happens(Rates.assessedAgain) {
      episode.assessments.append(assessment(from: day, notBefore: enquiry.conference ?? enquiry.decided))
    }
    addProtection(after: enquiry, to: &episode, of: person, previousPlans: previousPlans)
  }

  /// How much likelier enquiries and conferences are for a child.
  private func risk(of person: Person, on day: Day, previousPlans: Int) -> Double {
    let age = person.age(on: day)
    return (age < 0 ? Rates.enquiryUnborn : age < 1 ? Rates.enquiryInfant : 1)
      * (previousPlans > 0 ? Rates.afterEarlierPlan : 1)
  }

  private mutating func enquiry(likelier factor: Double, from day: Day) -> NeedEpisode.Enquiry {
    let day = day.orNextWorkingDay
    if chance.happens(min(0.9, Rates.conference * factor * authority.effects.protection)) {
      let held = day.adding(workingDays: chance.days(Rates.daysToConference))
      return NeedEpisode.Enquiry(start: day, conference: held, decided: held)
    }
    return NeedEpisode.Enquiry(start: day, conference: nil, decided: day.adding(workingDays: chance.between(1, 14)))
  }

  private mutating func addProtection(
    after enquiry: NeedEpisode.Enquiry, to episode: inout NeedEpisode, of person: Person, previousPlans: Int
  ) {
    guard let start = enquiry.conference, chance.happens(Rates.protection), start < person.birthday(17) else { return }
    episode.protection.append(protection(from: start, of: person, previous: previousPlans))
  }

  /// A plan that starts on a day, with its reviews: the first within three months, then within six.
  mutating func protection(from start: Day, of person: Person, previous: Int) -> NeedEpisode.ProtectionPlan {
    let initial = chance.pick(Rates.abuse)
    let stretch = initial == "PHY" ? Rates.protectionOfPHY : initial == "MUL" ? Rates.protectionOfMUL : 1
    let days = Int(chance.draw(Rates.protectionDays) * Rates.protectionStretch * stretch)
    let end = max(start.adding(days: 2), min(start.adding(days: days), person.birthday(18)))
    var reviews: [Day] = []
    var next = start.adding(
      days: chance.happens(Rates.reviewedFirst) ? chance.between(70, 91) : chance.between(93, 120))
    while next < end {
      reviews.append(next)
      let gap = chance.happens(Rates.reviewedLater) ? chance.between(150, 182) : chance.between(185, 215)
      next = next.adding(days: gap)
    }
    return NeedEpisode.ProtectionPlan(
      start: start, end: end, initial: initial,
      latest: chance.happens(Rates.abuseChanges) ? chance.pick(Rates.laterAbuse) : initial, previous: previous,
      reviews: reviews)
  }

  /// Further enquiries while the time in need goes on.
  private mutating func addFurtherSteps(
    to episode: inout NeedEpisode, of person: Person, until end: Day, previousPlans: Int
  ) {
    guard episode.need != "N2" || chance.happens(0.3) else { return }
    var previous = previousPlans
    var next = lastStep(of: episode).adding(days: chance.days(Rates.nextEnquiry))
    while next.adding(days: 140) < min(end, person.birthday(17)) {
      let count = episode.protection.count
      addEnquiry(
        on: next, to: &episode, of: person, previousPlans: previous,
        likelier: Rates.furtherConference / Rates.conference)
      previous += episode.protection.count - count
      next = lastStep(of: episode).adding(days: chance.days(Rates.nextEnquiry))
    }
  }

  /// Child in need plans before, between and after plans for protection.
  private mutating func addPlans(to episode: inout NeedEpisode, until end: Day) {
    let horizon = min(end, episode.closed)
    let isLong = horizon.days(since: episode.referred) > 182
    guard chance.happens(min(0.98, Rates.plan * (isLong ? Rates.planWhereLong : 1))),
      let first = episode.assessments.first
    else { return }
    var start = first.authorised.adding(days: chance.between(0, 15))
    for plan in episode.protection {
      if start.adding(days: 1) < plan.start { episode.plans.append(.init(start: start, end: min(plan.start, horizon))) }
      start = max(start, plan.end)
    }
    let days = Int(Double(horizon.days(since: start)) * Rates.planShare)
    let last = start.adding(days: days)
    if days > 60, chance.happens(Rates.planInterrupted) {
      let pause = start.adding(days: days / 2)
      episode.plans.append(.init(start: start, end: pause))
      start = pause.adding(days: chance.between(5, 20))
    }
    if start.adding(days: 1) < last { episode.plans.append(.init(start: start, end: last)) }
    episode.plans.removeAll { $0.end <= $0.start }
  }
}
