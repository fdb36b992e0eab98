/// Why the rules of this theme ask what they ask, and an example of each.
let placementsExplanations = #"""
  ## 217

  A3 and A5 are adoptive placements with the carers whom the child has, so the carers do not change: the placement
  changes alone, with the status, or care starts there.
  Example: PLACE is A5 and RNE is P.

  ## 217t

  The code for independent living ended when supported accommodation had to register with Ofsted, on 28 October 2023.
  Example: PLACE is P2 and DEC is 12/12/2023.

  ## 370

  Independent living was not a placement for a child under 16 (under 15 to 2022/23).
  Example: PLACE is P2, DECOM is 01/05/2023 and DOB is 01/09/2007.

  ## 371

  Supported accommodation is for young people of 16 and 17; a younger child needs care, not support. To 2023/24 the
  rule was on H5.
  Example: PLACE is K3, DECOM is 01/05/2025 and DOB is 01/09/2009.

  ## 372

  A child under 10 cannot be convicted or remanded, so is in no young offender institution.
  Example: PLACE is R5, DECOM is 01/05/2025 and DOB is 01/09/2015.

  ## 373

  Residential schools take children of school age, so a younger child is placed elsewhere.
  Example: PLACE is S1, DECOM is 01/05/2025 and DOB is 01/09/2021.

  ## 374

  Nobody under 14 may be employed so as to live at work.
  Example: PLACE is P3, DECOM is 01/05/2025 and DOB is 01/09/2011.

  ## 375

  A stay in hospital of more than six weeks is the child's placement and no longer a break from another.
  Example: PLACE is T1 from 01/05/2025 to 01/08/2025.

  ## 376

  Cover while the carers are on holiday may last three weeks; after that it is a placement of its own.
  Example: PLACE is T3 from 01/07/2025 to 01/08/2025.

  ## 377

  Two covers of a carer's holiday are allowed in any twelve months: a child who is moved more often has no stable
  home. A placement counts in twelve months that have one of its days; last year's return is read where it is given.
  Example: T3 in May and August 2025 and again in February 2026.

  ## 378

  A child who is at home by agreement with the parents is not looked after; living with them in care needs a court
  order.
  Example: PLACE is P1 and LS is V2.

  ## 379

  A temporary move of no stated kind may last seven days.
  Example: PLACE is T4 from 01/05/2025 to 12/05/2025.

  ## 380

  A temporary move interrupts a placement, so it begins with a change of placement and never with the start of care.
  Example: PLACE is T2 and RNE is S.

  ## 381

  A child goes back from a temporary move before leaving care, or the move was no temporary one.
  Example: PLACE is T1 and REC is E4A.

  ## 383

  A move is temporary when the child goes back: the episode after it has the placement of the one before it, and
  begins with a change of placement only. From 2025/26 the postcode is compared too.
  Example: U1, then T3, then U6.

  ## 390

  A child is adopted by those with whom the child was placed for adoption, so the last placement is an adoptive one.
  Example: REC is E11 and PLACE is U4.

  ## 408

  A5 and A6 are placements under a placement order, which is then the legal status.
  Example: PLACE is A6 and LS is C2.

  ## 516

  E45 and E46 say that a former foster carer became the special guardian, so the child was in foster care.
  Example: REC is E45 and PLACE is K2.
  """#
