// Where placements lie, worked out from their postcodes.
import KithReturns
import KithTables

let placementLocationRules: [Rule<LookedAfterReturn>] =
  ownAreaRules + placementPostcodeRules + placementDistanceRules + outsideEnglandRules + movedPlacementRules

/// The authority's own area.
private let ownAreaRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "1015", [.placementAuthority], "The authority's own provision lies in another authority's area.",
    fix: "Correct PL_POST or PLACE_PROVIDER.", years: .until(2025),
    reads: [.in(.episodes, .provider, .placement, .legalStatus)], needs: [.postcodes, .authority]
  ) { e in
    e.isOwnProvisionElsewhere(exempt: CodeGroup.adoptive.union(.fostering))
  },
  .episode(
    "1015", [.placementAuthority], "The authority's own provision lies in another authority's area.",
    fix: "Correct PL_POST or PLACE_PROVIDER.", years: .since(2026),
    reads: [.in(.episodes, .provider, .placement, .legalStatus)], needs: [.postcodes, .authority]
  ) { e in
    e.isOwnProvisionElsewhere(exempt: CodeGroup.adoptive.union(.fostering).union([.k3]))
  },
  .episode(
    "411", [.placementLocation],
    "The placement is recorded as inside the authority's area, and its postcode lies in another's.",
    fix: "Correct PL_LOCATION or PL_POST.", reads: [.in(.episodes, .placementAuthority)],
    needs: [.postcodes, .authority]
  ) { e in
    e.placementLocation == .inside && e.placementAuthority.differs(from: e.collection.ownAuthority)
  },
]

/// Postcodes that say where a placement lies, or do not.
private let placementPostcodeRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "169", [.placementAuthority], "The authority in whose area the placement lies cannot be told from its postcode.",
    fix: "Give the placement's full postcode in PL_POST.", reads: [.in(.episodes, .legalStatus)], needs: [.postcodes]
  ) { e in
    e.placementAuthority.isMissing && !e.isShortBreak
  },
  .episode(
    "179", [.placementLocation],
    "Whether the placement lies in the authority's own area cannot be told from its postcode.",
    fix: "Give the placement's full postcode in PL_POST.", reads: [.in(.episodes, .legalStatus)],
    needs: [.postcodes]
  ) { e in
    e.placementLocation.isMissing && !e.isShortBreak
  },
  .episode(
    "392c", [.homePostcode, .placementPostcode], "The home's or the placement's postcode does not exist.",
    fix: "Correct HOME_POST or PL_POST.", needs: [.postcodeFile]
  ) { e in
    [e.homePostcode, e.placementPostcode].contains { $0.isPresent && !e.collection.knows($0) }
  },
  .episode(
    "420", [.placementAuthority], "The place of a short break is given.",
    fix: "Take PL_POST out of episodes with legal status V3 or V4.", reads: [.in(.episodes, .legalStatus)],
    needs: [.postcodes]
  ) { e in
    e.isShortBreak && e.placementAuthority.isPresent
  },
]

/// The distance from home to placement.
private let placementDistanceRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "164", [.placementDistance], "The distance to the placement is below 0 or above 999.9 miles.",
    fix: "Correct HOME_POST or PL_POST.", reads: [.in(.episodes, .legalStatus)] + unaccompaniedReadings,
    needs: [.postcodes]
  ) { e in
    (e.placementDistance < 0.0 || e.placementDistance > 999.9) && !e.isShortBreak && !e.child.isOrWasUnaccompanied
  },
  .episode(
    "392a", [.placementDistance], "The distance to the placement cannot be worked out.",
    fix: "Give both postcodes in full, in HOME_POST and PL_POST.",
    reads: [.in(.episodes, .legalStatus)] + unaccompaniedReadings, needs: [.postcodes]
  ) { e in
    e.placementDistance.hasNoValue && !e.isShortBreak && !e.child.isOrWasUnaccompanied
  },
  .episode(
    "406", [.placementDistance],
    "The distance to the placement is given for a child who is or was an unaccompanied asylum-seeker.",
    fix: "Leave HOME_POST blank, or correct the table UASC.", reads: unaccompaniedReadings, needs: [.postcodes]
  ) { e in
    e.placementDistance.hasValue && e.child.isOrWasUnaccompanied
  },
  .episode(
    "454", [.placementDistance], "The placement is more than 350 miles from home.",
    fix: "Correct HOME_POST or PL_POST, or explain the distance.", severity: .query, years: .since(2026),
    reads: [
      .ifGiven(.headers, .child, .unaccompanied), .ifGiven(.uascs, .child),
      .lastYearIfGiven(.headers, .child, .unaccompanied), .lastYearIfGiven(.uascs, .child),
    ], needs: [.postcodes]
  ) { e in
    e.placementDistance > 350.0 && e.placementDistance != 999.9 && !e.child.isOrWasUnaccompanied
  },
]

/// What says whether a child is or was unaccompanied.
private let unaccompaniedReadings: [Reading] = [
  .in(.headers, .child, .unaccompanied), .ifGiven(.uascs, .child),
  .lastYearIfGiven(.headers, .child, .unaccompanied), .lastYearIfGiven(.uascs, .child),
]

