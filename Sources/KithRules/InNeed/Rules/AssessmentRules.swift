// Assessments: their dates, the others of the same time in need, and what they found.
import KithReturns
import KithTables

let assessmentRules: [Rule<InNeedReturn>] = [
  .assessment(
    "1103", [.assessmentStart], inDetails: [.referred], "The assessment began before the referral.",
    fix: "Correct AssessmentActualStartDate or CINreferralDate."
  ) { (a: Assessment, d: CINDetails) in
    a.start < d.referred
  },
  .assessment(
    "8608", [.assessmentStart, .assessmentAuthorised], "The assessment was authorised before it began.",
    fix: "Correct AssessmentActualStartDate or AssessmentAuthorisationDate."
  ) { a in
    a.start > a.authorised
  },
  .assessment(
    "8670Q", [.assessmentAuthorised, .assessmentStart],
    "The assessment has been going on for more than 45 working days.",
    fix: "Give AssessmentAuthorisationDate if the assessment has ended.", severity: .query,
    reads: [], needs: [.bankHolidays]
  ) { a in
    a.authorised.isMissing && a.start < a.collection.workingDay(45, backFrom: a.collection.end)
  },
  .assessment(
    "8863Q", [.assessmentStart], inDetails: [.assessmentStart, .assessmentAuthorised],
    "The assessment began while another of the same time in need was going on.",
    fix: "Correct the dates of the assessments.", severity: .query
  ) { (a: Assessment, other: Assessment) in
    !a.isSame(as: other) && a.start >= other.start
      && (a.start <= other.authorised || other.authorised.isMissing && a.start <= a.collection.end)
  },
  .assessment(
    "8869", [.factors], "The assessment found no factors, and found some.",
    fix: "Leave out factor 21, or the others.", reads: [.in(.identifiedFactors, .factor)]
  ) { a in
    a.found(.factor21) && a.factors.contains { $0.factor != .factor21 }
  },
]
