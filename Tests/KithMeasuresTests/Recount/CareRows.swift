import KithReturns
import KithTables

/// A child looked after at some time in the year.
struct CareChild: Countable {
  let groups: ChildGroups
  let facts: CareFacts
  /// The age at the end of the year.
  let age: Int
  /// The episode on the last day; nil for who is not looked after then.
  let last: CareEpisode?
  let isUnaccompanied: Bool
  let placementsInYear: Int
  let placementsInTwoYears: Int
  let isStable: Bool
  private let since: Day?
  private let days: CollectionDays

  init(_ facts: CareFacts, _ times: [CareTime], _ days: CollectionDays) {
    self.facts = facts
    self.days = days
    groups = facts.groups(on: days.end)
    age = facts.born.map { $0.age(on: days.end) } ?? -1
    last = times.flatMap(\.episodes).last { $0.goesOn(at: days.end) }
    let time = times.last { $0.episodes.contains { $0.goesOn(at: days.end) } }
    since = time?.start
    isUnaccompanied = time != nil && facts.isUnaccompanied(on: days.end)
    placementsInYear = times.reduce(0) { $0 + $1.placements(from: days.start, to: days.end) }
    placementsInTwoYears = times.reduce(0) { $0 + $1.placements(from: days.start.adding(years: -1), to: days.end) }
    isStable = time?.isStable(at: days) ?? false
  }

  var isAtEnd: Bool { last != nil }
  var isThroughoutYear: Bool { since.map { $0 <= days.start } ?? false }
  var isThroughoutTwoYears: Bool { since.map { $0 <= days.twoYearsBeforeEnd } ?? false }
  var isThroughoutTwoAndAHalfYears: Bool { since.map { $0 <= days.twoAndAHalfYearsBeforeEnd } ?? false }
  var isFarOutside: Bool { last?.location == "OUT" && (last?.distance ?? 0) > 20 }

  func isAged(_ ages: ClosedRange<Int>) -> Bool { ages.contains(age) }
}

/// A child who began to be looked after.
struct Starter: Countable {
  let groups: ChildGroups
  let isUnaccompanied: Bool
}

/// A child who ceased to be looked after, and for one adopted the days between the stages of adoption.
struct Leaver: Countable {
  let groups: ChildGroups
  let reason: String?
  let stages: [AdoptionStage: Int]

  init?(_ time: CareTime, _ facts: CareFacts) {
    guard let end = time.end, let last = time.episodes.last(where: { $0.endsCare && $0.end == end }) else { return nil }
    groups = facts.groups(on: end)
    reason = last.endReason
    stages = AdoptionStage.days(of: time, facts)
  }

  var isAdopted: Bool { ["E11", "E12"].contains(reason) }
  var isByGuardianship: Bool { ["E43", "E44", "E45", "E46", "E47", "E48"].contains(reason) }
}

/// A placement that began, or was changed.
struct CountedPlacement: Countable {
  let groups: ChildGroups
  let location: String?
  let distance: Double?
  let changeReason: String?
}
