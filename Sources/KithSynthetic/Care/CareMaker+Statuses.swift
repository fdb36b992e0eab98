import KithTables

extension CareMaker {
  /// The legal statuses of a period, from its start on.
  mutating func statuses(
    from start: Day, to end: Day, way: CareRates.Way, isUnaccompanied: Bool, continues: String?
  ) -> [StatusChange] {
    if isUnaccompanied { return [(start, "V2")] }
    if way == .remand { return [(start, "J1")] }
    if let continues { return [(start, continues)] }
    var changes: [StatusChange] = [(start, firstStatus(start))]
    var next = start
    while let legal = changes.last?.legal, let step = step(after: legal, way: way) {
      next = next.adding(days: step.days)
      guard next < end else { break }
      changes.append((next, step.legal))
    }
    return withinLimits(changes, end: end)
  }

  private mutating func firstStatus(_ start: Day) -> String {
    let age = person.age(on: start)
    if age < 1 { return chance.pick(CareRates.infantStatus) }
    return chance.pick(age < 10 ? CareRates.childStatus : CareRates.teenStatus)
  }

  private mutating func step(after legal: String, way: CareRates.Way) -> (days: Int, legal: String)? {
    let stays = way == .grown || way == .guardianship || way == .arrangements
    switch legal {
    case "L1": return (chance.between(1, 3), chance.happens(stays ? 0.75 : 0.45) ? "C1" : "V2")
    case "L2": return (chance.between(4, 15), "C1")
    case "V2":
      return chance.happens(CareRates.agreementToOrder * (stays ? 1 : 0.3)) ? (chance.between(20, 330), "C1") : nil
    case "C1": return (Int(Double(chance.between(170, 420)) * CareRates.interimStretch), "C2")
    default: return nil
    }
  }

  /// The first status without the law's limit where care is too short for a change: nothing follows police protection
  /// that lasts to the end, of which the limit is three days.
  private func withinLimits(_ changes: [StatusChange], end: Day) -> [StatusChange] {
    guard changes.count == 1, let only = changes.first else { return changes }
    let days = end.days(since: only.day)
    if only.legal == "L1" && days > 3 || only.legal == "L2" && days > 20 { return [(only.day, "V2")] }
    return changes
  }

  /// Episodes from the changes of legal status and of placement, each of which is on a day of its own or on one with
  /// the other.
  static func episodes(_ statuses: [StatusChange], _ moves: [Move], end: Day, reason: String) -> [CareEpisode] {
    let days = Set(statuses.map(\.day) + moves.map(\.day)).filter { $0 < end }.sorted()
    var episodes: [CareEpisode] = []
    for day in days {
      guard let legal = statuses.last(where: { $0.day <= day })?.legal,
        let move = moves.last(where: { $0.day <= day })
      else { continue }
      let change = episodes.last.map { startReason(from: $0, legal, move, on: day) } ?? "S"
      if episodes.isEmpty == false, change.isEmpty { continue }
      close(&episodes, on: day, changesPlacement: change != "L", to: move)
      episodes.append(
        CareEpisode(
          start: day, startReason: change, legal: legal, placement: move.placement, end: end, endReason: reason))
    }
    return episodes
  }

  /// The reason for a new episode; empty where nothing changes.
  private static func startReason(from last: CareEpisode, _ legal: String, _ move: Move, on day: Day) -> String {
    let placementChanges = last.placement != move.placement
    switch (last.legal != legal, placementChanges) {
    case (false, false): return ""
    case (true, false): return "L"
    case (false, true): return move.staysWithCarers ? "T" : "P"
    case (true, true): return move.staysWithCarers ? "U" : "B"
    }
  }

  private static func close(_ episodes: inout [CareEpisode], on day: Day, changesPlacement: Bool, to move: Move) {
    guard let last = episodes.indices.last else { return }
    episodes[last].end = day
    episodes[last].endReason = "X1"
    let isPassing = move.placement.isTemporary || episodes[last].placement.isTemporary
    episodes[last].changeReason = changesPlacement && !isPassing ? move.reason : nil
  }
}
