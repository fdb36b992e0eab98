/// Why the rules of this theme ask what they ask, and an example of each.
let mothersExplanations = #"""
  ## 165

  Whether she is a mother is asked of every girl who was looked after in the year, and of nobody else: not of boys,
  and
  not of care leavers who were no longer looked after.

  Example: a girl under a care order all year has a blank MOTHER; write `0` if she has no child.

  ## 171

  The age of a mother at the birth is worked out from her child's date of birth, so that must be a day of the
  calendar.

  Example: MC_DOB holds `spring 2025`.

  ## 174

  Only mothers are asked for the date of birth of their first child, so with a boy either the sex or the date is
  wrong.

  Example: SEX is `M` and MC_DOB is `05/02/2026`.

  ## 393

  Every girl who is looked after other than in short breaks is either a mother or not, and the return says which.

  Example: a girl of 6 is fostered and MOTHER is blank; write `0`.

  ## 607

  For a girl who left care this is the last return that can say whether she became a mother while looked after.

  Example: a girl returned to her parents on 2 June 2025 and MOTHER is blank.

  ## 611

  A mother's age at the birth can only be worked out from her child's date of birth.

  Example: MOTHER is `1` and MC_DOB is blank.

  ## 612

  A date of birth of a first child contradicts the statement that the girl has no child.

  Example: MOTHER is `0` and MC_DOB is `17/10/2025`.

  ## 620

  A mother under 11 is so unlikely that a slip in her date of birth, or in MOTHER, is to be expected.

  Example: in 2025/26, a girl born on 3 March 2017 has `1` in MOTHER.

  ## 621

  A mother is older than her child. The rule fails when her own date of birth is blank, too, as it cannot be shown to
  be
  earlier.

  Example: DOB and MC_DOB are both `21/08/2009`.

  ## 625

  The return asks about children who were born while their mother was looked after, so the birth lies neither after
  the
  end of the year nor after the day on which she left care.

  Example: a girl left care on 1 June 2025 and MC_DOB is `9/9/2025`; she had her child afterwards.

  ## 628

  Care leavers who were not looked after in the year are not asked whether they are mothers.

  Example: a woman of 19 has a row in OC3, no episode, and `1` in MOTHER; leave it blank.
  """#
