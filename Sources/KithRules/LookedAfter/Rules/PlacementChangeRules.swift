// Why a placement changed.
import KithReturns
import KithTables

let placementChangeRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "226", [.changeReason, .placement],
    "A reason for a change of placement is given on a temporary move or on the episode before it.",
    fix: "Leave REASON_PLACE_CHANGE blank on both.", reads: [.in(.episodes, .start)]
  ) { e in
    e.isTemporaryMove && (e.changeReason.isPresent || e.previous?.changeReason.isPresent == true)
  },
  .episode(
    "233", [.changeReason], "The episode goes on and has a reason for a change of placement.",
    fix: "Leave REASON_PLACE_CHANGE blank until the placement changes, or give DEC and REC.", years: .since(2026),
    reads: [.in(.episodes, .end)]
  ) { e in
    e.changeReason.isPresent && e.end.hasNoValue
  },
  .episode(
    "234", [.changeReason], with: [.dateOfBirth],
    "The placement changed because the child was admitted to custody, and the child was under 10 by then.",
    fix: "Correct REASON_PLACE_CHANGE, DOB, or DECOM of the next episode.", years: .since(2026),
    reads: [.in(.episodes, .start)]
  ) { (e: Episode, h: Header) in
    guard e.changeReason == .custod, let next = e.nextDated else { return false }
    return next.start < h.dateOfBirth.adding(years: 10)
  },
]
