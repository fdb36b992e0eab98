/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedWholeReturnExplanations = #"""
  ## 2883

  A child protection plan is made by an initial conference, so a year has no more new plans than conferences.
  Example: 40 plans began in the year, and 38 conferences were held.

  ## 2887Q

  An authority's children have most kinds of disability between them; few codes in use suggest that not all are
  recorded.
  Example: only MOB, LD and AUT are used.
  """#
