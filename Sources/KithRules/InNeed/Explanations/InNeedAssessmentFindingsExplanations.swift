/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedAssessmentFindingsExplanations = #"""
  ## 8614

  Factors are recorded at the end of an assessment, when it is authorised.
  Example: AssessmentFactors is 3A and AssessmentAuthorisationDate is blank.
  """#
