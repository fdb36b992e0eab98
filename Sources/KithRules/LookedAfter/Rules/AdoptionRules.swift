// Children adopted in the year (AD1), and adoptive placements.
import KithReturns
import KithTables

let adoptionRules: [Rule<LookedAfterReturn>] = [
  .ad1(
    "112", [.adoptionDecided], "The day of the decision is not a date.", fix: "Write DATE_INT as dd/mm/yyyy."
  ) { a in
    a.decided.isUnreadable
  },
  .ad1("113", [.matched], "The day of the match is not a date.", fix: "Write DATE_MATCH as dd/mm/yyyy.") { a in
    a.matched.isUnreadable
  },
  .ad1(
    "114", [.adoptedByFosterCarer], "Whether the foster carer adopted the child is neither yes nor no.",
    fix: "Write 1 in FOSTER_CARE if the child's foster carer adopted the child, else 0."
  ) { a in
    a.adoptedByFosterCarer.isNone(of: .all)
  },
  .ad1(
    "151", AD1.items, "Some of the items on the adoption are there and others are not.",
    fix: "Give all six items, or none if the child was not adopted in the year."
  ) { a in
    a.saysAnything && a.lacksAnItem
  },
  .ad1(
    "175", [.numberOfAdopters], "The number of adopters is not one of the codes.", fix: "Write 1 or 2 in NB_ADOPTR."
  ) { a in
    a.numberOfAdopters.isNone(of: .all)
  },
  .ad1(
    "176", [.sexOfAdopters], "The sex of the adopters is not one of the codes.",
    fix: "Write M1, F1, MM, FF or MF in SEX_ADOPTR."
  ) { a in
    a.sexOfAdopters.isNone(of: .all)
  },
  .ad1(
    "177", [.adoptersStatus], "The legal status of the adopters is not one of the codes.",
    fix: "Write L0, L11, L12, L2, L3 or L4 in LS_ADOPTR."
  ) { a in
    a.adoptersStatus.isNone(of: .all)
  },
  .ad1(
    "331", [.matched], with: [.start, .endReason], "The child was matched after the adoptive placement began.",
    fix: "Correct DATE_MATCH, or DECOM of the last episode."
  ) { (a: AD1, e: Episode) in
    e.endReason.isOne(of: .adopted) && a.matched > e.start
  },
  .ad1(
    "333", [.adoptionDecided], "The child was matched before the decision, or there is no day of the decision.",
    fix: "Give DATE_INT, on or before DATE_MATCH.", reads: [.in(.ad1s, .matched)]
  ) { a in
    a.matched.hasValue && (a.decided.hasNoValue || a.decided > a.matched)
  },
  .ad1(
    "334", [.adoptionDecided], with: [.start, .startReason],
    "The decision on adoption is earlier than the child's last period of care.",
    fix: "Correct DATE_INT, or DECOM of the episode with which care started."
  ) { (a: AD1, e: Episode) in
    e.startReason == .s && a.decided < e.start && e.isSame(as: e.child.lastEpisode { $0.startReason == .s })
  },
  .ad1(
    "335", [.adoptedByFosterCarer], with: [.placement, .endReason],
    "Whether the foster carer adopted the child disagrees with the last placement.",
    fix: "Write 1 in FOSTER_CARE after A3 or A5 and 0 after A4 or A6, or correct PLACE."
  ) { (a: AD1, e: Episode) in
    guard e.endReason.isOne(of: .adopted) else { return false }
    return a.adoptedByFosterCarer == .no && e.placement.isOne(of: .withTheirFosterCarers)
      || a.adoptedByFosterCarer == .yes && e.placement.isOne(of: .withNewCarers)
  },
  .episode(
    "336", [.placement], "The foster carers are to adopt the child, and the placement before was no foster placement.",
    fix: "Correct PLACE: A4 or A6 where the child moved to new carers.", reads: [.in(.episodes, .start)]
  ) { e in
    guard e.placement.isOne(of: .withTheirFosterCarers), let previous = e.previous else { return false }
    return previous.placement.isMissingOrNone(of: .adoptive.union(.fostering))
  },
  .ad1(
    "511", [.numberOfAdopters, .sexOfAdopters], "There are two adopters, and the sex is that of one.",
    fix: "Correct NB_ADOPTR, or write MM, FF or MF in SEX_ADOPTR."
  ) { a in
    a.numberOfAdopters == .two && a.sexOfAdopters.isOne(of: [.m1, .f1])
  },
  .ad1(
    "514", [.adoptersStatus, .sexOfAdopters], "The adopter is single, and the sex is not that of one adopter.",
    fix: "Correct LS_ADOPTR, or write M1 or F1 in SEX_ADOPTR."
  ) { a in
    a.adoptersStatus == .l0 && a.sexOfAdopters.isMissingOrNone(of: [.m1, .f1])
  },
  .ad1(
    "517", [.adoptersStatus, .sexOfAdopters],
    "The adopters are an unmarried couple of different sexes, and the sex is not that of one.",
    fix: "Correct LS_ADOPTR, or write MF in SEX_ADOPTR."
  ) { a in
    a.adoptersStatus == .l3 && a.sexOfAdopters.isMissingOrNot(.mf)
  },
  .ad1(
    "518", [.adoptersStatus, .sexOfAdopters],
    "The adopters are an unmarried couple of the same sex, and the sex is not that of one.",
    fix: "Correct LS_ADOPTR, or write MM or FF in SEX_ADOPTR."
  ) { a in
    a.adoptersStatus == .l4 && a.sexOfAdopters.isMissingOrNone(of: .sameSexCouple)
  },
  .ad1(
    "519", [.adoptersStatus, .sexOfAdopters], "The adopters are civil partners, and the sex is not that of a couple.",
    fix: "Correct LS_ADOPTR, or write MM, FF or MF in SEX_ADOPTR."
  ) { a in
    a.adoptersStatus == .l2 && a.sexOfAdopters.isMissingOrNone(of: [.mm, .ff, .mf])
  },
  .ad1(
    "520", [.adoptersStatus, .sexOfAdopters],
    "The adopters are a married couple of different sexes, and the sex is not that of one.",
    fix: "Correct LS_ADOPTR, or write MF in SEX_ADOPTR."
  ) { a in
    a.adoptersStatus == .l11 && a.sexOfAdopters.isMissingOrNot(.mf)
  },
  .ad1(
    "521", [.adoptionDecided], with: [.placement, .start],
    "The decision that the child should be placed for adoption is later than the placement.",
    fix: "Correct DATE_INT, or DECOM of the adoptive placement."
  ) { (a: AD1, e: Episode) in
    e.placement.isOne(of: .adoptive) && a.decided > e.start
  },
  .ad1(
    "524", [.adoptersStatus, .sexOfAdopters],
    "The adopters are a married couple of the same sex, and the sex is not that of one.",
    fix: "Correct LS_ADOPTR, or write MM or FF in SEX_ADOPTR."
  ) { a in
    a.adoptersStatus == .l12 && a.sexOfAdopters.isMissingOrNone(of: .sameSexCouple)
  },
  .episode(
    "582", [.end, .endReason], with: [.matched], "The child was adopted on the day of the match.",
    fix: "Correct DEC, or DATE_MATCH."
  ) { (e: Episode, a: AD1) in
    e.endReason.isOne(of: .adopted) && e.end == a.matched
  },
  Rule(
    "601", "The child was adopted in the year, and AD1 does not say all about it.",
    fix: "Give the six items of AD1 for the child, or correct REC.",
    reads: [.in(.episodes, .end), .in(.ad1s, .child)],
    parts: [
      .episode([.endReason], with: AD1.items) { (e: Episode, a: AD1) in e.endsInAdoptionThisYear && a.lacksAnItem },
      .episode([.endReason]) { e in e.endsInAdoptionThisYear && e.child.ad1s.isEmpty },
    ]),
  .ad1(
    "602", AD1.items, "AD1 tells of an adoption, and no episode ends with one in the year.",
    fix: "Take the items out, or correct DEC and REC of the last episode.",
    reads: [.in(.episodes, .end, .endReason)]
  ) { a in
    a.saysAnything && !a.child.episodes.contains(where: \.endsInAdoptionThisYear)
  },
]

extension CodeGroup<SexOfAdopters> {
  /// A couple of one sex.
  fileprivate static let sameSexCouple: Self = [.mm, .ff]
}

extension CodeGroup<PlacementType> {
  /// Placed for adoption with the current foster carers.
  fileprivate static let withTheirFosterCarers: Self = [.a3, .a5]
  /// Placed for adoption with others than the current foster carers.
  fileprivate static let withNewCarers: Self = [.a4, .a6]
}
