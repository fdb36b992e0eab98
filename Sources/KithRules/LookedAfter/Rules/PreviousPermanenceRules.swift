// The permanence arrangement that a child had before coming into care.
import KithReturns
import KithTables

let previousPermanenceRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "630", [.startReason],
    "Care started in the year, and what is said of an earlier permanence arrangement is incomplete.",
    fix: "Add the child's PREV_PERM: Z1 where there was none, else with LA_PERM and DATE_PERM.",
    reads: [
      .in(.episodes, .start), .in(.previousPermanence, .child, .permanence, .permanenceAuthority, .permanenceDate),
    ]
  ) { e in
    guard e.startReason == .s, e.start >= e.collection.start else { return false }
    let arrangements = e.child.previousPermanence
    return arrangements.isEmpty || arrangements.contains(where: \.isIncomplete)
  },
  .previousPermanence(
    "631", [.permanence], "The earlier permanence arrangement is not one of the codes.",
    fix: "Write P1 to P4 or Z1 in PREV_PERM."
  ) { p in
    p.option.isNone(of: .all)
  },
  .previousPermanence(
    "632", [.permanenceDate], with: [.start],
    "The date of the order is not a date, or is not before the child's first episode.",
    fix: "Write DATE_PERM as dd/mm/yyyy, with ZZ for what is unknown, or correct it or DECOM."
  ) { (p: PreviousPermanence, e: Episode) in
    guard p.orderDate.isPresent, e.start.hasValue, e.isFirst else { return false }
    return p.orderedAtLatest.isUnreadable || p.orderedAtLatest >= e.start
  },
  .previousPermanence(
    "634", [.permanence, .permanenceAuthority, .permanenceDate], with: [.start],
    "There is an earlier permanence arrangement, and the child did not come into care from 1 April 2016 on.",
    fix: "Take the row out of PrevPerm, or correct DECOM."
  ) { (p: PreviousPermanence, e: Episode) in
    (p.option.isPresent || p.hasDetails)
      && p.child.episodes.last(where: \.start.hasValue).map { $0.start < .day(1, 4, 2016) } == true
  },
  .previousPermanence(
    "635", [.permanence, .permanenceAuthority, .permanenceDate],
    "An authority or a date is given of an earlier permanence arrangement, and the code says that there was none, or is blank.",
    fix: "Write P1 to P4 in PREV_PERM, or take LA_PERM and DATE_PERM out."
  ) { p in
    p.hasDetails && (p.option.isMissing || p.option == .z1)
  },
]
