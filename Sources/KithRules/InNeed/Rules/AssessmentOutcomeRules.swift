// What came of assessments: when they were authorised, and the factors that they found.
import KithReturns
import KithTables

let assessmentOutcomeRules: [Rule<InNeedReturn>] = [
  .assessment(
    "8696", [.assessmentAuthorised], "The assessment was not authorised in the collection year.",
    fix: "Correct AssessmentAuthorisationDate."
  ) { a in
    a.collection.isOutsideYear(a.authorised)
  },
  .assessment(
    "8736", [.assessmentAuthorised, .assessmentStart],
    "The assessment has not ended, and its start is blank or is not in the collection year.",
    fix: "Correct AssessmentActualStartDate, or give AssessmentAuthorisationDate."
  ) { a in
    a.authorised.isMissing && (a.start.hasNoValue || a.collection.isOutsideYear(a.start))
  },
  .assessment(
    "8896", [.assessmentAuthorised], "Another assessment of the same time in need has not ended either.",
    fix: "Give AssessmentAuthorisationDate of the assessment that has ended.",
    reads: [.in(.assessments, .assessmentAuthorised)]
  ) { a in
    a.authorised.isMissing
      && a.details.assessments.contains { $0.authorised.isMissing && !$0.isSame(as: a) }
  },
  .assessment(
    "8897Q", [.assessmentAuthorised, .factors],
    "The assessment has ended, and has no factor, or one that is not one of the codes.",
    fix: "Give each factor by its code, or 21 where none was found.", severity: .query,
    reads: [.in(.identifiedFactors, .factor)]
  ) { a in
    a.authorised >= a.collection.start
      && (a.factors.isEmpty || a.factors.contains { $0.factor.isMissingOrNone(of: .all) })
  },
  .assessment(
    "8898", [.factors], "The assessment found the same factor twice.", fix: "Leave one of the two.",
    reads: [.in(.identifiedFactors, .factor)]
  ) { a in
    a.factors.contains { one in a.factors.contains { $0.factor.equals(one.factor) && !$0.isSame(as: one) } }
  },
  .assessment(
    "8873Q", [.factors], inDetails: [.closureReason],
    "The only assessment found no factors, and the case was not closed after it.",
    fix: "Correct the factors, or write RC8 or RC9 in ReasonForClosure.", severity: .query,
    reads: [.in(.identifiedFactors, .factor), .in(.assessments, .childIdentifier)]
  ) { (a: Assessment, d: CINDetails) in
    d.closureReason.isMissingOrNone(of: .afterAssessment) && d.assessments.count == 1 && a.found(.factor21)
  },
  .assessment(
    "8945Q", [.factors], "The assessment found factor 18A, which is now divided.",
    fix: "Write 18B, abuse by a child, or 18C, abuse by an adult.", severity: .query, years: .since(2025),
    reads: [.in(.identifiedFactors, .factor)]
  ) { a in
    a.found(.factor18A)
  },
  .assessment(
    "8950Q", [.factors], "The assessment found factor 19A, which is now divided.",
    fix: "Write 19B, abuse by a child, or 19C, abuse by an adult.", severity: .query, years: .since(2025),
    reads: [.in(.identifiedFactors, .factor)]
  ) { a in
    a.found(.factor19A)
  },
]
