// Care leavers (OC3).
import KithReturns
import KithTables

let careLeaverRules: [Rule<LookedAfterReturn>] = [
  .oc3(
    "1010", [.inTouch, .activity, .accommodation],
    "The child was still looked after at the end of last year and has no episode this year.",
    fix: "Add the episode that was open, with its end, or take the care leaver's data out.",
    reads: [.in(.episodes, .child), .lastYear(.episodes, .start, .end)]
  ) { o in
    o.child.episodes.isEmpty && o.child.openLastYear != nil
  }
]
