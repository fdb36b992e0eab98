/// Why the rules of this theme ask what they ask, and an example of each.
let adoptionDecisionsExplanations = #"""
  ## 115

  The waiting time of children who are to be adopted is counted from this day, so it must be a date.
  Example: DATE_PLACED is "May 2025".

  ## 116

  The day on which a plan for adoption was given up must be a date, as it ends the child's waiting time.
  Example: DATE_PLACED_CEASED is 29/02/2025, and 2025 has no such day.

  ## 117

  The return tells what was decided while the child was looked after, up to 31 March. A later date is a slip, or
  belongs
  to next year. Where no episode of the child has been left open or ended care, only the end of the year is tested.
  Example: a child went home on 1 July 2025, and DATE_PLACED_CEASED is 2 July 2025.

  ## 118

  A decision that was reversed before 1 April, or before the child came into care, is not part of this year's return.
  Example: DATE_PLACED_CEASED is 31 March 2025 in the return of 2025/26.

  ## 119

  A reversal is told by its day and its reason together.
  Example: DATE_PLACED_CEASED is 1 June 2025 and no reason is given.

  ## 120

  Why plans for adoption end is published by these four reasons.
  Example: REASON_PLACED_CEASED is RD5.

  ## 184

  No decision is made about a child before the birth; it is made afterwards, even when it was planned. Where the
  header has
  no date of birth, this cannot be seen to hold.
  Example: DOB in the header is 2 June 2024 and DATE_PLACED is 1 June 2024.

  ## 522

  A decision can be reversed on the day it was made, and never before.
  Example: DATE_PLACED is 2 June 2025 and DATE_PLACED_CEASED is 1 June 2025.

  ## 523

  DATE_PLACED and DATE_INT are one decision in two tables. A decision that was reversed and followed by another is
  history,
  and is not compared.
  Example: DATE_PLACED is 2 June 2025, and AD1 gives 1 June 2025.

  ## 525

  A child is not adopted under a decision that was reversed. If a new decision was made afterwards, the old one may
  stay.
  Example: the child's only decision was reversed on 1 June 2024, and AD1 describes the adoption.

  ## 551

  A child may be placed with adopters only after the authority has decided on it, and the day of that decision is
  needed to
  count how long the child waited.
  Example: a child is in A4, and PlacedAdoption has no row of the child.

  ## 552

  The decision comes before the placement. A decision made later is no fault if an earlier one stood when the child
  was
  placed.
  Example: a child was placed with adopters on 1 June 2025, and the only decision is of 2 June 2025.

  ## 553

  A court makes a placement order because the authority has decided that the child should be adopted; when that
  decision is
  reversed, the order is brought to an end.
  Example: an episode under E1 goes on, and DATE_PLACED_CEASED is 1 June 2025.

  ## 554

  The authority decides before it asks the court for a placement order.
  Example: the first episode under E1 starts on 1 June 2025, and DATE_PLACED is 2 June 2025.

  ## 555

  A freeing order, which the courts made before placement orders came, also rests on the decision that the child
  should be
  adopted. The status was withdrawn after 2023/24.
  Example: an episode under D1 goes on, and the child has no row in PlacedAdoption.

  ## 556

  As with placement orders, the authority decided before it asked for a freeing order.
  Example: an episode under D1 starts on 1 June 2023, and DATE_PLACED is 2 June 2023.

  ## 557

  When a child who was to be adopted leaves care otherwise, the plan has ended, and the return says when and why.
  Example: a child went home from A4 with REC E4A, and DATE_PLACED_CEASED is blank.

  ## 558

  A child who was adopted was adopted under the latest decision, which therefore stands. One reversal is enough to
  fail;
  an earlier reversed decision with a standing one after it is no fault.
  Example: a child's episode ends with E11, and the child's only decision was reversed on 1 January 2025.

  ## 559

  A decision made before 1 April should already be in last year's return. If it is not, one of the returns is wrong.
  Example: DATE_PLACED is 31 March 2025, and last year's return has no decision about the child.

  ## 560

  A decision that stood on 31 March goes into this year's return with the same day. The way of writing the day does
  not
  matter, and a new decision may stand beside it.
  Example: last year's return has 1 June 2024, and this year's only decision is of 2 June 2024.

  ## 561

  A decision that was reversed by last year's return is closed; what is in force now is a new decision with a day of
  its own.
  Example: both returns have a decision of 1 December 2023, and last year's says that it was reversed.

  ## 563

  What was never decided cannot be reversed.
  Example: DATE_PLACED_CEASED and its reason are given, and DATE_PLACED is blank.

  ## 579

  One decision ends before the next begins, as a child has one plan at a time.
  Example: the first decision was reversed on 1 January 2025, and the second was made on 31 December 2024.

  ## 583

  When a new decision is made, the earlier ones must have been reversed; only the latest may be open.
  Example: decisions of 27 April and 16 June 2025 are both open.

  ## 584

  After a reversal a new decision can only be a later one.
  Example: last year's return reversed a decision of 1 December 2023, and this year's is of 30 November 2023.

  ## 1003

  A decision about adoption is made about a child who is looked after, so it cannot be earlier than the start of care.
  Example: care started on 1 June 2025, and DATE_PLACED is 31 May 2025.
  """#
