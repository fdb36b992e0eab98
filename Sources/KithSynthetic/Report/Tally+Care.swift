import KithTables

extension Tally {
  /// Counts a child's care: each child once among those who start and those who cease in the year.
  mutating func addCare(_ career: Career) {
    let person = career.person
    let starts = career.care.filter { view.contains($0.start) }
    if let first = starts.first {
      add("starts")
      add("starting aged \(Self.ageGroup(person.born, first.start))")
      add("starting under \(first.episodes[0].legal)")
      if person.isUnaccompanied { add("starts, unaccompanied") }
    }
    if let last = career.care.last(where: { view.contains($0.end) }),
      !career.care.contains(where: { $0.contains(view.end) })
    {
      add("ends")
      add("ending \(last.endReason)")
      if ["E45", "E46", "E47", "E48"].contains(last.endReason) { add("ending in guardianship") }
      if ["E11", "E12"].contains(last.endReason) { add("ending in adoption") }
      if last.end >= person.birthday(18) { add("ending at 18") }
    }
    for period in career.care { addPlacements(of: period) }
    if let period = career.care.first(where: { $0.contains(view.end) }) { addLookedAfter(period, career) }
  }

  private mutating func addPlacements(of period: CarePeriod) {
    for episode in period.episodes where view.contains(episode.start) && !episode.placement.isTemporary {
      guard episode.startReason != "L" else { continue }
      add("new placements")
      if episode.startReason != "S" { add("changes of placement") }
    }
  }

  private mutating func addLookedAfter(_ period: CarePeriod, _ career: Career) {
    add("looked after at 31 March")
    let person = career.person
    add("looked after aged \(Self.ageGroup(person.born, view.end))")
    if person.isUnaccompanied { add("looked after, unaccompanied") }
    if !person.isFemale { add("looked after, boys") }
    if let now = period.episodes.last(where: { $0.start <= view.end }) {
      add("status \(now.legal)")
      add("placed \(Self.group(of: now.placement.code))")
    }
    let placements = period.episodes.filter {
      view.overlaps($0.start, $0.end) && !$0.placement.isTemporary && ($0.startReason != "L" || $0.start < view.start)
    }
    if Set(placements.map { $0.placement.postcode + $0.placement.code }).count >= 3 { add("three placements or more") }
    if period.start <= view.start { add("looked after for 12 months") }
  }

  private static func group(of code: String) -> String {
    switch code {
    case "U1", "U2", "U3": "with a relative or friend"
    case "U4", "U5", "U6": "with other foster carers"
    case "A3", "A4", "A5", "A6": "for adoption"
    case "Z11", "Z12", "Z13", "Z14": "in another placement"
    case "R1", "R2", "R3", "R5", "S1", "K1": "in another residential setting"
    default: code
    }
  }
}
