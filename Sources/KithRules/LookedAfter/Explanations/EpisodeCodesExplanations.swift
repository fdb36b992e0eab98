/// Why the rules of this theme ask what they ask, and an example of each.
let episodeCodesExplanations = #"""
  ## 141

  Every count of days in care begins with this day, so it must be a date of the calendar.
  Example: DECOM is 31/06/2025, and June has 30 days.

  ## 143

  The code tells whether care began or went on with a change, and with what change; other texts cannot be counted.
  Example: RNE is "N".

  ## 144

  The legal status decides what the authority owes the child and for how long, so it must be one that the guidance
  knows.
  Example: LS is "V5".

  ## 145

  Children are counted by the main reason why they came into care, in eight categories.
  Example: CIN is "N9".

  ## 146

  Types of placement are counted nationally, and the list changes: H5 gave way to K3, and Z1 was split into Z11 to
  Z14.
  Example: PLACE is "Z1" in 2025/26.

  ## 147

  The end of an episode is what the next one is set beside, so it must be a date.
  Example: DEC is "ongoing"; leave it blank while the episode goes on.

  ## 148

  An end without a reason does not tell whether the child left care; a reason without an end does not tell when.
  Example: DEC is 12/09/2025 and REC is blank.

  ## 149

  Where children go when they leave care is published by these codes.
  Example: REC is "E4", which was split into E4A and E4B.

  ## 445

  Freeing orders were replaced by placement orders at the end of 2005, so none can begin later.
  Example: LS is D1 and DECOM is 14/02/2010.

  ## 446

  Courts could make placement orders from the end of December 2005; the return takes none that starts before that
  month.
  Example: LS is E1 and DECOM is 03/09/2004.

  ## 451

  Freeing orders have long been replaced, so no child should still be under one.
  Example: LS is D1, and DEC and REC are blank.

  ## 1009

  Why placements change is counted by these codes, which show how stable the care of children is.
  Example: REASON_PLACE_CHANGE is "MOVED".
  """#
