// Unaccompanied asylum-seeking children.
import KithReturns
import KithTables

let unaccompaniedRules: [Rule<LookedAfterReturn>] = [
  .uasc(
    "104", [.statusCeased], "The day on which the status ceased is not a date, or is before the year.",
    fix: "Write DUC as dd/mm/yyyy; leave the child out of UASC when the status ceased before the year."
  ) { u in
    u.statusCeased.isUnreadable || u.statusCeased < u.collection.start
  },
  .header(
    "105", [.unaccompanied], "It is not said whether the child was an unaccompanied asylum-seeking child.",
    fix: "Write 0 or 1 in UASC."
  ) { h in
    h.collection.isXML && h.statedUnaccompanied.isMissingOrNone(of: .all)
  },
  .header(
    "231", [.dateOfBirth], "An unaccompanied asylum-seeking child was under 11 when the year ended.",
    fix: "Check DOB and UASC.", years: .since(2025),
    reads: [.in(.headers, .unaccompanied), .ifGiven(.uascs, .child)]
  ) { h in
    h.dateOfBirth > h.collection.end.adding(years: -11) && h.unaccompanied == .yes
  },
  .uasc(
    "303", [.statusCeased], with: [.unaccompanied],
    "The status of an unaccompanied asylum-seeking child ceased, and the header does not say that the child had it.",
    fix: "Write 1 in UASC, or take DUC out."
  ) { (u: UASC, h: Header) in
    u.statusCeased.isPresent && h.unaccompanied.isMissingOrNot(.yes)
  },
  .uasc(
    "304", [.statusCeased], "The status ceased after the child's 18th birthday.", fix: "Correct DUC or DOB.",
    reads: [.in(.uascs, .dateOfBirth)]
  ) { u in
    u.statusCeased > u.dateOfBirth.adding(years: 18)
  },
]
