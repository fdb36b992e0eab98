/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedChildAgeExplanations = #"""
  ## 8750

  The sex of a child not yet born is not recorded, so it is unknown: U in Sex, and to 2023/24 0 in GenderCurrent.
  Example: ExpectedPersonBirthDate is 2026-06-01, PersonBirthDate is blank and Sex is F.

  ## 8770Q

  A child who is old enough for school has a unique pupil number, by which the census is matched with schools' figures.
  It is asked of those who were 5 when the school year began; to 2023/24 of those who were 6 on 31 March. Referrals
  with no further action do not count.
  Example: PersonBirthDate is 2020-08-31 in the census of 2025/26, UPN is blank and UPNunknown is UN1.

  ## 8772

  UN7 says that no number was sought because nothing followed the referral, so it goes with no case that went further.
  Example: UPNunknown is UN7, and ReferralNFA of one of the child's times in need is false.

  ## 8775Q

  Care leavers with a disability, or in education, may be helped until 25, and nobody after that. Most often the case was
  not closed, or the date of birth is wrong.
  Example: PersonBirthDate is 2000-01-01 and a case is open on 2026-03-31.
  """#
