/// Why the rules of this theme ask what they ask, and an example of each.
let providersExplanations = #"""
  ## 219
  Ofsted's list says which types of placement each number may be recorded with. A number that is not in the list has
  none.
  Example: URN is a fostering agency's and PLACE is K2, a children's home.

  ## 221
  A home or residential school is at one address, which Ofsted's list gives; a child placed there lives at its
  postcode.
  Example: PL_POST is the head office's postcode and not the home's.

  ## 224
  Ofsted's list says whether a number is the authority's own, another authority's, a private or a voluntary provider.
  Example: a private children's home is recorded with PR1.

  ## 227
  No child can be placed with a provider that has closed.
  Example: the home was deregistered on 1 June and DECOM is 14 July.

  ## 228
  A placement ends at the latest when the provider closes.
  Example: the home was deregistered on 1 June and the episode there is still open at the end of March.

  ## 229
  A provider of the authority's own is recorded as PR1 and another authority's as PR2. From 2025/26 types of
  placement without a registered setting are left out.
  Example: the return of Richmond has PR1 with a number of Hounslow's fostering service.

  ## 241
  Supported accommodation is registered by the authority's area in which it lies; a placement elsewhere has the
  number of another setting.
  Example: the number is that of a scheme in Wakefield, and the placement's postcode is in York.

  ## 1008
  A number that Ofsted's list does not have is a typing error, or the list is not the latest.
  Example: URN is SC12345 where the list has SC123450.
  """#
