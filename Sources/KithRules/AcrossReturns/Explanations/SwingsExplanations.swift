/// Why the rules on numbers that swing ask what they ask, and an example of each.
let swingsExplanations = #"""
  ## X114

  Of 100 authorities about 5 a year see referrals change so much. A larger change is often a part of the extract that was
  lost, or referrals that were counted otherwise than last year.

  Example: 4,000 referrals last year and 6,100 this year.

  ## X115

  Assessments follow referrals. When their number moves further than that of referrals does, a form may have been left out
  of the extract.

  Example: 3,000 assessments completed last year and 1,900 this year.

  ## X116

  Child in need plans are new to the census and recorded unevenly, so the threshold is wide; beyond it the records have
  probably changed, not the work.

  Example: 500 plans began last year and 1,000 this year.

  ## X117

  Of 100 authorities about 4 a year see the plans that begin change so much; leadership will be asked about it, and should
  hear of it first.

  Example: 240 plans began last year and 410 this year.

  ## X118

  Closures move most, for cases are closed in batches: of 100 authorities about 4 a year go beyond the threshold.

  Example: 2,000 cases were closed last year and 3,700 this year, before a change of system.
  """#
