/// Why the CIN rules of this theme ask what they ask, and an example of each.
let inNeedProtectionPlansExplanations = #"""
  ## 8720

  A child protection plan is counted from its start, which is in the year or before it.
  Example: CPPstartDate is 2026-04-02 in the census to 31 March 2026.

  ## 8730

  How many children come back to a child protection plan is counted, so each plan says how many came before it, in
  any authority.
  Example: NumberOfPreviousCPP is blank, as the child had none; write 0.

  ## 8840

  A plan lasts a day at least; a plan that was never put into force is not sent.
  Example: CPPstartDate and CPPendDate are both 2025-06-20.

  ## 8841

  A plan is reviewed some time after it began; the conference that made it is not a review.
  Example: CPPstartDate and CPPreviewDate are both 2025-06-20.

  ## 8842Q

  A review is known by its day, and the time between reviews is counted.
  Example: a Reviews element is there, and CPPreviewDate is blank.

  ## 8905

  Plans are counted by the category of abuse for which they were made.
  Example: InitialCategoryOfAbuse is NEGLECT.

  ## 8910

  Plans are counted by the category of abuse for which they are kept up, which may have changed.
  Example: LatestCategoryOfAbuse is blank, as nothing changed; write the category at the start.

  ## 8915

  No plan is made for a child after death.
  Example: PersonDeathDate is 2025-06-01 and CPPstartDate 2025-06-05.

  ## 8920

  A plan ends on the day of death at the latest.
  Example: PersonDeathDate is 2025-06-01 and CPPendDate 2025-06-30.

  ## 8925

  A plan ends after it begins.
  Example: CPPstartDate is 2025-06-20 and CPPendDate 2025-06-18.

  ## 8930

  The census holds plans that ended in the year, and those that go on.
  Example: CPPendDate is 2025-03-31 in the census to 31 March 2026.

  ## 8935

  A child is on one child protection plan at a time, in whichever time in need it stands.
  Example: two plans of a child have no CPPendDate.

  ## 8940

  A child is on one child protection plan at a time, so the next begins after the day on which the last one ended.
  Example: one plan lasts from 2025-06-20 to 2025-12-01 and another begins on 2025-09-01.
  """#
