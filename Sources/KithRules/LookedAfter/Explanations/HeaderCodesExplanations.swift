/// Why the rules of this theme ask what they ask, and an example of each.
let headerCodesExplanations = #"""
  ## 101

  Figures on looked-after children are published by sex, so each child needs one of the year's codes. The codes were
  numbers to 2023/24 and are letters since.

  Example: SEX holds `Female`; write `F`.

  ## 102

  A child's age decides much of what is asked about the child and which rules apply, so each header needs a date of
  birth
  that the calendar has.

  Example: DOB holds `31/06/2012`, and June has 30 days.

  ## 103

  Outcomes are compared between ethnic groups. A child whose origin is not yet known, or who declines to say, has a
  code
  too, so the field is never blank.

  Example: ETHNIC is blank for a child who came into care last week; write `NOBT`.

  ## 168

  The unique pupil number links the return to the child's schooling, and a number in another format links to nothing.
  It
  is a letter other than I, O and S, then twelve digits, the last of which may be a letter. A child without one has a
  reason instead.

  Example: UPN holds `N/A`; write the number, or one of `UN1` to `UN5`.

  ## 209

  UN1 says that the child is too young to have been given a number. Children are given one when they start school, so
  it
  does not hold of a child who turned 4 by the end of the August before the year began.

  Example: in 2025/26, a child born on 12 May 2020 has `UN1`; school will have a number by now.

  ## 210

  UN4 is for a child who came into care so late in the year that there was no time to learn the number: in the week
  before
  31 March. For a child looked after for longer the number can be found.

  Example: an episode began on 3 February 2026 and UPN is still `UN4`.

  ## 232

  Sex is rarely unknown to an authority that looks after a child. The code is allowed, and you are asked to make sure
  that
  it was meant.

  Example: SEX is `U` for a child whose birth certificate is on file.

  ## 301

  A child who is not yet born cannot be looked after, so a date of birth after the year is a slip.

  Example: in 2025/26, DOB is `14/04/2026`, where 2016 was meant.

  ## 351

  Nobody in the return is older than a care leaver of 25, so an earlier date of birth is a slip.

  Example: DOB is `09/11/1914`, where 2014 was meant.

  ## 442

  Without a number or a reason for having none, a child's schooling cannot be linked. Children who had only short
  breaks
  need neither.

  Example: a child under a care order has a blank UPN.

  ## 444

  A pupil number belongs to one child. When two children have the same one, at least one of them is linked to somebody
  else's schooling.

  Example: the headers of two sisters both hold `H801200001001`.
  """#
