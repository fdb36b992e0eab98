// Care leavers (OC3).
import KithReturns
import KithTables

let careLeaverRules: [Rule<LookedAfterReturn>] = [
  .oc3(
    "131", [.inTouch], "Whether the authority is in touch is blank or is not one of the codes.",
    fix: "Write YES, NO, DIED, REFU, NREQ or RHOM in IN_TOUCH."
  ) { o in
    o.inTouch.isMissingOrNone(of: .all)
  },
  .oc3(
    "132", [.activity], "The activity is blank or is not one of the codes.",
    fix: "Write a code of the guidance in ACTIV; 0 where it is not known."
  ) { o in
    o.activity.isMissingOrNone(of: .all)
  },
  .oc3(
    "133", [.accommodation], "The accommodation is blank or is not one of the codes.",
    fix: "Write a code of the guidance in ACCOM; 0 where it is not known."
  ) { o in
    o.accommodation.isMissingOrNone(of: .all)
  },
  .ad1(
    "134", AD1.items, with: OC3.items, "The child has both an adoption and a care leaver's data.",
    fix: "Take out the items of AD1 or those of OC3."
  ) { (a: AD1, o: OC3) in
    a.saysAnything && o.saysAnything
  },
  .oc3(
    "153", OC3.items, "Some of the items on the care leaver are there and others are not.",
    fix: "Give all three items, or leave the row out."
  ) { o in
    o.saysAnything && o.lacksAnItem
  },
  .oc3(
    "215", OC3.items, with: OC2.yesNoItems, "The child has both a care leaver's data and outcomes of a year in care.",
    fix: "Take out the items of OC2 or those of OC3."
  ) { (o: OC3, outcomes: OC2) in
    o.saysAnything && outcomes.hasYesNoItem
  },
  .oc3(
    "344", OC3.items, "The young person died or went home, and an activity or accommodation is given.",
    fix: "Write 0 in ACTIV and ACCOM, or correct IN_TOUCH."
  ) { o in
    o.inTouch.isOne(of: [.died, .rhom])
      && (o.activity.isMissingOrNot(.none) || o.accommodation.isMissingOrNot(.none))
  },
  .oc3(
    "345", OC3.items, "The authority is in touch, and the activity or accommodation is not known.",
    fix: "Give ACTIV and ACCOM, or correct IN_TOUCH."
  ) { o in
    o.inTouch == .yes && (o.activity == .none || o.accommodation == .none)
  },
  .oc3(
    "347", [.accommodation, .dateOfBirth], "The young person lives in a foyer and was under 18 when the year began.",
    fix: "Correct ACCOM or DOB.", years: .since(2024)
  ) { o in
    o.accommodation.isOne(of: [.t1, .t2]) && o.dateOfBirth.adding(years: 18) > o.collection.start
  },
  .oc3(
    "348", [.inTouch], "Last year's return says that the young person died.",
    fix: "Leave the row out or write DIED in IN_TOUCH, or ask that last year's be amended.", years: .since(2026),
    reads: [.lastYear(.oc3s, .inTouch)]
  ) { o in
    o.inTouch.isMissingOrNot(.died) && o.child.lastYear?.oc3s.contains { $0.inTouch == .died } == true
  },
  .oc3(
    "391", [.dateOfBirth] + OC3.items, "The young person is under 17 when the year ends.",
    fix: "Take the care leaver's data out, or correct DOB."
  ) { o in
    o.saysAnything && o.dateOfBirth.adding(years: 17) > o.collection.end
  },
  .oc3(
    "1000", OC3.items, "The child died in care, and has a care leaver's data.",
    fix: "Take the care leaver's data out, or correct REC of the last episode.",
    reads: [.in(.episodes, .endReason), .lastYearIfGiven(.episodes, .endReason)]
  ) { o in
    o.saysAnything
      && (o.child.episodes.contains { $0.endReason == .e2 }
        || o.child.lastYear?.episodes.contains { $0.endReason == .e2 } == true)
  },
  .oc3(
    "1001", OC3.items,
    "The young person was not in care for 91 days from 14 on and past 16, or was adopted.",
    fix: "Take the care leaver's data out, or correct the episodes.",
    reads: [
      .in(.headers, .dateOfBirth), .in(.episodes, .start, .end, .endReason, .legalStatus),
      .lastYear(.episodes, .start, .end, .endReason, .legalStatus),
    ]
  ) { o in
    guard let last = o.child.episodesOfBothYears.last else { return false }
    if last.endReason.isOne(of: .adopted) { return true }
    let born = o.child.dateOfBirth
    return born.adding(years: 20) > o.collection.end
      && (o.child.daysLookedAfter(since: born.adding(years: 14)) < 91
        || o.child.daysLookedAfter(since: born.adding(years: 16)) < 1)
  },
  .oc3(
    "1007", OC3.items, "The young person was still in care on the last birthday, the 17th or 18th.",
    fix: "Take the care leaver's data out, or correct the episodes.",
    reads: [.in(.oc3s, .dateOfBirth), .in(.episodes, .start, .end)]
  ) { o in
    guard o.saysAnything else { return false }
    let birthday = o.lastBirthdayAt17Or18
    return o.child.episodes.contains { $0.start <= birthday && ($0.end > birthday || $0.end.hasNoValue) }
  },
  .oc3(
    "1010", OC3.items, "The child was still looked after at the end of last year and has no episode this year.",
    fix: "Add the episode that was open, with its end, or take the care leaver's data out.",
    reads: [.in(.episodes, .child), .lastYear(.episodes, .start, .end)]
  ) { o in
    o.child.episodes.isEmpty && o.child.openLastYear?.end.isMissing == true
  },
  .oc3(
    "1011", OC3.items, "The child went to another authority, and has a care leaver's data.",
    fix: "Take the care leaver's data out, or correct REC of the last episode.",
    reads: [.in(.episodes, .start, .endReason)]
  ) { o in
    guard o.saysAnything, let last = o.child.lastEpisode() else { return false }
    return last.endReason == .e3
  },
  .oc3(
    "1014", OC3.items, with: [.child],
    "A care leaver who was not looked after in the year has data as an unaccompanied asylum-seeking child.",
    fix: "Take the row of UASC out, or correct the episodes.", reads: [.in(.episodes, .start, .end)]
  ) { (o: OC3, u: UASC) in
    o.saysAnything && u.isOfUnaccompanied
      && !o.child.episodes.contains { $0.overlaps(o.collection.start, o.collection.end) }
  },
  .oc3(
    "1016", OC3.items, "The young person left care on or after the last birthday, the 17th or 18th.",
    fix: "Take the care leaver's data out, or correct the episodes.", years: .since(2024),
    reads: [.in(.oc3s, .dateOfBirth), .in(.episodes, .end)]
  ) { o in
    guard o.saysAnything else { return false }
    let birthday = o.lastBirthdayAt17Or18
    return o.child.episodes.contains { $0.end >= birthday }
  },
  .oc3(
    "3001", [.accommodation], "The young person turned 17 in the year, and lives with former foster carers.",
    fix: "Correct ACCOM: a child of 17 cannot yet be staying put.", reads: [.in(.headers, .dateOfBirth)]
  ) { o in
    guard o.accommodation.isOne(of: [.z1, .z2]) else { return false }
    return o.child.headers.contains { h in
      let birthday = h.dateOfBirth.adding(years: 17)
      return birthday >= o.collection.start && birthday <= o.collection.end
    }
  },
]

extension OC2 {
  /// The items that are answered yes or no.
  fileprivate static let yesNoItems: [Field] = [
    .convicted, .healthCheck, .immunisations, .dentalCheck, .healthAssessment, .substanceMisuse,
    .interventionReceived, .interventionOffered,
  ]

  /// Whether the row answers an item yes or no.
  fileprivate var hasYesNoItem: Bool {
    convicted.isPresent || healthCheck.isPresent || immunisations.isPresent || dentalCheck.isPresent
      || healthAssessment.isPresent || substanceMisuse.isPresent || interventionReceived.isPresent
      || interventionOffered.isPresent
  }
}
