/// Why the rules on both returns of a year ask what they ask, and an example of each.
let inBothReturnsExplanations = #"""
  ## X201

  A looked-after child is a child in need, and the census asks for every one whose case is open at the end of the year.
  One return or the other is wrong. Children in short breaks are left out.

  Example: an episode of 1 May 2025 goes on, and the child's only time in need was closed on 30 March 2026.

  ## X202

  A child who was in care for a part of the year was in need then, whether or not the case went on afterwards.

  Example: a child in care from 1 May to 1 August 2025 has no time in need before a referral of 2 August.

  ## X203

  Nobody comes into care without a referral, if of the same day. A later one is often the entry of the next working day,
  or replaced a case that should have gone on.

  Example: care began on 1 May 2025 and the referral is of 2 May.

  ## X204

  The assessment that settles the primary need has 45 working days, nine weeks; care that begins within them begins for
  that need. Later the two may part. `N0`, not stated, is not compared; `N9`, a case that is none of need, is.

  Example: a referral of 1 May 2025 has the primary need `N2`, and care of 3 July `N1`.

  ## X205

  Both returns are of one year and one child, so two birth dates cannot both be right.

  Example: PersonBirthDate is 1 June 2015 and DOB 2 June 2015.

  ## X206

  Both returns are of one year and one child; a girl in one and a boy in the other is an error in one. Unknown is not
  compared.

  Example: Sex is `M` and SEX is `F`.

  ## X207

  A child has one number at a time. Where the census gives the other as the former one, the difference is explained.

  Example: the UPN in the census ends in 012, that in the SSDA903 return in 019, and FormerUPN is blank.

  ## X208

  The family says to which group a child belongs, and both returns are taken from what was written down. Tables on
  inequality depend on it.

  Example: Ethnicity is `NOBT` and ETHNIC `WBRI`.

  ## X209

  Both returns ask for the authority's own identifier, so that a child's need and care can be joined. Number, birth date
  and care during need show that the two are one; Kith compares the two as such.

  Example: LAchildID is `A` in the census and CHILD `A9` in the SSDA903 return.

  ## X210

  Two children of different birth dates cannot have one number, so it was written beside the wrong child in one of the
  returns.

  Example: the UPN of a child born on 1 June 2015 stands in the SSDA903 return beside a child born on 2 June 2015.

  ## X211

  The census does not ask who is an unaccompanied asylum-seeking child, but the factors of an assessment do: 9A.

  Example: a child in UASC was assessed, and the factors are `4A` only.

  ## X212

  An assessment of the year that found 9A says that the child was unaccompanied in the year, as UASC asks.

  Example: an assessment authorised on 1 June 2025 found `9A`, and the child is not in UASC.

  ## X213

  A death is recorded in both returns, on one day.

  Example: an episode ended with `E2` on 1 June 2025, and PersonDeathDate is blank.

  ## X214

  Care ends with a child's death, so an episode that goes on, or that ended then for another reason, cannot be right beside
  the date of death in the census.

  Example: PersonDeathDate is 1 June 2025, and the episode ended that day with `E8`.

  ## X215

  Nothing else can be true once a child was adopted or died. A child who left care otherwise may die or be adopted later,
  so a reason for closure is held only against care that went on after it or ended on that day.

  Example: an episode ended with `E11`, and the case was closed with `RC7`.

  ## X216

  Where the case is closed with the end of care, both returns say where the child went: a move to another authority (E3,
  RC5), a child arrangements order (E41, RC3), special guardianship (E45 to E48, RC4), adult services (E7, RC6). 28 days
  are allowed for closing it.

  Example: care ended with `E45` on 1 June 2025 and the case was closed on 14 June with `RC7`.

  ## X217

  Adoption ends the case. What the authority does for the child afterwards belongs to the new identity, which Kith does
  not look for.

  Example: an episode ended with `E12` on 1 June 2025, and the case of 31 May has no closure.

  ## X218

  A child protection plan ends when the child is adopted, if it did not end before. Only plans that began before are
  looked at, as later ones belong to the new identity.

  Example: a plan of 1 May 2025 has no end, and the child was adopted on 1 June.

  ## X219

  A looked-after child has a care plan. A child in need plan that went on counts the child among those helped at home.

  Example: a plan of 1 April 2025 goes on, and care began on 1 May.

  ## X220

  A child placed with adopters is seldom thought to be at risk there; a plan that went on was probably never closed.

  Example: a plan of 1 April 2025 has no end, and the child was placed for adoption (`A5`) on 1 May.

  ## X221

  Nobody reviews the plan of a child who has died, or of one whom a court has made another family's.

  Example: a conference is dated 2 June 2025, and care ended with the child's death on 1 June.
  """#
