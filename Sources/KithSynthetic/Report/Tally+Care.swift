import KithTables

extension Tally {
  /// Counts a child's care: each child once among those who start in the year, by the first time, and once among those
  /// who cease, by the last.
  mutating func addCare(_ career: Career) {
    if let first = career.care.first(where: { view.contains($0.start) }) { addStart(first, career.person) }
    if let last = career.care.last(where: { view.contains($0.end) }) { addEnd(last, career.person) }
    for period in career.care { addPlacements(of: period) }
    guard let period = career.care.first(where: { $0.contains(view.end) }) else { return }
    addLookedAfter(period, career)
    addCurrent(period)
    addStability(of: period, career.person)
  }

  private mutating func addStart(_ period: CarePeriod, _ person: Person) {
    add("starts")
    add("starting, aged \(Self.ageGroup(person.born, period.start))")
    add("starting, \(person.isFemale ? "girls" : "boys")")
    add("starting, \(period.need)")
    add("starting, unaccompanied", if: person.isUnaccompanied)
    let legal = period.episodes[0].legal
    add("starting under \(legal)")
    add("taken into care", if: ["C1", "C2", "L1", "L2"].contains(legal))
  }

  private mutating func addEnd(_ period: CarePeriod, _ person: Person) {
    add("ends")
    add("ending, \(Self.reason(period.endReason))")
    add("ending, \(person.isFemale ? "girls" : "boys")")
    add("ending, unaccompanied", if: person.isUnaccompanied)
    switch person.born.age(on: period.end) {
    case 18...: add("ending, aged 18 and over")
    case 17: add("ending, aged 17")
    case 16: add("ending, aged 16")
    default: add("ending, aged \(Self.ageGroup(person.born, period.end))")
    }
  }

  /// The reason under which an end of care is published.
  private static func reason(_ code: String) -> String {
    switch code {
    case "E45", "E46", "E47", "E48": "guardianship"
    case "E11", "E12": "adoption"
    default: code
    }
  }

  private mutating func addPlacements(of period: CarePeriod) {
    for (place, episode) in period.episodes.enumerated() where view.contains(episode.start) {
      guard !episode.placement.isTemporary, episode.startReason != "L" else { continue }
      add("new placements")
      guard episode.startReason != "S", place > 0 else { continue }
      add("changes of placement")
      add("changes for \(period.episodes[place - 1].changeReason ?? "none")")
    }
  }

  private mutating func addLookedAfter(_ period: CarePeriod, _ career: Career) {
    let person = career.person
    add("looked after at 31 March")
    add("looked after, aged \(Self.ageGroup(person.born, view.end))")
    add("looked after, \(person.isFemale ? "girls" : "boys")")
    add("looked after, \(period.need)")
    add("looked after, \(person.ethnicity)")
    add("looked after, unaccompanied", if: person.isUnaccompanied)
    let isMother = career.firstChildBorn.map { $0 <= view.end } == true
    add("looked after, mothers", if: isMother && person.born.age(on: view.end) >= 12)
    add("looked after for 12 months", if: period.start <= view.start)
  }

  /// Counts the legal status and the placement at the end of the year.
  private mutating func addCurrent(_ period: CarePeriod) {
    guard let now = period.episodes.last(where: { $0.start <= view.end }) else { return }
    add("status \(now.legal.hasPrefix("L") || now.legal.hasPrefix("J") ? String(now.legal.prefix(1)) : now.legal)")
    let code = now.placement.code
    switch code {
    case "U1", "U2", "U3": add("placed with a relative or friend")
    case "U4", "U5", "U6": add("placed with other foster carers")
    case "A3", "A4", "A5", "A6": add("placed for adoption")
    default: break
    }
    add("placed \(code.hasPrefix("Z1") ? "Z1" : code)")
    add("provider \(now.placement.provider ?? "not reported")")
  }

  private mutating func addStability(of period: CarePeriod, _ person: Person) {
    let placements = period.episodes.filter {
      view.overlaps($0.start, $0.end) && !$0.placement.isTemporary && ($0.startReason != "L" || $0.start < view.start)
    }
    add("three placements or more", if: Set(placements.map { $0.placement.postcode + $0.placement.code }).count >= 3)
    guard person.born.age(on: view.end) < 16, period.start <= view.end.adding(days: -913) else { return }
    add("under 16 for 2.5 years")
    add("with the same carer for 2 years", if: period.isWithSameCarer(on: view.end, for: 2))
  }
}

extension CarePeriod {
  /// Whether the child has been in the placement, or placed for adoption, for some years on a day.
  fileprivate func isWithSameCarer(on day: Day, for years: Int) -> Bool {
    guard let now = episodes.last(where: { $0.start <= day }) else { return false }
    if now.placement.isAdoptive { return true }
    let moved = episodes.last { $0.start <= day && $0.placement != now.placement && !$0.placement.isTemporary }
    return (moved?.end ?? start) <= day.adding(years: -years)
  }
}
