// Health, behaviour and convictions of children looked after for twelve months (OC2).
import KithReturns
import KithTables

let outcomeRules: [Rule<LookedAfterReturn>] = [
  .oc2(
    "185", [.sdqScore], "There is an SDQ score, and the child was not looked after for twelve months.",
    fix: "Take the score out, or correct the episodes.",
    reads: [.in(.episodes, .start, .end, .startReason, .endReason, .legalStatus)]
  ) { o in
    o.sdqScore.isPresent && !o.child.isLookedAfterThroughout
  },
  .oc2(
    "188", [.dateOfBirth, .sdqScore, .sdqReason], "The child is under 4 and has an SDQ score or a reason for none.",
    fix: "Take SDQ_SCORE and SDQ_REASON out, or correct DOB."
  ) { o in
    o.dateOfBirth.adding(years: 4) > o.collection.end && (o.sdqScore.isPresent || o.sdqReason.isPresent)
  },
]
