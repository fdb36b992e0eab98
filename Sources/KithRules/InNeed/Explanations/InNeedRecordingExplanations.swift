/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedRecordingExplanations = #"""
  ## 2886Q

  The sex of a child who has been born is nearly always known. To 2023/24 the item was the gender.
  Example: of 400 children, 12 have Sex U and no ExpectedPersonBirthDate.

  ## 2888Q

  Many disabled children have more than one disability. If no child has, the system may keep only the first.
  Example: 60 children have MOB, LD or AUT, each of them one code.
  """#
