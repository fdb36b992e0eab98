// This year's return beside last year's.
import KithReturns
import KithTables

let lastYearRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "199", [.start], "The child was adopted before the episode started.",
    fix: "Take the episode out, give the child a new identifier, or correct REC of the episode before.",
    reads: [.in(.episodes, .endReason), .lastYearIfGiven(.episodes, .start, .endReason)]
  ) { e in
    e.followsAdoption
  },
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
  .header(
    "207", [.mother], "The child was a mother last year and is not this year.",
    fix: "Write 1 in MOTHER, or ask that last year's be amended.",
    reads: [.in(.episodes, .child), .lastYear(.headers, .mother)]
  ) { h in
    h.mother.isMissingOrNot(.yes) && h.lastYear.contains { $0.mother == .yes } && !h.child.episodes.isEmpty
  },
  .header(
    "208", [.upn], "The unique pupil number differs from last year's.",
    fix: "Correct UPN, or ask that last year's be amended.", reads: [.lastYear(.headers, .upn)]
  ) { h in
    h.lastYear.contains { h.hasOtherUPN(than: $0) }
  },
  Rule(
    "205A",
    "The child was an unaccompanied asylum-seeking child last year and is not now, and DUC does not bear that out.",
    fix: "Put the child back in UASC, or ask that last year's DUC be amended.",
    reads: unaccompaniedInBothYears,
    parts: [
      .header([.unaccompanied]) { $0.child.lapsedWithoutCeasing },
      .uasc([.statusCeased]) { $0.child.lapsedWithoutCeasing },
    ]),
  Rule(
    "205B",
    "The child was an unaccompanied asylum-seeking child in both years, and DUC of the two years do not go together.",
    fix: "Write the day in the year on which the status ceased, or last year's DUC, the 18th birthday.",
    reads: unaccompaniedInBothYears + [.lastYear(.uascs, .dateOfBirth)],
    parts: [
      .header([.unaccompanied]) { $0.child.uascs.contains(where: \.ceasesOtherwiseThanLastYear) },
      .uasc([.statusCeased]) { $0.ceasesOtherwiseThanLastYear },
    ]),
  Rule(
    "205C", "The child was in neither year an unaccompanied asylum-seeking child, and a day is given when that ceased.",
    fix: "Take DUC out, or write 1 in UASC.",
    reads: unaccompaniedInBothYears,
    parts: [
      .header([.unaccompanied]) { !$0.child.uascs.isEmpty && $0.child.ceasedWithoutStatus },
      .uasc([.statusCeased]) { $0.child.ceasedWithoutStatus },
    ]),
  .header(
    "205D", [.unaccompanied], "The child is an unaccompanied asylum-seeking child this year and was not last year.",
    fix: "Take the child out of UASC, or ask that last year's be amended.",
    reads: [.ifGiven(.uascs, .child), .lastYear(.headers, .unaccompanied), .lastYearIfGiven(.uascs, .child)]
  ) { h in
    h.unaccompanied == .yes && h.lastYear.contains { $0.unaccompanied.isMissingOrNot(.yes) }
  },
  .episode(
    "502", [.start], "Last year's return ended with an open episode, and this year's does not begin with it.",
    fix: "Begin with the episode that was open, with its DECOM.",
    reads: [.in(.episodes, .start), .lastYear(.episodes, .start, .end)]
  ) { e in
    guard e.isFirst, let open = e.child.openLastYear, open.end.isMissing else { return false }
    return e.start.differs(from: open.start)
  },
  .episode(
    "503A", [.startReason], "The reason for the new episode differs from that of the episode which was open last year.",
    fix: "Correct RNE, or ask that last year's be amended.",
    reads: [.in(.episodes, .start), .lastYear(.episodes, .start, .end, .startReason)]
  ) { e in
    guard let open = e.openLastYear else { return false }
    return e.startReason.differs(from: open.startReason)
  },
  .episode(
    "503B", [.legalStatus], "The legal status differs from that of the episode which was open last year.",
    fix: "Correct LS, or ask that last year's be amended.",
    reads: [.in(.episodes, .start), .lastYear(.episodes, .start, .end, .legalStatus)]
  ) { e in
    guard let open = e.openLastYear else { return false }
    return e.legalStatus.differs(from: open.legalStatus)
  },
  .episode(
    "503C", [.need], "The category of need differs from that of the episode which was open last year.",
    fix: "Correct CIN, or ask that last year's be amended.",
    reads: [.in(.episodes, .start), .lastYear(.episodes, .start, .end, .need)]
  ) { e in
    guard let open = e.openLastYear else { return false }
    return e.need.differs(from: open.need)
  },
  .episode(
    "503D", [.placement], "The type of placement differs from that of the episode which was open last year.",
    fix: "Correct PLACE, or ask that last year's be amended.",
    reads: [.in(.episodes, .start), .lastYear(.episodes, .start, .end, .placement)]
  ) { e in
    guard let open = e.openLastYear else { return false }
    return e.placement.differs(from: open.placement) && !e.isRecodedPlacement(of: open)
  },
  .episode(
    "503E", [.provider], "The provider differs from that of the episode which was open last year.",
    fix: "Correct PLACE_PROVIDER, or ask that last year's be amended.",
    reads: [.in(.episodes, .start), .lastYear(.episodes, .start, .end, .provider)]
  ) { e in
    guard let open = e.openLastYear else { return false }
    return e.provider.differs(from: open.provider)
  },
  .episode(
    "503F", [.urn], "The Ofsted number differs from that of the episode which was open last year.",
    fix: "Correct URN, or ask that last year's be amended.",
    reads: [.in(.episodes, .start), .lastYear(.episodes, .start, .end, .urn)]
  ) { e in
    guard let open = e.openLastYear else { return false }
    return e.urn.differs(from: open.urn)
  },
  .episode(
    "562", [.start], "The child's first episode began before the year and is not the last of last year's return.",
    fix: "Correct DECOM, or ask that last year's be amended.",
    reads: [.in(.episodes, .start), .lastYear(.episodes, .start)]
  ) { e in
    guard e.start < e.collection.start, e.isFirst else { return false }
    return e.child.latestLastYear?.start.differs(from: e.start) ?? true
  },
  .header(
    "624", [.firstChildBorn], "The date of birth of the child's first child differs from last year's.",
    fix: "Correct MC_DOB, or ask that last year's be amended.", reads: [.lastYear(.headers, .firstChildBorn)]
  ) { h in
    h.lastYear.contains { $0.firstChildBorn.isPresent && h.firstChildBorn.differs(from: $0.firstChildBorn) }
  },
  .header(
    "626", [.mother, .firstChildBorn],
    "The child of the mother was born before the year, and last year's return says that she was no mother.",
    fix: "Correct MOTHER or MC_DOB, or ask that last year's be amended.", reads: [.lastYear(.headers, .mother)]
  ) { h in
    h.mother == .yes && h.firstChildBorn < h.collection.start && h.lastYear.contains { $0.mother == .no }
  },
  .oc3(
    "1002", [.inTouch, .activity, .accommodation],
    "A care leaver has no episode in this year's return or in last year's.",
    fix: "Check that the child was looked after before, and CHILD.",
    reads: [.in(.episodes, .child), .lastYear(.episodes, .child)]
  ) { o in
    o.child.episodes.isEmpty && o.child.lastYear?.episodes.isEmpty == true
  },
  .episode(
    "NoE", [.start], "The episode began before the year and last year's return has no episode of the child.",
    fix: "Correct DECOM, or ask that last year's be amended.", reads: [.lastYear(.episodes, .child)]
  ) { e in
    e.start < e.collection.start && e.child.lastYear?.episodes.isEmpty == true
  },
]

/// What tells whether a child was unaccompanied this year and last, and when that ceased.
private let unaccompaniedInBothYears: [Reading] = [
  .in(.headers, .unaccompanied), .in(.uascs, .child, .statusCeased), .lastYear(.headers, .unaccompanied),
  .lastYear(.uascs, .child, .statusCeased),
]
