/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedAssessmentOutcomesExplanations = #"""
  ## 8696

  The census holds assessments that ended in the year, and those that go on.
  Example: AssessmentAuthorisationDate is 2025-03-31 in the census to 31 March 2026.

  ## 8736

  An assessment takes 45 working days at most, so one that goes on at the year's end began in the year.
  Example: AssessmentActualStartDate is 2025-03-01 and AssessmentAuthorisationDate is blank.

  ## 8873Q

  Where the only assessment found nothing, the case ends with it: RC8 or RC9.
  Example: AssessmentFactors is 21 and ReasonForClosure is RC7.

  ## 8896

  A time in need has one assessment at a time, so at most one has not ended.
  Example: two assessments of a time in need have no AssessmentAuthorisationDate.

  ## 8897Q

  An assessment that has ended says what it found; where it found nothing, 21 says so.
  Example: AssessmentAuthorisationDate is 2025-06-01 and FactorsIdentifiedAtAssessment is not there.

  ## 8898

  Each factor of an assessment is counted once.
  Example: AssessmentFactors is 4A twice.

  ## 8945Q

  Physical abuse is recorded by who does it: 18B by a child, 18C by an adult. The undivided code tells less.
  Example: AssessmentFactors is 18A.

  ## 8950Q

  Sexual abuse is recorded by who does it: 19B by a child, 19C by an adult. The undivided code tells less.
  Example: AssessmentFactors is 19A.
  """#
