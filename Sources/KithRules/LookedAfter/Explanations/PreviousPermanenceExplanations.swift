/// Why the rules of this theme ask what they ask, and an example of each.
let previousPermanenceExplanations = #"""
  ## 630

  For each child who comes into care the return asks whether an adoption, special guardianship or similar arrangement
  came
  before, and if so where and when. That shows how often such arrangements break down.

  Example: a child came into care on 5 May 2025 and PrevPerm has no row of the child; add one, with `Z1` if there was
  no
  such arrangement.

  ## 631

  Only the guidance's codes say which kind of arrangement there was.

  Example: PREV_PERM holds `SGO`; write `P2`.

  ## 632

  The order that made the earlier arrangement came before the child's time in care. Parts of its date that nobody
  knows
  are written ZZ; the rule then takes the latest day that it may have been.

  Example: DATE_PERM is `ZZ/07/2025` and the child's first episode began on 3 July 2025.

  ## 634

  Earlier arrangements are collected for children who came into care from 1 April 2016 on, so a row of a child whose
  last
  episode began before that is not asked for.

  Example: a child has one episode, from 12 September 2015, and a row in PrevPerm.

  ## 635

  An authority and a date belong to an arrangement. When the code says that there was none, or nothing, one or the
  other
  is wrong.

  Example: PREV_PERM is `Z1` and DATE_PERM is `14/02/2019`.
  """#
