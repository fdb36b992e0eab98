// Where a placement is: Ofsted numbers and postcodes.
import KithReturns
import KithTables

let placementLocationRules: [Rule<LookedAfterReturn>] = [
  needlessURNRule(.until(2023), codes: .unregistered.union([.h5, .p2]).union(.temporaryOrFormerOther)),
  needlessURNRule(.only(2024), codes: .unregistered.union([.p2]).union(.temporaryOrFormerOther)),
  needlessURNRule(.only(2025), codes: .unregistered.union(.temporaryOrFormerOther)),
  needlessURNRule(.since(2026), codes: .unregistered.union(.temporaryOrOther)),
  .episode(
    "242", [.urn], "The Ofsted number is XXXXXXX, and the child is neither fostered nor placed for adoption.",
    fix: "Write the number of the provider in URN, or correct PLACE.", years: .since(2026),
    reads: [.in(.episodes, .placement)]
  ) { e in
    e.placement.isMissingOrNone(of: .familyBased) && e.hasAnonymousURN
  },
  .episode(
    "392b", [.homePostcode, .placementPostcode], "The postcode of the home or of the placement is missing.",
    fix: "Write HOME_POST and PL_POST; only short breaks and unaccompanied asylum-seeking children may lack them.",
    reads: [
      .in(.episodes, .legalStatus), .ifGiven(.headers, .child, .unaccompanied),
      .ifGiven(.uascs, .child, .sex, .dateOfBirth, .statusCeased),
      .lastYearIfGiven(.headers, .child, .unaccompanied),
      .lastYearIfGiven(.uascs, .child, .sex, .dateOfBirth, .statusCeased),
    ]
  ) { e in
    (e.homePostcode.isMissing || e.placementPostcode.isMissing) && e.legalStatus.isMissingOrNone(of: .shortBreaks)
      && !e.child.isOrWasUnaccompanied
  },
  .episode(
    "392d", [.homePostcode, .placementPostcode, .placement],
    "Home and placement have one postcode, and the child is not placed with the parents.",
    fix: "Correct HOME_POST, PL_POST or PLACE."
  ) { e in
    e.placement.isMissingOrNot(.p1) && e.isPlacedAtHomePostcode
  },
]

/// Rule 222 in the years in which placements of these types have no Ofsted number.
private func needlessURNRule(_ years: YearSpan, codes: CodeGroup<PlacementType>) -> Rule<LookedAfterReturn> {
  .episode(
    "222", [.urn], "An Ofsted number is given for a placement that Ofsted does not register.",
    fix: "Leave URN blank, or correct PLACE.", years: years, reads: [.in(.episodes, .placement)]
  ) { e in
    e.urn.isPresent && e.placement.isOne(of: codes) && !e.hasAnonymousURN
  }
}
