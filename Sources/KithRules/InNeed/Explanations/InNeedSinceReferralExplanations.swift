/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedSinceReferralExplanations = #"""
  ## 1104

  A conference belongs to the referral that led to it, and follows it.
  Example: CINreferralDate is 2025-06-02 and DateOfInitialCPC in Section47 is 2025-06-01.

  ## 1105

  A child protection plan belongs to the referral that led to it, and follows it.
  Example: CINreferralDate is 2025-06-02 and CPPstartDate 2025-06-01.

  ## 2889

  An enquiry under section 47 belongs to the referral that led to it, and follows it.
  Example: CINreferralDate is 2025-06-02 and S47ActualStartDate 2025-06-01.

  ## 4000

  A plan is further action.
  Example: ReferralNFA is true and CINPlanStartDate is 2025-06-10.

  ## 4015

  A child in need plan belongs to the referral that led to it, and follows it.
  Example: CINreferralDate is 2025-06-02 and CINPlanStartDate 2025-06-01.
  """#
