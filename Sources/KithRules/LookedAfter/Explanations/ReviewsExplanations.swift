/// Why the rules of this theme ask what they ask, and an example of each.
let reviewsExplanations = #"""
  ## 166

  Whether reviews are held in time is worked out from their days, so each row needs one.

  Example: REVIEW holds `June 2025`.

  ## 167

  The guidance asks how the child took part in each review. A code without a review has nothing to describe.

  Example: a review took place on 30 June 2025 and REVIEW_CODE is blank.

  ## 440

  PN0 is for children who were too young to take part: those under 4 at the review. From the fourth birthday on the
  return
  says how the child took part.

  Example: a child born on 1 June 2021 has `PN0` for the review of 1 June 2025.

  ## 441

  Before the fourth birthday children are not asked for their views, so the codes for taking part do not apply to
  them.

  Example: a child of 2 has `PN1`; write `PN0`.
  """#
