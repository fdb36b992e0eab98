import KithTables

/// A family that an authority knows: its children, and what the authority knows of each.
struct FamilyLife {
  let authority: SyntheticAuthority
  let seed: UInt64
  let family: Int
  private var chance: Chance
  /// Whether the family was last referred again soon.
  private var wasSoon = false
  var careers: [Career]

  init(
    _ children: [Person], authority: SyntheticAuthority, seed: UInt64, family: Int, chance: Chance, label: Int? = nil
  ) {
    self.authority = authority
    self.seed = seed
    self.family = family
    self.chance = chance
    careers = children.map { child in
      Career(
        person: child, authority: authority.place,
        label: "SYN\(authority.code)" + padded((label ?? family * 5) + child.number % 5, 8))
    }
  }

  /// Lives through a family's referrals from the first on until a day.
  mutating func live(from first: Day, childAt place: Int, until horizon: Day) {
    var day = seasonal(first)
    var lead = place
    for _ in 0..<40 {
      guard day < horizon, let grown = careers.map({ $0.person.birthday(18) }).max(), day < grown else { return }
      let met = happensInItsYear(day) ? refer(on: day, lead: lead) : nil
      let isOver = met.map { _ in !chance.happens(min(0.93, Rates.returns)) } ?? false
      if isOver { return }
      let next = (met ?? day).adding(days: gap(isAfterReferral: met != nil))
      day = max(seasonal(next), (met ?? day).adding(days: 1))
      lead = chance.below(careers.count)
    }
  }

  private mutating func gap(isAfterReferral: Bool) -> Int {
    let share = wasSoon ? Rates.returnsSoonAgain : Rates.returnsSoon
    let isSoon = isAfterReferral && chance.happens(min(0.95, share * authority.effects.returns))
    if isAfterReferral { wasSoon = isSoon }
    return chance.days(isSoon ? Rates.soon : Rates.late)
  }

  private mutating func happensInItsYear(_ day: Day) -> Bool {
    let year = min(2027, max(2016, day.collectionYear))
    return chance.happens((Rates.years[year] ?? 1) / Rates.highestYear)
  }

  /// A day moved within its collection year, so that months come out as published, and mostly to a working day.
  private mutating func seasonal(_ day: Day) -> Day {
    let start = Day.yearStart(day.collectionYear)
    let length = Double(Day.yearEnd(day.collectionYear).days(since: start) + 1)
    let share = Rates.seasons.value(at: (Double(day.days(since: start)) + chance.unit()) / length)
    let moved = start.adding(days: min(Int(share * length), Int(length) - 1))
    return chance.happens(0.93) ? moved.workingDayInMonth : moved
  }

  /// Refers a child and those siblings who join; the earliest day on which one of the cases is closed, nil when there
  /// was no one to refer.
  private mutating func refer(on day: Day, lead: Int) -> Day? {
    let places = careers.indices.filter { careers[$0].canBeReferred(on: day) }
    guard let first = places.contains(lead) ? lead : places.first else { return nil }
    let joining = places.filter { $0 == first || chance.happens(Rates.siblingJoins) }
    var maker = NeedMaker(authority: authority, chance: chance)
    let shared = maker.outcome(of: careers[first], on: day)
    var earliest: Day?
    for place in joining {
      let outcome =
        maker.chance.happens(Rates.sharedOutcome) ? shared : maker.outcome(of: careers[place], on: day)
      let (episode, care) = maker.episode(of: careers[place].person, on: day, outcome, earlier: careers[place])
      careers[place].add(episode, care)
      careers[place].addBreaks(in: episode, chance: &maker.chance)
      careers[place].addMotherhood(chance: &maker.chance)
      earliest = min(earliest ?? episode.closed, episode.closed)
    }
    chance = maker.chance
    return earliest
  }
}

extension Career {
  /// Whether the child can be referred: on the way or born, not grown, not open, not gone from the family.
  func canBeReferred(on day: Day) -> Bool {
    guard person.born.adding(days: -150) < day, day < person.birthday(18).adding(days: -1) else { return false }
    guard person.died == nil, !isElsewhere else { return false }
    guard let last = episodes.last else { return true }
    let hasLeft = ["E11", "E12", "E16", "E2"].contains(care.last?.endReason)
    return last.closed < day && last.referred < day && !hasLeft
  }

  /// Whether the child was in need before.
  var wasInNeed: Bool { episodes.contains { !$0.isNoFurtherAction && !$0.isNotInNeed } }

  mutating func add(_ episode: NeedEpisode, _ periods: [CarePeriod]) {
    episodes.append(episode)
    care += periods
  }

  /// The birth of a child of a girl in care, within the period of care.
  mutating func addMotherhood(chance: inout Chance) {
    guard person.isFemale, firstChildBorn == nil, let period = care.last else { return }
    let first = max(period.start.adding(days: 30), person.birthday(14).adding(days: 200))
    guard first.adding(days: 30) < period.end, chance.happens(CareRates.motherhood) else { return }
    firstChildBorn = first.adding(days: chance.below(period.end.days(since: first) - 10))
  }

  mutating func addBreaks(in episode: NeedEpisode, chance: inout Chance) {
    guard breaks == nil, care.isEmpty else { return }
    breaks = ShortBreakMaker.breaks(in: episode, of: person, chance: &chance)
  }
}
