// How long a legal status that the law limits may last.
import KithReturns
import KithTables

let legalStatusLengthRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "361", [.legalStatus, .start, .end], "Police protection lasts longer than 72 hours.",
    fix: "Correct LS, DECOM or DEC of the episodes under L1.",
    reads: [.in(.episodes, .start, .end)]
  ) { e in
    e.legalStatus == .l1 && e.daysUnderStatusUnbroken > 3
  },
  .episode(
    "362", [.legalStatus, .start, .end], "An emergency protection order lasts longer than 21 days.",
    fix: "Correct LS, DECOM or DEC of the episodes under L2.",
    reads: [.in(.episodes, .start, .end)]
  ) { e in
    e.legalStatus == .l2 && e.daysUnderStatusUnbroken > 21
  },
  .episode(
    "363", [.legalStatus, .start, .end], "A child assessment order lasts longer than 7 days.",
    fix: "Correct LS, DECOM or DEC of the episodes under L3.",
    reads: [.in(.episodes, .start, .end)]
  ) { e in
    e.legalStatus == .l3 && e.start.hasValue && e.daysUnderStatusInPeriod > 7
  },
  .episode(
    "364", [.legalStatus, .start, .end],
    "Detention under the Police and Criminal Evidence Act lasts longer than 21 days.",
    fix: "Correct LS, DECOM or DEC of the episodes under J2.",
    reads: [.in(.episodes, .start, .end)]
  ) { e in
    e.legalStatus == .j2 && e.start.hasValue && e.daysUnderStatusInPeriod > 21
  },
]
