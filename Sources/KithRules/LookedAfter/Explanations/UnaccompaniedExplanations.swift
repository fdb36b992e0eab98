/// Why the rules of this theme ask what they ask, and an example of each.
let unaccompaniedExplanations = #"""
  ## 104

  The table holds children who had the status in the year. A day on which it ceased must therefore be a real day, and
  not
  one from before the year.

  Example: in 2025/26, DUC is `30/11/2024`; the child was no longer unaccompanied and should not be in the table.

  ## 105

  In the XML layout each header says whether the child was unaccompanied, because there is no table of such children
  whose
  rows would tell.

  Example: the element UASC is empty; write `0` or `1`.

  ## 231

  Children seldom arrive alone before they are 11, so for a younger one either the date of birth or the status is
  probably
  wrong.

  Example: a child of 4 is in the UASC table, who came with an adult brother.

  ## 303

  A status can only cease if the child had it. In CSV tables a child in the UASC table has it; in XML the header says
  so.

  Example: UASC is `0` and DUC is `01/09/2025`.

  ## 304

  The status ends at the latest when the child turns 18, for an adult is no unaccompanied child.

  Example: a child born on 1 July 2007 has `31/12/2025` in DUC.
  """#
