// An episode and the one before or after it.
import KithReturns
import KithTables

let episodeSequenceRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "142", [.end, .endReason], "The episode has no end, and another episode of the child follows.",
    fix: "Give the episode DEC and REC.", reads: [.in(.episodes, .start)]
  ) { e in
    e.start.hasValue && e.next?.start.hasValue == true && (e.end.hasNoValue || e.endReason.isMissing)
  },
  .episode(
    "225", [.changeReason], "The placement changed and no reason for the change is given.",
    fix: "Give REASON_PLACE_CHANGE on the episode that ended.",
    reads: [.in(.episodes, .start, .endReason, .placement, .startReason)]
  ) { e in
    guard let next = e.next else { return false }
    return e.endReason == .x1 && e.changeReason.isMissing && e.placement.isMissingOrNone(of: .temporary)
      && next.startReason.isOne(of: [.p, .b, .t, .u]) && next.placement.isMissingOrNone(of: .temporary)
  },
  .episode(
    "431", [.startReason, .start], "Care starts anew on or before the day on which the last episode ended.",
    fix: "Correct RNE, or the dates.", reads: [.in(.episodes, .end)]
  ) { e in
    guard let previous = e.previous else { return false }
    return e.startReason == .s && e.start <= previous.end
  },
  .episode(
    "432", [.startReason], "The child left care, and the next episode does not start a new period of care.",
    fix: "Write S in RNE, or correct REC of the episode before.", reads: [.in(.episodes, .start, .endReason)]
  ) { e in
    guard let previous = e.previous else { return false }
    return previous.endReason.isOne(of: .leftCare) && e.startReason.isMissingOrNot(.s)
  },
  .episode(
    "433", [.startReason, .start], "The episode goes on with the last one and does not start when that ended.",
    fix: "Correct RNE, DECOM, or DEC of the episode before.", reads: [.in(.episodes, .end)]
  ) { e in
    guard let previous = e.previous else { return false }
    return e.startReason.isOne(of: .continuation)
      && (e.start.hasNoValue || previous.end.hasNoValue || e.start != previous.end)
  },
  .episode(
    "434", [.startReason, .legalStatus, .placement, .placementPostcode, .urn, .provider],
    "Only the legal status should have changed, and it did not or something else did.",
    fix: "Correct RNE, or the fields that should not have changed.", reads: [.in(.episodes, .start)]
  ) { e in
    guard e.startReason == .l, let previous = e.previous else { return false }
    return !e.legalStatus.differs(from: previous.legalStatus) || e.hasOtherPlacementDetails(than: previous)
  },
  .episode(
    "501", [.start], "The episode starts before the last one ended.",
    fix: "Correct DECOM, or DEC of the episode before.",
    reads: [.in(.episodes, .end)]
  ) { e in
    guard let previous = e.previous else { return false }
    return e.start < previous.end
  },
  .episode(
    "504", [.need], "The category of need changes within a period of care.",
    fix: "Write the same CIN on each episode of the period.", reads: [.in(.episodes, .start, .end, .endReason)]
  ) { e in
    guard let previous = e.previous, previous.endReason == .x1 else { return false }
    return previous.end == e.start && e.need.differs(from: previous.need)
  },
  .episode(
    "357", [.startReason], "The child's first episode starts in the year and is not the start of care.",
    fix: "Write S in RNE, or add the episode before it that was left out.", reads: [.in(.episodes, .start)]
  ) { e in
    e.startReason.isMissingOrNot(.s) && e.start >= e.collection.start && e.isFirst
  },
  .episode(
    "388", [.endReason],
    "The episode says that another follows on the same day and none does, or that the child left care and one does.",
    fix: "Correct REC or DEC, or add the episode that is missing.", reads: [.in(.episodes, .start, .end)]
  ) { e in
    guard e.start.hasValue, e.end.hasValue, e.endReason.isPresent else { return false }
    guard let next = e.nextDated else { return e.endReason == .x1 }
    return e.endReason == .x1 && e.end != next.start || e.endReason != .x1 && e.end == next.start
  },
  .episode(
    "435", [.legalStatus, .placement, .placementPostcode, .urn, .provider],
    "Only the placement should have changed, and it did not or the legal status did.",
    fix: "Correct RNE, or the fields that should or should not have changed.",
    reads: [.in(.episodes, .start, .startReason)]
  ) { e in
    guard e.startReason.isOne(of: [.p, .t]), let previous = e.previous else { return false }
    return e.legalStatus.differs(from: previous.legalStatus) || !e.hasOtherPlacementDetails(than: previous)
  },
  .episode(
    "436", [.startReason, .legalStatus, .placement, .placementPostcode, .urn, .provider],
    "Both the legal status and the placement should have changed, and one of them did not.",
    fix: "Correct RNE, or the fields that should have changed.", reads: [.in(.episodes, .start)]
  ) { e in
    guard e.startReason.isOne(of: [.u, .b]), let previous = e.previous else { return false }
    return !e.legalStatus.differs(from: previous.legalStatus) || !e.hasOtherPlacementDetails(than: previous)
  },
  .episode(
    "437", [.endReason], "The child died or was found to be 18 or over, and another episode follows.",
    fix: "Correct REC, or take out the episodes that follow.", reads: [.in(.episodes, .start)]
  ) { e in
    e.endReason.isOne(of: [.e2, .e15]) && e.nextDated != nil
  },
]
