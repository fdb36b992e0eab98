/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedChildRecordsExplanations = #"""
  ## 1570

  The census keeps 20 characters of an identifier, and two longer ones may begin alike.
  Example: LAchildID has 24 characters.

  ## 1580

  An identifier of letters and digits alone reads the same in each system that it passes through.
  Example: LAchildID is 2025-0417.

  ## 8540

  Every child in need who has been born has a disability code, of which NONE says that there is no disability. A
  referral without further action needs none.
  Example: ReferralNFA is false and the child has no Disability.

  ## 8590

  A child is in the census because of a referral.
  Example: a Child element has ChildIdentifiers and no CINdetails.
  """#
