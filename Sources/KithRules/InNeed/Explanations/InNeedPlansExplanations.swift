/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedPlansExplanations = #"""
  ## 4003

  A child protection plan is reviewed while it lasts; a child in need plan begins when it has ended. A review may be
  the conference that ends it.
  Example: the child in need plan lasts from 2025-06-01 and CPPreviewDate is 2025-07-01.

  ## 4016

  A child is on a child in need plan or on a child protection plan. The first may begin on the day on which the
  second ends.
  Example: the child protection plan lasts from 2025-06-01 to 2025-09-01 and CINPlanStartDate is 2025-08-01.
  """#
