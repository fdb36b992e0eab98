// Decisions that a child should be placed for adoption, and their reversal (PlacedAdoption).
import KithReturns
import KithTables

let adoptionDecisionRules: [Rule<LookedAfterReturn>] = [
  .placedForAdoption(
    "115", [.placedDecided], "The day of the decision is not a date.", fix: "Write DATE_PLACED as dd/mm/yyyy."
  ) { d in
    d.decided.isUnreadable
  },
  .placedForAdoption(
    "116", [.placedReversed], "The day on which the decision was reversed is not a date.",
    fix: "Write DATE_PLACED_CEASED as dd/mm/yyyy."
  ) { d in
    d.reversed.isUnreadable
  },
  Rule(
    "117", "The decision or its reversal is later than the end of the year, or than the child's leaving care.",
    fix: "Correct DATE_PLACED or DATE_PLACED_CEASED, or DEC of the last episode.",
    reads: [.in(.episodes, .start, .end, .endReason)],
    parts: [
      .placedForAdoption([.placedDecided, .placedReversed], with: [.start, .end, .endReason]) {
        (d: PlacedForAdoption, e: Episode) in
        e.endReason.isMissingOrNot(.x1)
          && (d.isLater(than: d.collection.end) || d.isLater(than: e.end))
          && e.isSame(as: e.child.lastEpisode { $0.endReason.isMissingOrNot(.x1) })
      },
      .placedForAdoption([.placedDecided, .placedReversed]) { d in
        d.isLater(than: d.collection.end) && d.child.lastEpisode { $0.endReason.isMissingOrNot(.x1) } == nil
      },
    ]),
  .placedForAdoption(
    "118", [.placedReversed], with: [.start, .legalStatus],
    "The decision was reversed before the year, or before the child came into care.",
    fix: "Correct DATE_PLACED_CEASED, or leave out a decision that was reversed before the year."
  ) { (d: PlacedForAdoption, e: Episode) in
    (d.reversed < d.collection.start || d.reversed < e.start)
      && e.isSame(as: e.child.firstEpisode { $0.legalStatus.isMissingOrNone(of: .shortBreaks) })
  },
  .placedForAdoption(
    "119", [.placedReversed, .reversalReason],
    "A reversed decision has a date without a reason, or a reason without a date.",
    fix: "Give both DATE_PLACED_CEASED and REASON_PLACED_CEASED, or neither."
  ) { d in
    d.reversed.isPresent != d.reversalReason.isPresent
  },
  .placedForAdoption(
    "120", [.reversalReason], "The reason why the decision was reversed is not one of the codes.",
    fix: "Write RD1, RD2, RD3 or RD4 in REASON_PLACED_CEASED."
  ) { d in
    d.reversalReason.isNone(of: .all)
  },
  .placedForAdoption(
    "184", [.placedDecided], "The decision is earlier than the child's birth, or the header has no date of birth.",
    fix: "Correct DATE_PLACED, or DOB in the header.", reads: [.in(.headers, .dateOfBirth)]
  ) { d in
    d.decided.hasValue && d.child.headers.contains { $0.dateOfBirth.hasNoValue || d.decided < $0.dateOfBirth }
  },
  .placedForAdoption(
    "522", [.placedDecided, .placedReversed], "The decision was reversed before it was made.",
    fix: "Correct DATE_PLACED or DATE_PLACED_CEASED."
  ) { d in
    d.reversed < d.decided
  },
  .placedForAdoption(
    "523", [.placedDecided], with: [.adoptionDecided],
    "The day of the decision is not the day that AD1 gives.", fix: "Write the same day in DATE_PLACED and DATE_INT.",
    reads: [.in(.placedForAdoption, .placedReversed)]
  ) { (d: PlacedForAdoption, a: AD1) in
    d.decided != a.decided && !d.isReplaced
  },
  .placedForAdoption(
    "525", [.placedReversed], with: AD1.items, "The decision was reversed, and AD1 tells of an adoption.",
    fix: "Take DATE_PLACED_CEASED out, or the items of AD1.", reads: [.in(.placedForAdoption, .placedDecided)]
  ) { (d: PlacedForAdoption, a: AD1) in
    d.reversed.isPresent && a.saysAnything && !d.isReplaced
  },
  .episode(
    "551", [.placement], "The child was placed for adoption, and no decision with a day was recorded.",
    fix: "Give DATE_PLACED, or correct PLACE.", reads: [.in(.placedForAdoption, .placedDecided)]
  ) { e in
    e.placement.isOne(of: .adoptive) && !e.child.placedForAdoption.contains(where: \.decided.isPresent)
  },
  .placedForAdoption(
    "552", [.placedDecided], with: [.start, .placement],
    "The decision is later than the day on which the child was placed for adoption.",
    fix: "Correct DATE_PLACED, or DECOM of the adoptive placement.",
    reads: [.in(.placedForAdoption, .placedReversed)]
  ) { (d: PlacedForAdoption, e: Episode) in
    e.placement.isOne(of: .adoptive) && d.decided > e.start && d.isSame(as: d.child.latestDecision)
      && e.isSame(as: e.child.firstEpisode { $0.placement.isOne(of: .adoptive) })
      && !d.child.placedForAdoption.contains { $0.stands(on: e.start) }
  },
  Rule(
    "553", "The child is under a placement order, and the decision is not recorded or was reversed.",
    fix: "Record the decision, or correct LS; a placement order that was revoked does not go on.",
    reads: [.in(.episodes, .legalStatus, .end), .in(.placedForAdoption, .child)],
    parts: [
      .episode([.legalStatus]) { e in e.legalStatus == .e1 && e.child.placedForAdoption.isEmpty },
      .placedForAdoption([.placedReversed, .reversalReason]) { d in
        d.isReversedInAnyWay && d.child.episodes.contains { $0.legalStatus == .e1 && $0.end.isMissing }
      },
    ]),
  .placedForAdoption(
    "554", [.placedDecided], with: [.start, .legalStatus], "The decision is later than the placement order.",
    fix: "Correct DATE_PLACED, or DECOM of the first episode under the order."
  ) { (d: PlacedForAdoption, e: Episode) in
    e.legalStatus == .e1 && d.decided > e.start && e.isSame(as: e.child.firstEpisode { $0.legalStatus == .e1 })
  },
  Rule(
    "555", "The child is under a freeing order, and the decision is not recorded or was reversed.",
    fix: "Record the decision, or correct LS.", years: .until(2024),
    reads: [.in(.episodes, .legalStatus, .end), .in(.placedForAdoption, .child)],
    parts: [
      .episode([.legalStatus]) { e in e.legalStatus == .d1 && e.child.placedForAdoption.isEmpty },
      .placedForAdoption([.placedReversed, .reversalReason]) { d in
        d.isReversedInAnyWay && d.child.episodes.contains { $0.legalStatus == .d1 && $0.end.isMissing }
      },
    ]),
  .episode(
    "556", [.start], "The decision is later than the freeing order.",
    fix: "Correct DATE_PLACED, or DECOM of the episode under the order.", years: .until(2024),
    reads: [.in(.episodes, .legalStatus), .in(.placedForAdoption, .placedDecided)]
  ) { e in
    e.legalStatus == .d1 && e.child.placedForAdoption.contains { $0.decided > e.start }
  },
  Rule(
    "557", "The child left care otherwise than by adoption, and the decision was not reversed.",
    fix: "Give DATE_PLACED_CEASED and REASON_PLACED_CEASED, or correct REC.",
    reads: [.in(.placedForAdoption, .child)],
    parts: [
      .episode([.placement, .legalStatus, .endReason], with: [.placedReversed, .reversalReason]) {
        (e: Episode, d: PlacedForAdoption) in
        e.leavesTheWayToAdoption && (d.reversed.isMissing || d.reversalReason.isMissing)
      },
      .episode([.placement, .legalStatus, .endReason]) { e in
        e.leavesTheWayToAdoption && e.child.placedForAdoption.isEmpty
      },
    ]),
  .episode(
    "558", [.endReason], with: [.placedReversed], "The child was adopted, and the latest decision was reversed.",
    fix: "Take DATE_PLACED_CEASED out, or record the decision that followed.",
    reads: [.in(.placedForAdoption, .placedDecided)]
  ) { (e: Episode, d: PlacedForAdoption) in
    e.endReason.isOne(of: .adopted) && d.reversed.isPresent && d.isLatest
      && !d.child.placedForAdoption.contains { $0.reversed.isMissing && $0.isLatest }
  },
  .placedForAdoption(
    "559", [.placedDecided], "The decision was made before the year, and last year's return does not have it.",
    fix: "Correct DATE_PLACED, or ask that last year's be amended.",
    reads: [.lastYear(.placedForAdoption, .placedDecided)]
  ) { d in
    guard d.decided < d.collection.start else { return false }
    return d.lastYear.isEmpty || d.lastYear.contains(where: \.decided.hasNoValue)
  },
  .placedForAdoption(
    "560", [.placedDecided],
    "The decision stood when last year ended, and this year's return has it on no such day.",
    fix: "Write last year's day in DATE_PLACED, or ask that last year's be amended.",
    reads: [.lastYear(.placedForAdoption, .placedDecided, .placedReversed)]
  ) { d in
    d.lastYear.contains { last in
      last.decided.isPresent && last.reversed.isMissing
        && !d.child.placedForAdoption.contains { !$0.decided.differs(from: last.decided) }
    }
  },
  .placedForAdoption(
    "561", [.placedDecided], "Last year's return says that this decision was reversed.",
    fix: "Leave the decision out, or give the day of the new one in DATE_PLACED.",
    reads: [.lastYear(.placedForAdoption, .placedDecided, .placedReversed, .reversalReason)]
  ) { d in
    d.lastYear.contains { $0.isReversedInAnyWay && d.decided == $0.decided }
  },
  .placedForAdoption(
    "563", [.placedDecided, .placedReversed, .reversalReason], "A decision without a day was reversed.",
    fix: "Give DATE_PLACED, or take the reversal out."
  ) { d in
    d.decided.isMissing && d.reversed.isPresent && d.reversalReason.isPresent
  },
  .placedForAdoption(
    "579", [.placedDecided, .placedReversed], "The decision was made before the last one was reversed.",
    fix: "Correct DATE_PLACED, or DATE_PLACED_CEASED of the decision before."
  ) { d in
    guard let previous = d.previous else { return false }
    return previous.reversed.hasNoValue || d.decided < previous.reversed
  },
  .placedForAdoption(
    "583", [.placedDecided, .placedReversed], "The decision was not reversed, and another was made later.",
    fix: "Give DATE_PLACED_CEASED and REASON_PLACED_CEASED for each decision but the latest."
  ) { d in
    guard d.reversed.isMissing, let latest = d.child.latestDecision else { return false }
    return latest.row != d.row
  },
  .placedForAdoption(
    "584", [.placedDecided], "Last year's decision was reversed, and this one is not later.",
    fix: "Give the day of the new decision in DATE_PLACED, or leave the old one out.",
    reads: [.lastYear(.placedForAdoption, .placedDecided, .placedReversed, .reversalReason)]
  ) { d in
    d.lastYear.contains { $0.isReversedInAnyWay && (d.decided.isMissing || d.decided <= $0.decided) }
  },
  .placedForAdoption(
    "1003", [.placedDecided], with: [.start, .startReason], "The decision is earlier than the start of care.",
    fix: "Correct DATE_PLACED, or DECOM of the episode with which care started."
  ) { (d: PlacedForAdoption, e: Episode) in
    e.startReason == .s && d.decided < e.start && e.isSame(as: e.child.firstEpisode { $0.startReason == .s })
  },
]

extension PlacedForAdoption {
  /// Whether the decision or its reversal is later than a day.
  fileprivate func isLater(than day: Cell<Day>) -> Bool { decided > day || reversed > day }

  /// Whether the row has a day of reversal or a reason for it.
  fileprivate var isReversedInAnyWay: Bool { reversed.isPresent || reversalReason.isPresent }
}

extension Episode {
  /// Whether the child was on the way to adoption, and left care by another.
  fileprivate var leavesTheWayToAdoption: Bool {
    endReason.isNone(of: .goingOnOrAdopted) && isOnTheWayToAdoption
  }
}

extension CodeGroup<EndReason> {
  /// The period of care goes on, or the child was adopted.
  fileprivate static let goingOnOrAdopted: Self = .adopted.union([.x1])
}
