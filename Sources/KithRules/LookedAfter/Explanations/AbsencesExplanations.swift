/// Why the rules of this theme ask what they ask, and an example of each.
let absencesExplanations = #"""
  ## 564

  How often children go missing, and for how long, is counted from the day on which they went.
  Example: MISSING is M and MIS_START is blank.

  ## 565

  Missing and away without authorisation are counted apart, so each time says which it was.
  Example: MIS_START is 14/06/2025 and MISSING is blank.

  ## 566

  Missing and away without authorisation are counted apart, so each time says which it was.
  Example: MIS_END is 16/06/2025 and MISSING is blank.

  ## 567

  A child comes back on the day of going or later.
  Example: MIS_START is 16/06/2025 and MIS_END is 14/06/2025.

  ## 570

  The return is of the year to 31 March; what starts later belongs to the next.
  Example: MIS_START is 02/04/2026 in the return to 31 March 2026.

  ## 571

  A time that ended before the year belongs to the last return; one that ends after 31 March was open then and has no
  end yet.
  Example: MIS_END is 27/03/2025 in the return to 31 March 2026.

  ## 574

  A child cannot go missing again before being found, so times do not overlap; they may meet on one day.
  Example: The child is missing from 01/06/2025 to 05/06/2025 and again from 04/06/2025.

  ## 575

  A time missing or away is counted against the placement from which the child went, so it ends, at the latest, when
  that does.
  Example: The child went missing on 03/05/2025; the placement ended on 10/05/2025, and MIS_END is blank.

  ## 576

  A child who was missing on 31 March is still missing on 1 April: this year's return takes up the time with the same
  start.
  Example: Last year's return has a time from 20/03/2025 without an end, and this year's first starts on 21/03/2025.

  ## 577

  An authority answers for children in its care, so a time missing ends, at the latest, on the day on which care does.
  Example: Care ended on 10/05/2025, and the time missing that started on 05/05/2025 has no end.

  ## 578

  Only children in care are given as missing, and this child had left it.
  Example: Care ended on 10/05/2025, and MIS_START is 12/05/2025.

  ## 580

  A child who turns 18 while missing leaves care on that day for a reason that none of the other codes describes.
  Example: The child turned 18 on 10/05/2025; MIS_END and DEC are that day, and REC is E5.

  ## 581

  Only children in care are given as missing, and this child had not yet come into it.
  Example: Care began on 01/05/2025, and MIS_START is 28/04/2025.

  ## 586

  A start on or before the day of birth shows that one of the two is wrong.
  Example: DOB is 01/05/2015 and MIS_START is 01/05/2005.

  ## 1004

  Without a readable start the time cannot be placed in the year or beside others.
  Example: MIS_START is 31/06/2025.

  ## 1005

  An end that cannot be read is not the same as none, which means that the child is still missing.
  Example: MIS_END is "found".

  ## 1006

  Missing (M) and away without authorisation (A) are the two kinds that are counted.
  Example: MISSING is Y.
  """#
