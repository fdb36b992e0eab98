/// Why the rules of this theme ask what they ask, and an example of each.
let outcomesExplanations = #"""
  ## 157

  A score is due from 4 to 16, so age (SDQ1) explains its absence only of a younger or an older child.
  Example: A child born on 12/06/2014 has no score and SDQ1 as the reason.

  ## 158

  Whether help was offered is asked only where none was taken up.
  Example: INTERVENTION_RECEIVED is 1 and INTERVENTION_OFFERED is 1 as well.

  ## 159

  Where a child who misused substances had no help, the guidance asks whether it had been offered, to tell refusal
  from lack of help.
  Example: SUBSTANCE_MISUSE is 1, INTERVENTION_RECEIVED is 0 and INTERVENTION_OFFERED is blank.

  ## 180

  The questionnaire's total is the sum of twenty items of 0 to 2, a whole number from 0 to 40.
  Example: SDQ_SCORE is 44.

  ## 181

  Each of these items answers yes (1) or no (0), so that the answers can be counted.
  Example: TEETH_CHECK is Y.

  ## 182

  Immunisations, teeth, health assessment and substance misuse are asked of every child with outcomes, so none may be
  blank beside another item.
  Example: CONVICTED is 0 and TEETH_CHECK is blank.

  ## 185

  Scores are collected only of children looked after for all twelve months; other children's would change the average.
  Example: A child came into care on 03/09/2025 and has a score of 14.

  ## 186

  Each child of 4 to 16 who was looked after all year has a score, or a reason why there is none.
  Example: A child born on 12/06/2014, in care since 2021, has neither.

  ## 187

  A child who was looked after to the end of the year was neither adopted nor a care leaver in it.
  Example: A child with an episode open since 2022 has IN_TOUCH in OC3.

  ## 188

  The questionnaire is not for children under 4.
  Example: A child born on 02/11/2023 has a score of 9 in the return to 31 March 2026.

  ## 189

  The questionnaire is not for young people who were 17 before the year began.
  Example: A young person born on 20/02/2008 has a score of 11 in the return to 31 March 2026.

  ## 190

  Health and offending are collected only of children looked after for all twelve months.
  Example: A child came into care on 03/09/2025 and has IMMUNISATIONS.

  ## 191

  Each child who was looked after all year has these four items. A child with no row in OC2 is shown by the first
  episode.
  Example: A child in care since 2021 has HEALTH_ASSESSMENT blank.

  ## 192

  Where a child misused substances, the guidance asks whether the child had help for it.
  Example: SUBSTANCE_MISUSE is 1 and INTERVENTION_RECEIVED is blank.

  ## 193

  Help for misuse of substances is asked of children who misused them, and of no others.
  Example: SUBSTANCE_MISUSE is 0 and INTERVENTION_RECEIVED is 1.

  ## 196

  Reasons for a missing score are counted by five codes.
  Example: SDQ_REASON is SDQ7.

  ## 197a

  A child has a score or a reason for having none; both contradict each other.
  Example: SDQ_SCORE is 12 and SDQ_REASON is SDQ4.

  ## 197B

  A child who turned 4 or 17 in the year could be asked for part of it, so a score is given, or a reason such as age.
  Example: A child who turned 17 on 04/10/2025 has neither.

  ## 198

  Reasons for a missing score are collected only where a score would be: of children looked after for all twelve
  months.
  Example: A child came into care on 03/09/2025 and has SDQ2.

  ## 542

  Children under 10 are below the age of criminal responsibility, so nothing is asked about convictions.
  Example: A child born on 07/08/2017 has CONVICTED 0 in the return to 31 March 2026.

  ## 543

  Each child of 10 or over who was looked after all year is given as convicted or not.
  Example: A child born on 31/03/2016 has CONVICTED blank in the return to 31 March 2026.

  ## 544

  A child with the offending item is a child with outcomes, of whom the four health items are asked.
  Example: CONVICTED is 0 and IMMUNISATIONS is blank.

  ## 545

  Development checks are asked of children under 5 at the end of the year.
  Example: A child born on 19/01/2023, in care since birth, has HEALTH_CHECK blank.

  ## 546

  Development checks are asked only of children under 5 at the end of the year.
  Example: A child born on 19/01/2019 has HEALTH_CHECK 1 in the return to 31 March 2026.

  ## 547

  A child with the item on development checks is a child with outcomes, of whom the four health items are asked.
  Example: HEALTH_CHECK is 1 and TEETH_CHECK is blank.
  """#
