/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedPlanDatesExplanations = #"""
  ## 4001

  A child is on a child in need plan or on a child protection plan, and so has one open plan at most.
  Example: CPPendDate and CINPlanEndDate are both blank.

  ## 4004

  A time in need has one child in need plan at a time, so one of them at most is open.
  Example: two plans have no CINPlanEndDate.

  ## 4010

  Children on a plan are counted by how long they have been on it, up to 31 March.
  Example: CINPlanStartDate is blank.

  ## 4011

  A plan ends after it begins.
  Example: CINPlanStartDate is 2025-06-02 and CINPlanEndDate 2025-06-01.

  ## 4012Q

  A plan of one day is seldom meant.
  Example: CINPlanStartDate and CINPlanEndDate are 2025-06-01.

  ## 4013

  A plan that ended before the year belongs to an earlier census, and one that ends later is still open.
  Example: in the census to 31 March 2026, CINPlanEndDate is 2025-03-20.

  ## 4014

  A child has one child in need plan at a time, in whatever time in need. The next begins on a day after the last one's
  end.
  Example: one plan lasts from 2025-06-01 to 2025-09-01 and another begins on 2025-08-01.

  ## 4017

  A child in need plan is over when a child protection plan begins. It may end on that day.
  Example: the child in need plan lasts from 2025-06-01 to 2025-09-01 and CPPstartDate is 2025-08-01.
  """#
