// What assessments found.
import KithReturns
import KithTables

let assessmentFindingsRules: [Rule<InNeedReturn>] = [
  .assessment(
    "8614", [.assessmentAuthorised, .factors], "The assessment found factors, and was not authorised.",
    fix: "Give AssessmentAuthorisationDate, or leave the factors out until then.",
    reads: [.in(.identifiedFactors, .factor)]
  ) { a in
    a.authorised.isMissing && !a.factors.isEmpty
  }
]
