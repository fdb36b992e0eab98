/// Why the rules of this theme ask what they ask, and an example of each.
let careLeaversExplanations = #"""
  ## 131

  Whether the authority is in touch is the first thing asked of each care leaver, so a blank is no answer.
  Example: IN_TOUCH is Y; the code is YES.

  ## 132

  What care leavers do (study, training, work, none of these) is published by these codes. 0 is for those of whom it
  is not
  known.
  Example: ACTIV is blank.

  ## 133

  Where care leavers live, and whether it suits them, is published by these codes: a letter for the kind and a number
  for
  whether it is suitable.
  Example: ACCOM is S1, and having no fixed home is never suitable: S2.

  ## 134

  An adopted child is no care leaver, as the adopters have become the child's parents.
  Example: a child has DATE_INT in AD1 and IN_TOUCH in OC3.

  ## 153

  The three items describe one young person; a row with some of them is half told.
  Example: IN_TOUCH is YES, ACTIV is F1 and ACCOM is blank.

  ## 215

  OC2 is for children who were looked after all year, and OC3 is for those who have left. No one is both.
  Example: a care leaver has IMMUNISATIONS 1 in OC2.

  ## 344

  Of a young person who died or went home for good, activity and accommodation are not asked, and are given as 0.
  Example: IN_TOUCH is DIED and ACTIV is F1.

  ## 345

  An authority that is in touch with a young person knows what the young person does and where he or she lives.
  Example: IN_TOUCH is YES and ACCOM is 0.

  ## 347

  Foyers are for young adults; someone who was under 18 when the year began should not be living in one.
  Example: a young person born on 2 April 2007 has ACCOM T1 in the return of 2025/26.

  ## 348

  Someone who died by last year's return cannot be anything else in this year's. One of the returns is wrong.
  Example: last year IN_TOUCH was DIED, and this year it is YES.

  ## 391

  OC3 is about young people around their 17th to 21st birthdays.
  Example: a child born on 1 April 2009 is in OC3 in the return of 2025/26, and turns 17 the day after the year ends.

  ## 1000

  A child who died in care never left it. A row without any of the three items says nothing, and passes.
  Example: the last episode ends with E2, and IN_TOUCH is DIED.

  ## 1001

  The law gives the rights of a care leaver to those who were looked after for 91 days or more since they turned 14,
  some of it
  after they turned 16. The days are summed over this year's return and last year's; short breaks do not count. Young
  people of
  20 or more, and those without an episode in either year, left too long ago for two years to show it, and pass. A
  young person
  whose last episode ended in adoption is no care leaver.
  Example: a young person of 17 was looked after from 1 April to 30 June 2024, which is 90 days.

  ## 1007

  A young person who was still looked after on the birthday had not yet left care, so the questions are not yet
  asked. An
  episode without an end is still going on.
  Example: a young person turned 17 on 1 February 2026, in an episode that began a year before and has no end.

  ## 1010

  A child who was in care on 31 March has an episode this year, if only to say when it ended.
  Example: last year's return has an open episode of a child, and this year's has only the child's row in OC3.

  ## 1011

  A child who moved to the care of another authority is that authority's to follow.
  Example: the last episode ends with E3, and IN_TOUCH is YES.

  ## 1014

  Whether a child is an unaccompanied asylum seeker is asked of children looked after in the year. A care leaver who
  was not,
  with episodes in the file or without, is not asked.
  Example: a care leaver's last episode ended on 31 March 2025, and the return of 2025/26 has the young person in
  UASC.

  ## 1016

  OC3 asks about the birthday, and one who left care on that day or after it was still looked after then. Birthdays
  are
  counted by the calendar.
  Example: a young person turned 18 on 1 February 2026 and left care that day.

  ## 3001

  Staying put with former foster carers begins at 18. A young person of 17 in such a home is still fostered.
  Example: a young person turned 17 in November 2025, and ACCOM is Z1.
  """#
