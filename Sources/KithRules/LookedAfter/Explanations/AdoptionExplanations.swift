/// Why the rules of this theme ask what they ask, and an example of each.
let adoptionExplanations = #"""
  ## 112

  The time from this decision to the adoption is a published measure, so the day must be one that can be counted from.
  Example: DATE_INT is 31/04/2025, and April has 30 days.

  ## 113

  The time that it takes to find a family is counted to the day of the match, which must be a date.
  Example: DATE_MATCH is 2025-05-01; the return writes 01/05/2025.

  ## 114

  Adoptions by foster carers are counted apart from others, so the answer must be a plain yes or no.
  Example: FOSTER_CARE is 2, and only 0 and 1 have a meaning.

  ## 151

  The six items describe one adoption. A row with some of them is an adoption half told, or a row that should not be
  there.
  Example: a child's row has every item but the legal status of the adopters.

  ## 175

  A child is adopted by one person or by two.
  Example: NB_ADOPTR is 3.

  ## 176

  The code says both whether there were one or two adopters and of which sex, and others cannot be counted.
  Example: SEX_ADOPTR is FM; a couple of a man and a woman is MF.

  ## 177

  Who adopts children (single people, married couples, civil partners, unmarried couples) is published by these codes.
  Example: LS_ADOPTR is L1, an old code that has been divided into L11 and L12.

  ## 331

  A child is placed with adopters only after the match with them has been agreed.
  Example: a child was adopted from a placement that began on 1 June 2025, and DATE_MATCH is 2 June 2025.

  ## 333

  A child can be matched with adopters only once it has been decided that the child should be adopted.
  Example: DATE_MATCH is 1 June 2025 and DATE_INT is blank, or is 2 June 2025.

  ## 334

  A decision about a child's adoption belongs to the period of care in which the child was adopted, not to an earlier
  one.
  Example: care last started on 1 June 2025, and DATE_INT is 31 May 2025.

  ## 335

  The last placement already says whether the carers had fostered the child: A3 and A5 are placements with the current
  foster carers, A4 and A6 with others. The two answers must agree.
  Example: a child was adopted from A3, and FOSTER_CARE is 0.

  ## 336

  A3 and A5 say that the foster carers with whom the child lived are to adopt the child, so the placement before must
  have been
  with foster carers, or an adoptive one. A child's first episode of the year cannot be tested.
  Example: a child moved from a children's home (K2) to A5; with new carers it would be A6.

  ## 511

  M1 and F1 are for one adopter.
  Example: NB_ADOPTR is 2 and SEX_ADOPTR is F1.

  ## 514

  L0 is a single adopter, whose sex can only be M1 or F1.
  Example: LS_ADOPTR is L0 and SEX_ADOPTR is MM.

  ## 517

  L3 is an unmarried couple of a man and a woman.
  Example: LS_ADOPTR is L3 and SEX_ADOPTR is FF, which would be L4.

  ## 518

  L4 is a couple of one sex who are neither married nor civil partners.
  Example: LS_ADOPTR is L4 and SEX_ADOPTR is MF, which would be L3.

  ## 519

  Civil partners are a couple, of whichever sexes.
  Example: LS_ADOPTR is L2 and SEX_ADOPTR is F1.

  ## 520

  L11 is a married couple of a man and a woman.
  Example: LS_ADOPTR is L11 and SEX_ADOPTR is MM, which would be L12.

  ## 521

  The decision comes first and the placement follows from it.
  Example: a child was placed with adopters (A4) on 1 June 2025, and DATE_INT is 2 June 2025.

  ## 524

  L12 is a married couple of one sex.
  Example: LS_ADOPTR is L12 and SEX_ADOPTR is MF, which would be L11.

  ## 582

  Between the match and the adoption order the child lives with the adopters for some weeks at least, so one day for
  both is a
  slip.
  Example: an episode ends with E11 on 1 June 2025, and DATE_MATCH is that day too.

  ## 601

  Each child adopted in the year is described in AD1, without gaps; a child with no row there is missing from every
  measure of adoption.
  Example: a child's last episode ends with E12 on 1 June 2025, and AD1 has no row of the child.

  ## 602

  AD1 is for children whose adoption order was made in the year. Another child's data would be counted in the wrong
  year.
  Example: a child in AD1 went home in June, with REC E4A.
  """#
