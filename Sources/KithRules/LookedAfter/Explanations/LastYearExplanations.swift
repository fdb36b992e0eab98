/// Why the rules of this theme ask what they ask, and an example of each.
let lastYearExplanations = #"""
  ## 199

  Adoption ends a child's time in care for good, and a child who comes into care again is sent as a new child, so
  that the
  adoptive family cannot be linked to the old record. An episode after an adoption is one of the two in error.

  Example: an episode ended on 4 May 2025 with `E11`, and the same identifier has an episode from 6 June 2025.

  ## 202

  A child's sex seldom changes on record; when it does, last year's return was wrong or this one is.

  Example: SEX was `M` last year and is `F` now, after two rows were swapped.

  ## 203

  A date of birth does not change. When the two returns differ, ages differ between published years.

  Example: DOB was `02/03/2012` last year and is `03/02/2012` now.

  ## 204

  An ethnic origin stays the same, unless it was not known or was recorded wrongly before; last year's return can
  then be
  amended.

  Example: ETHNIC was `NOBT` last year and is `WBRI` now.

  ## 205A

  A child is no longer unaccompanied when the status ceased, and last year's return then gives the day. Without it the
  child has dropped out of the figures by mistake.

  Example: a child was in last year's UASC table with a blank DUC, is still looked after, and is not in this year's
  table.

  ## 205B

  For a child who keeps the status, last year's return gave the 18th birthday as the day on which it would end. This
  year's repeats that day, or gives one in the year on which it ended earlier.

  Example: last year DUC was the 18th birthday, 1 June 2027; this year it is blank.

  ## 205C

  A status that the child had in neither year cannot have ceased.

  Example: UASC is `0` in both years' XML, and DUC is `01/06/2025`.

  ## 205D

  Children are unaccompanied from when they come to the authority. One who was looked after last year without the
  status
  gains it only when last year's return was wrong.

  Example: a child was in last year's headers and not in its UASC table, and is in this year's.

  ## 207

  A girl who was a mother last year is one this year, whatever became of her child.

  Example: MOTHER was `1` last year and is `0` now.

  ## 208

  A pupil keeps one number for the whole of school. A number may replace a blank or a reason for having none; a known
  number does not change.

  Example: UPN was `H801200001001` last year and is `H801200001010` now.

  ## 502

  Last year's return left the child in care with an open episode. This year's takes the story up with that episode, so
  both give it the same start.

  Example: the open episode began on 1 May 2024, and this year's first begins on 2 May 2024.

  ## 503A

  The episode that was open at the end of last year is the first of this year, and why it began has not changed since.

  Example: RNE was `S` last year and is `L` now for the episode from 1 May 2024.

  ## 503B

  The episode that was open at the end of last year is the first of this year. A new legal status would have begun a
  new
  episode.

  Example: LS was `C1` last year and is `C2` now for the episode from 1 May 2024.

  ## 503C

  The main need is recorded when care starts and is kept for as long as it lasts.

  Example: CIN was `N1` last year and is `N5` now for the episode from 1 May 2024.

  ## 503D

  The episode that was open at the end of last year is the first of this year, and another kind of placement would
  have
  begun a new one. A code that was replaced by a new one between the years does not count.

  Example: PLACE was `U6` last year and is `K2` now for the episode from 1 May 2024.

  ## 503E

  Who provides the placement is part of the episode that was open at the end of last year, so it is the same in both
  returns.

  Example: PLACE_PROVIDER was `PR1` last year and is `PR4` now for the episode from 1 May 2024.

  ## 503F

  The home of the episode that was open at the end of last year is the same in both returns, and so is its Ofsted
  number.

  Example: URN was `SC000001` last year and is blank now for the episode from 1 May 2024.

  ## 562

  An episode that began before the year was open when last year's return ended, and so stands at its end. If it does
  not,
  one of the returns gives the wrong start or lacks the episode.

  Example: this year's first episode began on 12 January 2025, and last year's return ends with one from 3 May 2024.

  ## 624

  A first child's date of birth does not change. When it does, one of the returns is wrong.

  Example: MC_DOB was `11/12/2024` last year and is `12/11/2024` now.

  ## 626

  A child who was born before the year made the girl a mother then, and last year's return should have said so.

  Example: MC_DOB is `11/12/2024`, and MOTHER was `0` in 2024/25.

  ## 1002

  A care leaver has been looked after. Two years of returns show most of those who were; for others make sure that the
  identifier is the one under which the young person was looked after.

  Example: a man of 20 has a row in OC3 and no episode in either year; he left care at 17.

  ## NoE

  A child who was already looked after when the year began was so last year, and should be in that return.

  Example: an episode began on 3 February 2025, and last year's return has no episode of the child.
  """#
