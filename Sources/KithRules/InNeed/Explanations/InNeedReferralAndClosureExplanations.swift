/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedReferralAndClosureExplanations = #"""
  ## 8568

  Most of the census depends on whether the referral led to further action, so it says yes or no.
  Example: ReferralNFA is blank.

  ## 8569Q

  A referral that led nowhere belongs to the year in which it came. One of the last working day of the year before may
  still have been decided in this one.
  Example: in the census that starts on 2025-04-01, CINreferralDate is 2025-03-28 and ReferralNFA is true.

  ## 8600

  A time in need starts with its referral, by the end of the year.
  Example: CINreferralDate is blank.

  ## 8610

  Children in need are counted by the main reason; a referral without further action needs none.
  Example: ReferralNFA is false and PrimaryNeedCode is blank.

  ## 8620

  A case that was closed before the year belongs to an earlier census, and one that is closed later is still open.
  Example: in the census to 31 March 2026, CINclosureDate is 2026-04-02.

  ## 8630

  A case is opened by the referral, and may be closed on the same day.
  Example: CINreferralDate is 2025-06-02 and CINclosureDate 2025-06-01.

  ## 8640

  Closures are counted by their reasons.
  Example: ReasonForClosure is RC10.
  """#
