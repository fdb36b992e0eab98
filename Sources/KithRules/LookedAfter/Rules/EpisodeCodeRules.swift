// Codes and formats of episodes.
import KithReturns
import KithTables

let episodeCodeRules: [Rule<LookedAfterReturn>] = [
  .episode("141", [.start], "The start of the episode is not a date.", fix: "Write DECOM as dd/mm/yyyy.") { e in
    e.start.isUnreadable
  },
  .episode(
    "143", [.startReason], "The reason for the new episode is not one of the codes.",
    fix: "Write S, L, P, T, B or U in RNE."
  ) { e in
    e.startReason.isUnknown
  },
  .episode(
    "144", [.legalStatus], "The legal status is not one of the codes.", fix: "Write a code of the guidance in LS."
  ) { e in
    e.legalStatus.isUnknown
  },
  .episode("145", [.need], "The category of need is not one of the codes.", fix: "Write N1 to N8 in CIN.") { e in
    e.need.isUnknown
  },
  placementTypeRule(.until(2024), codes: PlacementType.codes(in: 2024)),
  placementTypeRule(.only(2025), codes: PlacementType.codes(in: 2025)),
  placementTypeRule(.since(2026), codes: PlacementType.codes(in: 2026)),
  .episode("147", [.end], "The end of the episode is not a date.", fix: "Write DEC as dd/mm/yyyy.") { e in
    e.end.isUnreadable
  },
  .episode(
    "148", [.end, .endReason], "The episode has an end date without a reason, or a reason without an end date.",
    fix: "Give both DEC and REC, or neither."
  ) { e in
    e.end.isPresent != e.endReason.isPresent
  },
  .episode(
    "149", [.endReason], "The reason why the episode ceased is not one of the codes.",
    fix: "Write X1 or a code for leaving care in REC."
  ) { e in
    e.endReason.isUnknown
  },
  .episode(
    "1009", [.changeReason], "The reason for the change of placement is not one of the codes.",
    fix: "Write one of the 12 codes of the guidance in REASON_PLACE_CHANGE."
  ) { e in
    e.changeReason.isUnknown
  },
  .episode(
    "445", [.legalStatus, .start], "A freeing order starts after 2005, when such orders were no longer made.",
    fix: "Write E1 in LS for a placement order, or correct DECOM.", years: .until(2024)
  ) { e in
    e.legalStatus == .d1 && e.start > .day(31, 12, 2005)
  },
  .episode(
    "446", [.legalStatus, .start], "A placement order starts before 1 December 2005, when the first could be made.",
    fix: "Correct LS or DECOM."
  ) { e in
    e.legalStatus == .e1 && e.start < .day(1, 12, 2005)
  },
  .episode(
    "451", [.end, .endReason, .legalStatus], "The child is still freed for adoption.",
    fix: "End the episode, or write the legal status that now holds in LS.", years: .until(2024)
  ) { e in
    e.legalStatus == .d1 && e.end.isMissing && e.endReason.isMissing
  },
]

/// Rule 146 in the years that have these codes.
private func placementTypeRule(_ years: YearSpan, codes: CodeGroup<PlacementType>) -> Rule<LookedAfterReturn> {
  .episode(
    "146", [.placement], "The type of placement is not one of the year's codes.",
    fix: "Write a code of the year's guidance in PLACE.", years: years
  ) { e in
    e.placement.isNone(of: codes)
  }
}
