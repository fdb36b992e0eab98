/// Why the rules on two years of the CIN Census ask what they ask, and an example of each.
let acrossYearsExplanations = #"""
  ## X101

  A case that was open on 31 March was open on 1 April too, so this year's census holds it, with its closure if it was
  closed since. One that is gone was lost in the extract, or should not have been returned last year.

  Example: last year's return has a referral of 1 February 2025 without a closure, and this year's has no time in need of
  the child.

  ## X102

  The referral is the start of the case and does not move while the case goes on; a new date makes one case look like two
  and changes every time that is counted from it.

  Example: the case that last year was referred on 1 February 2025 is this year referred on 2 February 2025.

  ## X103

  A case that was closed begins anew with a new referral. The same referral date without a closure means that the closure
  was taken back, or that last year's was never right.

  Example: a case of 1 February 2025 was closed on 1 March 2025 in last year's return and has no closure in this year's.

  ## X104

  A case is closed once. Where last year's return and this year's give two days, one of the years counts a closure that
  was not.

  Example: a case of 1 February 2025 was closed on 1 March 2025 last year, and on 1 April 2025 this year.

  ## X105

  A case that began before the year was open in last year's census, unless it was entered late. Such cases explain why
  this year does not begin with what last year ended with.

  Example: a referral of 15 March 2025 is in this year's return, and last year's has nothing of the child.

  ## X106

  The number stays with a child through all schools. When it is replaced, the one before stands in FormerUPN, by which the
  records are joined.

  Example: the UPN ends in 012 last year and in 013 this year, and FormerUPN is blank.

  ## X107

  The same child was returned as a girl in one year and as a boy in the other. It may have been corrected; it may be two
  children under one identifier.

  Example: last year's return has `F`, this year's `M`.

  ## X108

  The date of birth decides ages in every table. One that changes was wrong in one of the years, or belongs to another
  child.

  Example: 1 June 2015 last year, 2 June 2015 this year.

  ## X109

  Two children of different birth dates cannot have one number, so it was written beside the wrong child in one of the
  years.

  Example: the UPN of a child born on 1 June 2015 stood last year beside a child born on 2 June 2015.

  ## X110

  A plan that was open on 31 March is in this year's census, with its end if it ended. Without it the year has fewer plans
  ending than there were.

  Example: last year's return has a plan that began on 1 February 2025 and goes on; this year's has none.

  ## X111

  A plan that began before the year was in last year's census with the same start. Another start, or none, changes how
  long plans are said to last.

  Example: a plan that began on 1 February 2025 by last year's return began on 2 February by this year's.

  ## X112

  The initial category is that of the conference which made the plan, and the plans before it are those before it; neither
  changes while the plan goes on.

  Example: InitialCategoryOfAbuse of the same plan is `NEG` last year and `EMO` this year.

  ## X113

  The plan of last year's return is one of the plans that the child had before, so a later plan counts at least one more.

  Example: last year's plan had 1 plan before it, and one that began this year also has 1.
  """#
