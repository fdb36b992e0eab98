// Short breaks (respite): legal status V3 and V4.
import KithReturns
import KithTables

let respiteRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "214", [.placementPostcode, .urn], "A short break has a postcode or an Ofsted number of the placement.",
    fix: "Leave PL_POST and URN blank, or correct LS.", reads: [.in(.episodes, .legalStatus)]
  ) { e in
    e.isShortBreak && (e.placementPostcode.isPresent || e.urn.isPresent)
  },
  .episode(
    "365", [.legalStatus, .start, .end], "A short break lasts longer than 17 days.",
    fix: "Correct LS, DECOM or DEC; a longer stay is not a short break."
  ) { e in
    e.legalStatus == .v3 && e.endSoFar > e.start.adding(days: 17)
  },
  .episode(
    "366", [.startReason], "A short break does not begin a new period of care.",
    fix: "Write S in RNE, or correct LS.", reads: [.in(.episodes, .legalStatus)]
  ) { e in
    e.legalStatus == .v3 && e.startReason.isMissingOrNot(.s)
  },
  .episode(
    "367", [.legalStatus, .start, .end], "The child's short breaks last more than 75 days in twelve months.",
    fix: "Correct LS, DECOM or DEC of the breaks; more days than that are not short breaks.",
    reads: [.in(.episodes, .legalStatus, .start, .end), .lastYearIfGiven(.episodes, .legalStatus, .start, .end)]
  ) { e in
    e.legalStatus == .v3 && e.isInTwelveMonthsOfShortBreaks(over: 75)
  },
  .episode(
    "382", [.legalStatus, .placement], "A short break is recorded as a temporary move.",
    fix: "Write where the break was spent in PLACE, or correct LS."
  ) { e in
    e.isShortBreak && e.isTemporaryMove
  },
  .episode(
    "384", [.placement, .legalStatus], "A short break is recorded as long-term fostering.",
    fix: "Write another code for fostering in PLACE, or correct LS."
  ) { e in
    e.isShortBreak && e.placement.isOne(of: .longTermFostering)
  },
  .episode(
    "398", [.legalStatus, .homePostcode, .placementPostcode], "A short break has a postcode.",
    fix: "Leave HOME_POST and PL_POST blank, or correct LS."
  ) { e in
    e.isShortBreak && (e.homePostcode.isPresent || e.placementPostcode.isPresent)
  },
  Rule(
    "399", "The child had short breaks only, and a review or whether the child is a mother is recorded.",
    fix: "Leave MOTHER blank and take the reviews out, or correct LS.",
    reads: [
      .in(.episodes, .legalStatus), .ifGiven(.headers, .mother), .ifGiven(.reviews, .review, .participation),
    ],
    parts: [
      .header([.mother]) { h in
        (h.mother.isPresent || h.child.hasReviewData) && h.child.isInShortBreaksOnly
      },
      .episode([.legalStatus]) { e in
        e.isShortBreak && (e.child.hasReviewData || e.child.hasMotherhoodData) && e.child.isInShortBreaksOnly
      },
      .review([.review, .participation]) { r in
        (r.hasData || r.child.hasMotherhoodData) && r.child.isInShortBreaksOnly
      },
    ]),
  .episode(
    "426", [.legalStatus], "The child has short breaks recorded singly and as a series in one year.",
    fix: "Record every short break of the year in one way, V3 or V4."
  ) { e in
    e.legalStatus == .v3 && e.child.episodes.contains { $0.legalStatus == .v4 }
      || e.legalStatus == .v4 && e.child.episodes.contains { $0.legalStatus == .v3 }
  },
]

extension Review {
  /// Whether the row says when a review was or how the child took part.
  fileprivate var hasData: Bool { date.isPresent || participation.isPresent }
}

extension Child {
  fileprivate var hasReviewData: Bool { reviews.contains(where: \.hasData) }

  fileprivate var hasMotherhoodData: Bool { headers.contains(where: \.mother.isPresent) }
}