/// Ofsted's numbers, which only placements in England have.
private let outsideEnglandRules: [Rule<LookedAfterReturn>] = [
  .missingURN(exempt: CodeGroup.withoutURN.union([.h5, .p2, .z1]), years: .until(2024)) {
    $0.placementAuthority.isPresent
  },
  .missingURN(exempt: CodeGroup.withoutURN.union([.z1]), years: .only(2025)) { $0.placementAuthority.isPresent },
  .missingURN(exempt: CodeGroup.withoutURN.union(.otherParts), years: .since(2026)) { _ in true },
  .episode(
    "230", [.placement, .end, .urn],
    "A placement in semi-independent accommodation after 28 October 2023 has no number of Ofsted's.",
    fix: "Give the URN, or correct PLACE.", years: .only(2024), reads: [.in(.episodes, .placementAuthority)],
    needs: [.postcodes]
  ) { e in
    e.placement == .h5 && !e.hasURN && (e.end >= .day(29, 10, 2023) || e.end.hasNoValue)
      && e.placementAuthority.isPresent && !e.isOutsideEngland
  },
  .episode(
    "243", [.urn], "A placement outside England has a number of Ofsted's.",
    fix: "Take the URN out, or correct PL_POST.", years: .since(2026), reads: [.in(.episodes, .placementAuthority)],
    needs: [.postcodes]
  ) { e in
    e.urn.isPresent && e.isOutsideEngland
  },
]

/// The placement at the start of the year beside that at the end of last year.
private let movedPlacementRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "452", [.placementAuthority],
    "The authority in whose area the placement lies differs from last year's, though the episode went on.",
    fix: "Correct PL_POST, or ask that last year's be amended.",
    reads: continuedReadings(.startReason, .placementAuthority),
    needs: [.postcodes]
  ) { e in
    guard let open = e.continued, open.end.isMissing, e.startReason.equals(open.startReason) else { return false }
    return e.placementAuthority.differs(from: open.placementAuthority)
  },
  .episode(
    "453", [.placementDistance], "The distance to the placement differs from last year's, though the episode went on.",
    fix: "Correct HOME_POST or PL_POST, or ask that last year's be amended.",
    reads: continuedReadings(.startReason, .placementDistance), needs: [.postcodes]
  ) { e in
    guard let open = e.continued, e.startReason.equals(open.startReason) else { return false }
    return e.placementDistance.isMoved(from: open.placementDistance)
  },
  .episode(
    "503G", [.placementDistance],
    "The distance to the placement differs from that of the episode which was open last year.",
    fix: "Correct HOME_POST or PL_POST, or ask that last year's be amended.",
    reads: continuedReadings(.placementDistance), needs: [.postcodes]
  ) { e in
    guard let open = e.continued else { return false }
    return e.placementDistance.isMoved(from: open.placementDistance)
  },
  .episode(
    "503H", [.placementAuthority],
    "The authority in whose area the placement lies differs from that of the episode which was open last year.",
    fix: "Correct PL_POST, or ask that last year's be amended.", reads: continuedReadings(.placementAuthority),
    needs: [.postcodes]
  ) { e in
    guard let open = e.continued else { return false }
    return e.placementAuthority.differs(from: open.placementAuthority)
  },
  .episode(
    "503J", [.placementLocation],
    "Whether the placement lies in the authority's own area differs from the episode which was open last year.",
    fix: "Correct PL_POST, or ask that last year's be amended.", reads: continuedReadings(.placementLocation),
    needs: [.postcodes]
  ) { e in
    guard let open = e.continued else { return false }
    return e.placementLocation.differs(from: open.placementLocation)
  },
]

/// What a rule on a continued episode consults: the fields that find it, and those compared.
private func continuedReadings(_ fields: Field...) -> [Reading] {
  let compared = fields.filter { $0 == .startReason }
  return [.in(.episodes, .start)] + compared.map { .in(.episodes, $0) } + [.lastYear(.episodes, .start, .end)]
    + fields.map { .lastYear(.episodes, $0) }
}

extension Episode {
  /// Whether the authority itself provides the placement, other than one of these types or a short break, and it lies
  /// elsewhere.
  fileprivate func isOwnProvisionElsewhere(exempt: CodeGroup<PlacementType>) -> Bool {
    provider == .pr1 && legalStatus.isNone(of: .shortBreaks) && placement.isNone(of: exempt)
      && placementAuthority.differs(from: collection.ownAuthority)
  }
}

extension CodeGroup<PlacementType> {
  /// Placements that Ofsted gives no number to, in every year: with parents, independent, in custody, hospital or the
  /// like, and temporary.
  static let withoutURN: Self = CodeGroup<PlacementType>.temporary.union([.p1, .p3, .r1, .r2, .r5])
}

extension Rule<LookedAfterReturn> {
  /// A version of rule 218, which asks for a number of Ofsted's unless the placement is one of the exempt or outside
  /// England.
  fileprivate static func missingURN(
    exempt: CodeGroup<PlacementType>, years: YearSpan, where isAsked: @escaping @Sendable (Episode) -> Bool
  ) -> Rule<LookedAfterReturn> {
    .episode(
      "218", [.urn], "The placement in England has no number of Ofsted's.",
      fix: "Give the URN, or XXXXXXX where Ofsted gives none.", years: years,
      reads: [.in(.episodes, .placement, .end, .legalStatus, .placementAuthority)], needs: [.postcodes]
    ) { e in
      e.urn.isMissing && !e.isShortBreak && e.placement.isMissingOrNone(of: exempt) && isAsked(e)
        && (e.end >= e.collection.start || e.end.isMissing) && !e.isOutsideEngland
    }
  }
}
