import KithTables

/// A stage of adoption, from one day to another.
enum AdoptionStage: CaseIterable {
  case entryToDecision, decisionToMatch, matchToPlaced, entryToPlaced, placedToAdopted, entryToAdopted

  /// The days of each stage of which both ends are known.
  ///
  /// Entry is the start of the final time in care, where the returns reach back to it; the decision is the one that stands, and the
  /// placement the first for adoption.
  static func days(of time: CareTime, _ facts: CareFacts) -> [AdoptionStage: Int] {
    let first = time.placements[0].first
    let entry = first.startReason == "S" ? first.start : nil
    let decided = facts.standingDecision ?? facts.adoptionDecided
    let placed = time.episodes.first { $0.isForAdoption }?.start
    let ends: [(AdoptionStage, Day?, Day?)] = [
      (.entryToDecision, entry, decided), (.decisionToMatch, decided, facts.matched),
      (.matchToPlaced, facts.matched, placed), (.entryToPlaced, entry, placed), (.placedToAdopted, placed, time.end),
      (.entryToAdopted, entry, time.end),
    ]
    return ends.reduce(into: [:]) { days, stage in
      if let from = stage.1, let to = stage.2 { days[stage.0] = to.days(since: from) }
    }
  }
}
