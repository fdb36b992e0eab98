/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedHeaderExplanations = #"""
  ## 100

  Every count of the census is of the year to 31 March, so the file must say which 31 March it is of.
  Example: Year is 2026 and ReferenceDate is 2025-03-31.
  """#
