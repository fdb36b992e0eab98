/// Why the rules of this theme ask what they ask, and an example of each.
let placementLocationExplanations = #"""
  ## 164
  A distance that is negative or near a thousand miles cannot be one within the United Kingdom; a postcode is wrong.
  Example: PL_DISTANCE is 1000 because the home's postcode was typed as one in Shetland and the file was edited by
  hand.

  ## 169
  The authority in whose area a child lives is counted in the official tables, so the placement's postcode must lead
  to one. Short breaks are
  left out, for their place is not collected.
  Example: an episode under C2 has "unknown" in PL_POST.

  ## 179
  Whether children live inside or outside their own authority's area is published, so it must follow from the
  placement's postcode.
  Example: an episode under V2 has no PL_POST.

  ## 218
  Every placement that Ofsted registers or inspects is known by its number. Placements with parents, in independent
  living, in custody, hospital or the like,
  temporary ones, those outside England and short breaks have none.
  Example: a child fostered in Leeds since May has a blank URN.

  ## 230
  From 28 October 2023 homes for young people of 16 and 17 had to be registered with Ofsted or to have applied, so
  their number is asked for.
  Example: PLACE is H5 in 2023/24, the episode is open and URN is blank.

  ## 243
  Ofsted works in England only; a placement elsewhere cannot have one of its numbers.
  Example: the placement's postcode is in Cardiff and URN is SC123456.

  ## 392a
  How far children live from home is published. It needs both postcodes; only unaccompanied asylum-seeking children
  have no home to measure from, and
  short breaks are not asked for it.
  Example: HOME_POST is blank for a child who came into care from home.

  ## 392c
  A postcode that the postal address file never had is a typing error, and nothing can be worked out from it.
  Postcodes no longer in use are
  accepted.
  Example: PL_POST is TW1 8BPX.

  ## 406
  The home of an unaccompanied asylum-seeking child is not in this country, so there is no distance to measure.
  Example: the child is in the table UASC, and HOME_POST holds the address of the children's services.

  ## 411
  A placement in the authority's own area must have a postcode there; the two are recorded at odds.
  Example: PL_LOCATION is IN and the postcode lies in Hounslow, in the return of Richmond.

  ## 420
  The place of a short break is not collected.
  Example: an episode under V4 has the postcode of the short break's home.

  ## 452
  When an episode goes on from last year with the same reason, the placement has not changed, so it lies where it lay.
  Example: the episode open since 2024 had a postcode in York last year and one in Leeds this year.

  ## 453
  When an episode goes on from last year with the same reason, neither home nor placement has moved, so neither has
  the distance.
  Example: the same open episode was 3.1 miles from home last year and is 5.4 miles this year.

  ## 454
  So long a way from home is rare within England, and more often a wrong postcode; check it.
  Example: a child from Cornwall is placed at a postcode in Aberdeen that was meant to be in Bath.

  ## 503G
  An episode that was open at the end of last year goes on in this one, with the same placement and so the same
  distance from home.
  Example: last year's open episode had a distance of 3.1 miles; this year's first episode has none.

  ## 503H
  An episode that was open at the end of last year goes on in this one, in the same placement and so in the same
  authority's area.
  Example: the postcode was corrected this year and not in last year's return.

  ## 503J
  An episode that was open at the end of last year goes on in this one, in the same placement, inside the own area or
  outside it.
  Example: IN last year, OUT this year, with the same DECOM.

  ## 1015
  Homes that the authority itself provides are as a rule in its own area, but fostering and adoption; from 2025/26
  supported accommodation too.
  Example: PLACE_PROVIDER is PR1 for a home in a neighbouring authority that a company runs.
  """#
