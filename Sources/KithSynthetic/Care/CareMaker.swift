import KithTables

/// Makes a period of care: how it ends, then legal statuses and placements, then what is recorded beside them.
struct CareMaker {
  let authority: SyntheticAuthority
  let person: Person
  var chance: Chance

  /// A change of legal status on a day.
  typealias StatusChange = (day: Day, legal: String)
  /// A change of placement on a day; carers stay where only the kind changes.
  struct Move {
    var day: Day
    var placement: Placement
    var reason: String
    var staysWithCarers = false
  }

  /// A period of care from a day on.
  ///
  /// `continues` is the legal status of a child who comes from the care of another authority.
  mutating func period(from start: Day, need: String, isUnaccompanied: Bool, continues: String? = nil) -> CarePeriod {
    let grown = person.birthday(18)
    let way = way(from: start, need: need, isUnaccompanied: isUnaccompanied, continues: continues)
    let plan = AdoptionPlan(way == .adoption && continues == nil, from: start, person: person, chance: &chance)
    let end =
      plan?.end
      ?? max(start.adding(days: 2), min(end(of: way, from: start, need: need), grown)).notYearEnd(before: grown)
    let statuses =
      plan?.statuses(from: start, chance: &chance)
      ?? statuses(from: start, to: end, way: way, isUnaccompanied: isUnaccompanied, continues: continues)
    var period = CarePeriod(
      episodes: [], need: way == .remand ? "N6" : careNeed(need, isUnaccompanied),
      home: isUnaccompanied ? nil : postcode(ofHome: true))
    let moves = moves(from: start, to: end, way: way, statuses: statuses, plan: plan)
    period.episodes = Self.episodes(
      statuses, moves, end: end, reason: endReason(of: way, on: end, moves.last?.placement))
    if let plan { plan.record(in: &period) } else { addReversedDecision(to: &period, start) }
    addRecords(to: &period)
    return period
  }

  private mutating func careNeed(_ need: String, _ isUnaccompanied: Bool) -> String {
    if isUnaccompanied && chance.happens(CareRates.arrivalNeed) { return "N8" }
    return isUnaccompanied || ["N0", "N9", ""].contains(need) ? chance.pick(CareRates.need) : need
  }

  /// A postcode that is none: no area of the post is ZZ. Homes and placements never share one.
  mutating func postcode(ofHome isHome: Bool = false) -> String {
    let letters = ["A", "B", "D", "E", "F", "G", "H", "J", "L", "N", "P", "Q", "R", "S", "T", "U", "W", "X", "Y", "Z"]
    return "ZZ\(1 + authority.place % 9)\(authority.place / 9 % 10) \(chance.below(5) + (isHome ? 0 : 5))"
      + letters[chance.below(20)] + letters[chance.below(20)]
  }

  private mutating func way(from start: Day, need: String, isUnaccompanied: Bool, continues: String?) -> CareRates.Way {
    if isUnaccompanied { return chance.happens(CareRates.foundGrown) ? .notAChild : .grown }
    let age = person.age(on: start)
    if continues == nil, age > 11.1, chance.happens(CareRates.remanded) { return .remand }
    guard let shares = CareRates.ways.first(where: { age < $0.under })?.shares else { return .grown }
    let way = chance.pick(shares)
    return way == .grown && need == "N4" && chance.happens(CareRates.homeOfN4) ? .home : way
  }

  private mutating func end(of way: CareRates.Way, from start: Day, need: String) -> Day {
    let stretch = stretch(from: start, need: need)
    return switch way {
    case .guardianship, .arrangements: start.adding(days: Int(chance.draw(CareRates.guardianshipDays) * stretch))
    case .home: start.adding(days: Int(chance.draw(CareRates.homeDays) * stretch))
    case .kin: start.adding(days: Int(chance.draw(CareRates.kinDays) * CareRates.kinStretch))
    case .other: start.adding(days: Int(chance.draw(CareRates.otherDays) * CareRates.otherStretch))
    case .remand: start.adding(days: Int(chance.draw(CareRates.remandDays) * CareRates.remandStretch))
    case .notAChild: start.adding(days: chance.days(CareRates.foundGrownDays))
    case .grown where leavesAtSixteen(from: start): person.birthday(16).adding(days: chance.between(5, 355))
    case .adoption, .grown: person.birthday(18)
    }
  }

  /// Whether a child who would grow up in care leaves it at 16, to live alone or elsewhere.
  private mutating func leavesAtSixteen(from start: Day) -> Bool {
    !person.isUnaccompanied && start.adding(days: 20) < person.birthday(16) && chance.happens(CareRates.leavesAtSixteen)
  }

  /// By how much longer or shorter care lasts, by age and need.
  private func stretch(from start: Day, need: String) -> Double {
    let age = person.age(on: start)
    let byAge = CareRates.stretches.first { age < $0.under }?.stretch ?? 1
    return byAge * (CareRates.needStretches[need] ?? 1)
  }

  private mutating func endReason(of way: CareRates.Way, on end: Day, _ last: Placement?) -> String {
    if end >= person.birthday(18) { return grownReason(last) }
    switch way {
    case .adoption: return "E12"
    case .guardianship:
      guard last?.isFoster == true else { return chance.happens(0.8) ? "E47" : "E48" }
      return ["U1", "U2", "U3"].contains(last?.code) ? "E45" : "E46"
    case .arrangements: return "E41"
    case .home: return chance.happens(CareRates.homeUnplanned) ? "E4B" : "E4A"
    case .kin: return "E13"
    case .remand: return chance.happens(CareRates.sentenced) ? "E9" : "E14"
    case .notAChild: return "E15"
    case .other, .grown: return otherReason(on: end)
    }
  }

  private mutating func grownReason(_ last: Placement?) -> String {
    chance.pick(last?.isFoster == true ? Self.fosterReasons : Self.grownReasons)
  }

  private static let fosterReasons: Shares<String> = Shares([
    ("E17", 2.2 * CareRates.grownE17), ("E5", 0.5 * CareRates.grownE5), ("E8", 0.5 * CareRates.grownE8),
  ])
  private static let grownReasons: Shares<String> = Shares([
    ("E5", CareRates.grownE5), ("E6", CareRates.grownE6), ("E7", CareRates.grownE7), ("E8", CareRates.grownE8),
    ("E17", 0.4 * CareRates.grownE17),
  ])

  private mutating func otherReason(on end: Day) -> String {
    if person.age(on: end) >= 16 { return chance.pick(Self.lateReasons) }
    return chance.happens(0.05) ? "E16" : "E8"
  }

  private static let lateReasons: Shares<String> = Shares([
    ("E8", 0.68), ("E5", 0.12), ("E6", 0.06), ("E16", 0.14),
  ])
}

extension Day {
  /// The day, or the one before where it is the last of a collection year: care that ends then counts as all of the
  /// year. A birthday stays.
  func notYearEnd(before birthday: Day) -> Day {
    let (day, month, _) = civil
    return day == 31 && month == 3 && self < birthday ? adding(days: -1) : self
  }
}
