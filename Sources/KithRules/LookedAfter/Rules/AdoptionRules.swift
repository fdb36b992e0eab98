// Adoption: AD1, decisions to place for adoption, and adoptive placements.
import KithReturns
import KithTables

let adoptionRules: [Rule<LookedAfterReturn>] = [
  .ad1(
    "112", [.adoptionDecided], "The day of the decision is not a date.", fix: "Write DATE_INT as dd/mm/yyyy."
  ) { a in
    a.decided.isUnreadable
  },
  .ad1(
    "331", [.matched], with: [.start, .endReason], "The child was matched after the adoptive placement began.",
    fix: "Correct DATE_MATCH, or DECOM of the last episode."
  ) { (a: AD1, e: Episode) in
    e.endReason.isOne(of: .adopted) && a.matched > e.start
  },
  .ad1(
    "521", [.adoptionDecided], with: [.placement, .start],
    "The decision that the child should be placed for adoption is later than the placement.",
    fix: "Correct DATE_INT, or DECOM of the adoptive placement."
  ) { (a: AD1, e: Episode) in
    e.placement.isOne(of: .adoptive) && a.decided > e.start
  },
  .placedForAdoption(
    "119", [.placedReversed, .reversalReason],
    "A reversed decision has a date without a reason, or a reason without a date.",
    fix: "Give both DATE_PLACED_CEASED and REASON_PLACED_CEASED, or neither."
  ) { d in
    d.reversed.isPresent != d.reversalReason.isPresent
  },
]
