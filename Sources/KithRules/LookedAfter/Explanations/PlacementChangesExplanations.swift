/// Why the rules of this theme ask what they ask, and an example of each.
let placementChangesExplanations = #"""
  ## 226

  A temporary move changes no plan, so neither it nor the episode that it interrupts gives a reason.
  Example: PLACE is T1, and the episode before has REASON_PLACE_CHANGE CARPL.

  ## 233

  The reason belongs to the end of a placement, so an episode that goes on has none yet.
  Example: DEC is blank and REASON_PLACE_CHANGE is CREQB.

  ## 234

  A child under 10 cannot be held in custody, so a move for that reason is wrong, or the age is.
  Example: REASON_PLACE_CHANGE is CUSTOD, the next episode starts on 01/06/2025, and DOB is 20/02/2016.
  """#
