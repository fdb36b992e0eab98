/// Why the rules of this theme ask what they ask, and an example of each.
let respiteExplanations = #"""
  ## 214

  A child in a short break lives at home, and the return does not ask where the break was spent.
  Example: LS is V4 and URN is SC012345.

  ## 365

  A single short break may last 17 days; a longer stay is care by agreement and is reviewed as such.
  Example: LS is V3, DECOM is 01/05/2025 and DEC is 25/05/2025.

  ## 366

  Each short break that is recorded singly is a period of care of its own: the child goes home between them.
  Example: LS is V3 and RNE is P.

  ## 367

  Short breaks may add up to 75 days in any twelve months; with more, the child is looked after in full. The twelve
  months are any, so days of the year before count, and last year's return is read where it is given.
  Example: breaks of 40 days in March 2025 and 40 days in June 2025.

  ## 382

  A temporary move is an absence from a usual placement, and a child in a short break has none but home.
  Example: LS is V3 and PLACE is T2.

  ## 384

  Long-term fostering is a plan for the rest of childhood, which a short break is not.
  Example: LS is V4 and PLACE is U1.

  ## 398

  Distance from home means nothing for a child who lives there, so short breaks have no postcodes.
  Example: LS is V3 and HOME_POST is filled in.

  ## 399

  Reviews and motherhood are asked of children who live in care; a child in short breaks only is reviewed under other
  rules.
  Example: LS is V4 on every episode, and a review on 12/09/2025 is recorded.

  ## 426

  Breaks are counted in one of two ways, one by one (V3) or as a series (V4). Both in one year would count some twice.
  Example: one episode has LS V3 and another of the same child V4.
  """#
