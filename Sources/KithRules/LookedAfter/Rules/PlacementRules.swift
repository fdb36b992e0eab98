// Types of placement: by age, by length, with the legal status, at the start and at the end of care.
import KithReturns
import KithTables

let placementRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "217", [.placement, .start, .startReason],
    "An adoptive placement with the current carers begins with another reason than S, T or U.",
    fix: "Write S, T or U in RNE, or correct PLACE."
  ) { e in
    e.placement.isOne(of: [.a3, .a5]) && e.start >= .day(1, 4, 2015) && e.startReason.isMissingOrNone(of: [.s, .t, .u])
  },
  .episode(
    "217t", [.placement, .end], "Independent living is recorded after 28 October 2023, when the code ended.",
    fix: "End the episode by that day and write another code in PLACE from then on.", years: .only(2024)
  ) { e in
    e.placement == .p2 && (e.end > .day(28, 10, 2023) || e.end.hasNoValue)
  },
  .episode(
    "370", [.start, .placement], "The child was under 15 when independent living began.",
    fix: "Correct PLACE, DECOM or DOB.", years: .until(2023), reads: [.in(.headers, .dateOfBirth)]
  ) { e in
    e.placement == .p2 && e.startsBefore(age: 15)
  },
  .episode(
    "370", [.start, .placement], "The child was under 16 when independent living began.",
    fix: "Correct PLACE, DECOM or DOB.", years: .only(2024), reads: [.in(.headers, .dateOfBirth)]
  ) { e in
    e.placement == .p2 && e.startsBefore(age: 16)
  },
  .episode(
    "371", [.start, .placement], "The child was under 14 when semi-independent living began.",
    fix: "Correct PLACE, DECOM or DOB.", years: .until(2023), reads: [.in(.headers, .dateOfBirth)]
  ) { e in
    e.placement == .h5 && e.startsBefore(age: 14)
  },
  .episode(
    "371", [.start, .placement], "The child was under 16 when semi-independent living began.",
    fix: "Correct PLACE, DECOM or DOB.", years: .only(2024), reads: [.in(.headers, .dateOfBirth)]
  ) { e in
    e.placement == .h5 && e.startsBefore(age: 16)
  },
  .episode(
    "371", [.start, .placement], "The child was under 16 when supported accommodation began.",
    fix: "Correct PLACE, DECOM or DOB.", years: .since(2025), reads: [.in(.headers, .dateOfBirth)]
  ) { e in
    e.placement == .k3 && e.startsBefore(age: 16)
  },
  .episode(
    "372", [.start, .placement], "The child was under 10 when placed in a young offender institution or prison.",
    fix: "Correct PLACE, DECOM or DOB.", reads: [.in(.headers, .dateOfBirth)]
  ) { e in
    e.placement == .r5 && e.startsBefore(age: 10)
  },
  .episode(
    "373", [.start, .placement], "The child was under 4 when placed in a residential school.",
    fix: "Correct PLACE, DECOM or DOB.", reads: [.in(.headers, .dateOfBirth)]
  ) { e in
    e.placement == .s1 && e.startsBefore(age: 4)
  },
  .episode(
    "374", [.start, .placement], "The child was under 14 when placed in residential employment.",
    fix: "Correct PLACE, DECOM or DOB.", reads: [.in(.headers, .dateOfBirth)]
  ) { e in
    e.placement == .p3 && e.startsBefore(age: 14)
  },
  .episode(
    "375", [.start, .placement], "A temporary stay in hospital lasts longer than six weeks.",
    fix: "Write R2 in PLACE for a longer stay, or correct DECOM or DEC.", reads: [.in(.episodes, .end)]
  ) { e in
    e.placement == .t1 && e.lasts(overDays: 42)
  },
  .episode(
    "376", [.start, .placement], "Cover for a carer's holiday lasts longer than three weeks.",
    fix: "Write the type of the placement in PLACE for a longer stay, or correct DECOM or DEC.",
    reads: [.in(.episodes, .end)]
  ) { e in
    e.placement == .t3 && e.lasts(overDays: 21)
  },
  .episode(
    "377", [.placement], "The child had more than two placements to cover a carer's holiday in twelve months.",
    fix: "Write the type of the placement in PLACE from the third on.",
    reads: [.in(.episodes, .start, .end), .lastYearIfGiven(.episodes, .placement, .start, .end)]
  ) { e in
    e.isOneOfManyHolidayCovers
  },
  .episode(
    "378", [.placement, .legalStatus], "The child is accommodated by agreement and placed with the parents.",
    fix: "Correct PLACE or LS; a child at home with the parents by agreement is not looked after."
  ) { e in
    e.placement == .p1 && e.legalStatus == .v2
  },
  .episode(
    "379", [.start, .placement], "A temporary move without a stated kind lasts longer than seven days.",
    fix: "Write the type of the placement in PLACE for a longer stay, or correct DECOM or DEC.",
    reads: [.in(.episodes, .end)]
  ) { e in
    e.placement == .t4 && e.lasts(overDays: 7)
  },
  .episode(
    "380", [.placement, .startReason], "A temporary move does not begin with a change of placement and carers.",
    fix: "Write P or B in RNE; where care starts, write the type of the first placement in PLACE."
  ) { e in
    e.isTemporaryMove && e.startReason.isMissingOrNone(of: [.p, .b])
  },
  .episode(
    "381", [.placement, .endReason], "The child left care from a temporary move.",
    fix: "Record the return to the usual placement, or write X1 in REC."
  ) { e in
    e.isTemporaryMove && e.endReason != .x1
  },
  .episode(
    "383", [.placement, .startReason],
    "The child did not go back to the former type of placement after a temporary move.",
    fix: "Correct PLACE or RNE; after a temporary move both placements are the same and RNE is P.",
    years: .until(2025), reads: [.in(.episodes, .start)]
  ) { e in
    guard let moved = e.previous, moved.isTemporaryMove, let before = moved.previous else { return false }
    return e.startReason.isMissingOrNot(.p) || e.placement.isMissing || e.placement.differs(from: before.placement)
  },
  .episode(
    "383", [.placement, .startReason, .placementPostcode],
    "The child did not go back to the former placement after a temporary move.",
    fix: "Correct PLACE, RNE or PL_POST; after a temporary move both placements are the same and RNE is P.",
    years: .since(2026), reads: [.in(.episodes, .start)]
  ) { e in
    guard let moved = e.previous, moved.isTemporaryMove, let before = moved.previous else { return false }
    return e.startReason.isMissingOrNot(.p) || e.placement.isMissing || e.placement.differs(from: before.placement)
      || e.placementPostcode.isMissing || e.placementPostcode.differs(from: before.placementPostcode)
  },
  .episode(
    "390", [.placement, .endReason], "The child was adopted from a placement that is not an adoptive one.",
    fix: "Write A3 to A6 in PLACE, or correct REC."
  ) { e in
    e.endReason.isOne(of: .adopted) && e.placement.isMissingOrNone(of: .adoptive)
  },
  .episode(
    "408", [.placement, .legalStatus], "The child is placed under a placement order and the legal status is another.",
    fix: "Write E1 in LS, or A3 or A4 in PLACE for a placement by consent."
  ) { e in
    e.placement.isOne(of: [.a5, .a6]) && e.legalStatus.isMissingOrNot(.e1)
  },
  .episode(
    "516", [.endReason, .placement],
    "Special guardianship went to a former foster carer, and the child was not in foster care.",
    fix: "Correct REC or PLACE."
  ) { e in
    e.endReason.isOne(of: [.e45, .e46]) && e.placement.isMissingOrNone(of: .fostering)
  },
]
