// Health, behaviour and convictions of children looked after for twelve months (OC2).
import KithReturns
import KithTables

/// What decides whether a child was looked after for twelve months.
private let twelveMonths: Reading = .in(.episodes, .start, .end, .startReason, .endReason, .legalStatus)

/// The items that every child looked after for twelve months needs.
private let coreItems: [Field] = [.immunisations, .dentalCheck, .healthAssessment, .substanceMisuse]

/// The items that only some of those children need.
private let furtherItems: [Field] = [.convicted, .healthCheck, .interventionReceived, .interventionOffered]

let outcomeRules: [Rule<LookedAfterReturn>] = [
  .oc2(
    "157", [.sdqReason, .dateOfBirth],
    "The child is of the age for the questionnaire, and the reason for no score is age.",
    fix: "Give SDQ_SCORE, write another reason than SDQ1, or correct DOB.",
    reads: [.in(.oc2s, .sdqScore), twelveMonths]
  ) { o in
    o.sdqReason == .sdq1 && o.sdqScore.isMissing && o.isOfSDQAge && o.child.isLookedAfterThroughout
  },
  .oc2(
    "158", [.interventionReceived, .interventionOffered],
    "An intervention was received, so whether one was offered should be blank.",
    fix: "Take INTERVENTION_OFFERED out, or correct INTERVENTION_RECEIVED."
  ) { o in
    o.interventionReceived == .yes && o.interventionOffered.isPresent
  },
  .oc2(
    "159", [.substanceMisuse, .interventionReceived, .interventionOffered],
    "The child misused substances and received no intervention; whether one was offered is blank.",
    fix: "Write 1 or 0 in INTERVENTION_OFFERED."
  ) { o in
    o.substanceMisuse == .yes && o.interventionReceived == .no && o.interventionOffered.isMissing
  },
  .oc2(
    "180", [.sdqScore], "The SDQ score is not a whole number from 0 to 40.", fix: "Write a whole number from 0 to 40."
  ) { o in
    guard let score = o.sdqScore.value else { return o.sdqScore.isUnreadable }
    return score < 0 || score > 40 || score != score.rounded()
  },
  .oc2(
    "181", [.convicted, .healthCheck] + coreItems + [.interventionReceived, .interventionOffered],
    "One of the yes-or-no items is neither 1 nor 0.", fix: "Write 1 for yes and 0 for no."
  ) { o in
    o.convicted.isUnknown || o.healthCheck.isUnknown || o.immunisations.isUnknown || o.dentalCheck.isUnknown
      || o.healthAssessment.isUnknown || o.substanceMisuse.isUnknown || o.interventionReceived.isUnknown
      || o.interventionOffered.isUnknown
  },
  .oc2(
    "182", coreItems + furtherItems, "Some outcomes are given, and one that every child needs is blank.",
    fix: "Fill in IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT and SUBSTANCE_MISUSE."
  ) { o in
    o.lacksCoreItem && o.hasFurtherItem
  },
  .oc2(
    "185", [.sdqScore], "There is an SDQ score, and the child was not looked after for twelve months.",
    fix: "Take the score out, or correct the episodes.", reads: [twelveMonths]
  ) { o in
    o.sdqScore.isPresent && !o.child.isLookedAfterThroughout
  },
  .oc2(
    "186", [.sdqScore], "The child is of the age for the questionnaire and has neither a score nor a reason for none.",
    fix: "Give SDQ_SCORE or SDQ_REASON.", reads: [.in(.oc2s, .sdqReason, .dateOfBirth), twelveMonths]
  ) { o in
    o.sdqScore.isMissing && o.sdqReason.isMissing && o.isOfSDQAge && o.child.isLookedAfterThroughout
  },
  Rule(
    "187", "The child was looked after for twelve months and is given as adopted or as a care leaver.",
    fix: "Take the adoption or care leaver's items out, or correct the episodes.", reads: [twelveMonths],
    parts: [
      .oc3([.inTouch, .activity, .accommodation]) { o in
        (o.inTouch.isPresent || o.activity.isPresent || o.accommodation.isPresent) && o.child.isLookedAfterThroughout
      },
      .ad1([
        .adoptionDecided, .matched, .adoptedByFosterCarer, .numberOfAdopters, .sexOfAdopters, .adoptersStatus,
      ]) { a in
        (a.decided.isPresent || a.matched.isPresent || a.adoptedByFosterCarer.isPresent
          || a.numberOfAdopters.isPresent || a.sexOfAdopters.isPresent || a.adoptersStatus.isPresent)
          && a.child.isLookedAfterThroughout
      },
    ]),
  .oc2(
    "188", [.dateOfBirth, .sdqScore, .sdqReason], "The child is under 4 and has an SDQ score or a reason for none.",
    fix: "Take SDQ_SCORE and SDQ_REASON out, or correct DOB."
  ) { o in
    o.hasSDQ && o.dateOfBirth.adding(years: 4) > o.collection.end
  },
  .oc2(
    "189", [.dateOfBirth, .sdqScore, .sdqReason],
    "The child was 17 before the year began and has an SDQ score or a reason for none.",
    fix: "Take SDQ_SCORE and SDQ_REASON out, or correct DOB."
  ) { o in
    o.hasSDQ && o.dateOfBirth.adding(years: 17) < o.collection.start
  },
  .oc2(
    "190", furtherItems + coreItems, "Outcomes are given, and the child was not looked after for twelve months.",
    fix: "Take the outcomes out, or correct the episodes.", reads: [twelveMonths]
  ) { o in
    (o.hasCoreItem || o.hasFurtherItem) && !o.child.isLookedAfterThroughout
  },
  Rule(
    "191", "The child was looked after for twelve months, and outcomes that every child needs are blank.",
    fix: "Fill in IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT and SUBSTANCE_MISUSE, or add the child to OC2.",
    reads: [twelveMonths, .in(.oc2s, .child)],
    parts: [
      .oc2(coreItems) { o in o.lacksCoreItem && o.child.isLookedAfterThroughout },
      .episode([.child]) { e in e.isFirst && e.child.oc2s.isEmpty && e.child.isLookedAfterThroughout },
    ]),
  .oc2(
    "192", [.substanceMisuse, .interventionReceived],
    "The child misused substances; whether an intervention was received is blank.",
    fix: "Write 1 or 0 in INTERVENTION_RECEIVED."
  ) { o in
    o.substanceMisuse == .yes && o.interventionReceived.isMissing
  },
  .oc2(
    "193", [.substanceMisuse, .interventionReceived, .interventionOffered],
    "An intervention is given, and the child is not given as misusing substances.",
    fix: "Take the intervention out, or write 1 in SUBSTANCE_MISUSE."
  ) { o in
    (o.substanceMisuse.isMissing || o.substanceMisuse == .no)
      && (o.interventionReceived.isPresent || o.interventionOffered.isPresent)
  },
  .oc2(
    "196", [.sdqReason], "The reason for no SDQ score is not one of the codes.",
    fix: "Write SDQ1 to SDQ5 in SDQ_REASON."
  ) { o in
    o.sdqReason.isNone(of: .all)
  },
  .oc2(
    "197a", [.sdqScore, .sdqReason], "There is an SDQ score and a reason for none.",
    fix: "Leave SDQ_SCORE or SDQ_REASON."
  ) { o in
    o.sdqScore.isPresent && o.sdqReason.isPresent
  },
  .oc2(
    "197B", [.sdqReason, .dateOfBirth],
    "The child turned 4 or 17 in the year and has neither an SDQ score nor a reason for none.",
    fix: "Give SDQ_SCORE or SDQ_REASON, or correct DOB.", reads: [.in(.oc2s, .sdqScore), twelveMonths]
  ) { o in
    o.sdqScore.isMissing && o.sdqReason.isMissing && (o.turns(4) || o.turns(17)) && o.child.isLookedAfterThroughout
  },
  .oc2(
    "198", [.sdqReason], "There is a reason for no SDQ score, and the child was not looked after for twelve months.",
    fix: "Take the reason out, or correct the episodes.", reads: [twelveMonths]
  ) { o in
    o.sdqReason.isPresent && !o.child.isLookedAfterThroughout
  },
  .oc2(
    "542", [.convicted], "The child is under 10, and convictions are given.",
    fix: "Take CONVICTED out, or correct DOB.", reads: [.in(.oc2s, .dateOfBirth)]
  ) { o in
    o.convicted.isPresent && o.dateOfBirth.adding(years: 10) > o.collection.end
  },
  .oc2(
    "543", [.dateOfBirth, .convicted], "The child is 10 or over, and convictions are blank.",
    fix: "Write 1 or 0 in CONVICTED, or correct DOB.", reads: [twelveMonths]
  ) { o in
    o.convicted.isMissing && o.dateOfBirth.adding(years: 10) <= o.collection.end && o.child.isLookedAfterThroughout
  },
  .oc2(
    "544", [.convicted] + coreItems, "Convictions are given, and an outcome that every child needs is blank.",
    fix: "Fill in IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT and SUBSTANCE_MISUSE."
  ) { o in
    o.convicted.isPresent && o.lacksCoreItem
  },
  .oc2(
    "545", [.dateOfBirth, .healthCheck], "The child is under 5, and development checks are blank.",
    fix: "Write 1 or 0 in HEALTH_CHECK, or correct DOB.", reads: [twelveMonths]
  ) { o in
    o.healthCheck.isMissing && o.dateOfBirth.adding(years: 5) > o.collection.end && o.child.isLookedAfterThroughout
  },
  .oc2(
    "546", [.dateOfBirth, .healthCheck], "The child is 5 or over, and development checks are given.",
    fix: "Take HEALTH_CHECK out, or correct DOB.", reads: [twelveMonths]
  ) { o in
    o.healthCheck.isPresent && o.dateOfBirth.adding(years: 5) <= o.collection.end && o.child.isLookedAfterThroughout
  },
  .oc2(
    "547", [.healthCheck] + coreItems, "Development checks are given, and an outcome that every child needs is blank.",
    fix: "Fill in IMMUNISATIONS, TEETH_CHECK, HEALTH_ASSESSMENT and SUBSTANCE_MISUSE."
  ) { o in
    o.healthCheck.isPresent && o.lacksCoreItem
  },
]
