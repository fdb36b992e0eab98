/// Why the rules of this theme ask what they ask, and an example of each.
let placementLocationsExplanations = #"""
  ## 222

  Ofsted registers homes and agencies, not parents, hospitals, prisons or temporary moves, so these have no number.
  XXXXXXX is let pass.
  Example: PLACE is R5 and URN is SC012345.

  ## 242

  XXXXXXX hides carers who might be found by the number. Homes and schools need no such cover.
  Example: PLACE is K2 and URN is XXXXXXX.

  ## 392b

  How far children live from home is published, and both postcodes are needed to tell. Short breaks have none, and a
  child who came alone to seek asylum has no home in this country.
  Example: LS is C2 and PL_POST is blank.

  ## 392d

  A child who lives at the home postcode is with the parents, or one of the two was copied by mistake.
  Example: PLACE is U6, and HOME_POST and PL_POST are both AB1 2CD.
  """#
