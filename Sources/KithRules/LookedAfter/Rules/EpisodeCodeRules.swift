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
    e.startReason.isNone(of: .all)
  },
  .episode(
    "144", [.legalStatus], "The legal status is not one of the codes.", fix: "Write a code of the guidance in LS."
  ) { e in
    e.legalStatus.isNone(of: .all)
  },
  .episode("145", [.need], "The category of need is not one of the codes.", fix: "Write N1 to N8 in CIN.") { e in
    e.need.isNone(of: .all)
  },
  .episode(
    "146", [.placement], "The type of placement is not one of the year's codes.",
    fix: "Write a code of the year's guidance in PLACE."
  ) { e in
    e.placement.isNone(of: PlacementType.codes(in: e.collection.year))
  },
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
    e.endReason.isNone(of: .all)
  },
]
