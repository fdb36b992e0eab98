/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedCasesExplanations = #"""
  ## 8650

  Children in need are counted by the main reason for the need.
  Example: PrimaryNeedCode is N10.

  ## 8805

  A closed case is counted by why it was closed.
  Example: CINclosureDate is 2025-06-01 and ReasonForClosure is blank.

  ## 8810

  A case with a reason for closure has been closed, and the day tells how long it lasted.
  Example: ReasonForClosure is RC7 and CINclosureDate is blank.

  ## 8815

  A child has one open case at a time. Referrals with no further action are not open cases.
  Example: two times in need of a child have no CINclosureDate, and ReferralNFA is false in both.

  ## 8816

  A child is not referred anew while a case is open, so the open case is the one with the latest referral.
  Example: a case referred on 2025-05-01 is open, and another CINreferralDate is 2025-09-01.

  ## 8825Q

  RC8 and RC9 say that the case was closed after an assessment, so there was one. It may have ended before the year
  began, in which case it is not sent.
  Example: ReasonForClosure is RC8 and Assessments is not there.

  ## 8831

  No further action means that nothing was assessed, no enquiry was made and no conference was held.
  Example: ReferralNFA is true and AssessmentActualStartDate is 2025-06-02.

  ## 8832

  A child on a child protection plan did not have a referral without further action.
  Example: ReferralNFA is true and CPPstartDate is 2025-06-20.

  ## 8866

  Referrals are counted by who made them; referrals before 1 April 2013 need not say.
  Example: CINreferralDate is 2025-06-01 and ReferralSource is 11.
  """#
