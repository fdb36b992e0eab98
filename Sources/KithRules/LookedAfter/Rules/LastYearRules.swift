// This year's return beside last year's.
import KithReturns
import KithTables

let lastYearRules: [Rule<LookedAfterReturn>] = [
  .header(
    "202", [.sex], "The sex differs from last year's.", fix: "Correct SEX, or ask that last year's be amended.",
    reads: [.lastYear(.headers, .sex)]
  ) { h in
    h.lastYear.contains { h.sex.isOtherSex(than: $0.sex) }
  },
  .header(
    "203", [.dateOfBirth], "The date of birth differs from last year's.",
    fix: "Correct DOB, or ask that last year's be amended.", reads: [.lastYear(.headers, .dateOfBirth)]
  ) { h in
    h.lastYear.contains { h.dateOfBirth.value != $0.dateOfBirth.value }
  },
  .header(
    "204", [.ethnicity], "The ethnic origin differs from last year's.",
    fix: "Correct ETHNIC, or ask that last year's be amended.", reads: [.lastYear(.headers, .ethnicity)]
  ) { h in
    h.lastYear.contains { h.ethnicity.differs(from: $0.ethnicity) }
  },
  .episode(
    "502", [.start], "Last year's return ended with an open episode, and this year's does not begin with it.",
    fix: "Begin with the episode that was open, with its DECOM.",
    reads: [.in(.episodes, .start), .lastYear(.episodes, .start, .end)]
  ) { e in
    guard e.isFirst, let open = e.child.openLastYear else { return false }
    return e.start.differs(from: open.start)
  },
  .episode(
    "503B", [.legalStatus], "The legal status differs from that of the episode which was open last year.",
    fix: "Correct LS, or ask that last year's be amended.",
    reads: [.in(.episodes, .start), .lastYear(.episodes, .start, .end, .legalStatus)]
  ) { e in
    guard e.isFirst, let open = e.child.openLastYear else { return false }
    return e.legalStatus.differs(from: open.legalStatus)
  },
  .header(
    "624", [.firstChildBorn], "The date of birth of the child's first child differs from last year's.",
    fix: "Correct MC_DOB, or ask that last year's be amended.", reads: [.lastYear(.headers, .firstChildBorn)]
  ) { h in
    h.lastYear.contains { $0.firstChildBorn.isPresent && h.firstChildBorn.differs(from: $0.firstChildBorn) }
  },
  .episode(
    "NoE", [.start], "The episode began before the year and last year's return has no episode of the child.",
    fix: "Correct DECOM, or ask that last year's be amended.", reads: [.lastYear(.episodes, .child)]
  ) { e in
    e.start < e.collection.start && e.child.lastYear?.episodes.isEmpty == true
  },
]
