/// Why the rules of this theme ask what they ask, and an example of each.
let deprivationOfLibertyExplanations = #"""
  ## 700

  Without a readable start the order cannot be placed in the year or beside the child's episodes.
  Example: DOLO_START is 31/06/2026.

  ## 701

  An end that cannot be read is not the same as none, which means that the order is in force.
  Example: DOLO_END is "unknown".

  ## 702

  An order ends after the day on which it starts.
  Example: DOLO_START is 05/06/2026 and DOLO_END is 04/06/2026.

  ## 703

  The return is of the year to 31 March; an order that starts later belongs to the next.
  Example: DOLO_START is 02/04/2027 in the return to 31 March 2027.

  ## 704

  An order that ended before the year belongs to the last return; one that ends after 31 March was in force then and
  has no end yet.
  Example: DOLO_END is 27/03/2026 in the return to 31 March 2027.

  ## 705

  A child is under one order at a time, so that days under orders are counted once; orders may meet on one day.
  Example: One order is from 01/06/2026 to 20/06/2026 and another starts on 10/06/2026.

  ## 706

  An order that was in force on 31 March is still so on 1 April: this year's return takes it up with the same start.
  Example: Last year's return has an order from 01/03/2026 without an end, and this year's has none of that start.

  ## 707

  The return holds orders of children in care, so an order ends, at the latest, on the day on which care does.
  Example: Care ended on 10/05/2026, and the order that started on 05/05/2026 has no end.

  ## 708

  A start on or before the day of birth shows that one of the two is wrong.
  Example: DOB is 01/05/2015 and DOLO_START is 01/05/2005.

  ## 709

  Children under an order are expected in a children's home (K2) or in one of two kinds of other placement (Z12,
  Z13); elsewhere, the order's dates or the placement's code are likely to be wrong.
  Example: An order is in force from 10/05/2026 to 20/05/2026 while the child is fostered (U4).

  ## 710

  A secure home, a parent's home, custody and supported accommodation either restrict liberty by other law or cannot
  restrict it at all.
  Example: An order is in force from 10/05/2026 to 20/05/2026 while the child is in a secure children's home (K1).
  """#
