/// Why the rules of this theme ask what they ask, and an example of each.
let permanenceAuthorityExplanations = #"""
  ## 633
  The authority that arranged the adoption or order is named by its three digits, so that the two authorities'
  figures can be joined. Authorities that have closed since are
  right where they made the arrangement.
  Example: LA_PERM is 458, which no authority has ever had.
  """#
