/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedReferralsExplanations = #"""
  ## 2990

  RC8 and RC9 say that the case was closed after the assessment, so nothing followed it.
  Example: ReasonForClosure is RC8 and there is a child in need plan.

  ## 2991Q

  An enquiry under section 47 is made as part of an assessment, or beside one.
  Example: Section47 is there and Assessments is not.

  ## 8555Q

  A child is not referred after death, though the paper may come in later.
  Example: PersonDeathDate is 2025-06-01 and CINreferralDate 2025-06-05.

  ## 8565

  A case is closed when all that was done for the child has ended.
  Example: CINclosureDate is 2025-06-01 and CPPendDate 2025-06-30.

  ## 8820

  A child has one open case at a time; a new referral while it is open belongs to it. A case may be closed and opened
  again on one day.
  Example: a case is open from 2025-05-01 to 2025-06-01, and another CINreferralDate is 2025-05-20.

  ## 8867

  The case is closed when the assessment has been signed off.
  Example: CINclosureDate is given and AssessmentAuthorisationDate is not.
  """#
