/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedAssessmentsExplanations = #"""
  ## 1103

  An assessment follows the referral, on its day at the earliest.
  Example: CINreferralDate is 2025-06-02 and AssessmentActualStartDate 2025-06-01.

  ## 8608

  An assessment ends when it is authorised.
  Example: AssessmentActualStartDate is 2025-06-02 and AssessmentAuthorisationDate 2025-06-01.

  ## 8670Q

  An assessment should take 45 working days at most. The days are counted back from 31 March, which is the first of
  them.
  Example: AssessmentActualStartDate is 2026-01-27, and on 2026-03-31 the assessment is not authorised.

  ## 8863Q

  A child has one assessment at a time; work on the same questions is one assessment.
  Example: one assessment lasts from 2025-06-01 to 2025-07-01 and the next begins on 2025-06-15.

  ## 8869

  Factor 21 says that nothing was found, so no other factor stands beside it.
  Example: AssessmentFactors is 21 and again 3A.
  """#
