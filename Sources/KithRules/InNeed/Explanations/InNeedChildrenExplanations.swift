/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedChildrenExplanations = #"""
  ## 4180

  Children are counted by sex; to 2023/24 the item was the gender.
  Example: Sex is 1 in the census of 2025/26.

  ## 4220

  Children are counted by ethnic group; a code says also that it is not yet known, or was not told.
  Example: Ethnicity is WHITE.

  ## 8500

  Without an identifier nobody can find the child again, in the authority's system or in last year's census.
  Example: ChildIdentifiers has no LAchildID.

  ## 8510

  One child has one record, with all its times in need in it.
  Example: two Child elements have LAchildID 1234.

  ## 8520

  A child born after 31 March belongs to the next census; one not yet born has an expected date.
  Example: PersonBirthDate is 2026-04-02 in the census to 31 March 2026.

  ## 8525Q

  A child has been born or is expected, and the age is worked out from the one date that applies.
  Example: PersonBirthDate and ExpectedPersonBirthDate are both given.

  ## 8790

  A child with no disability has the code NONE alone.
  Example: Disability is NONE and again MOB.

  ## 8794

  Each disability of a child is counted once.
  Example: Disability is MOB twice.
  """#
