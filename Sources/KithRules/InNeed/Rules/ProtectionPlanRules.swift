// Child protection plans: their dates, the abuse, the child's other plans, and their reviews.
import KithReturns
import KithTables

let protectionPlanRules: [Rule<InNeedReturn>] = [
  .protectionPlan(
    "8720", [.protectionStart], "The start of the child protection plan is blank, or after the collection year.",
    fix: "Correct CPPstartDate."
  ) { p in
    p.start.hasNoValue || p.start > p.collection.end
  },
  .protectionPlan(
    "8730", [.previousPlans], "The number of earlier child protection plans is blank, or is not a number from 0.",
    fix: "Write the number in NumberOfPreviousCPP, 0 where there were none."
  ) { p in
    p.previousPlans.hasNoValue || p.previousPlans < 0.0
  },
  .protectionPlan(
    "8840", [.protectionStart, .protectionEnd], "The child protection plan ended on the day on which it began.",
    fix: "Correct CPPstartDate or CPPendDate, or leave out the plan."
  ) { p in
    p.start == p.end
  },
  .protectionPlan(
    "8905", [.initialAbuse], "The category of abuse at the start is blank or is not one of the codes.",
    fix: "Write NEG, PHY, SAB, EMO or MUL in InitialCategoryOfAbuse."
  ) { p in
    p.initialAbuse.isMissingOrNone(of: .all)
  },
  .protectionPlan(
    "8910", [.latestAbuse], "The latest category of abuse is blank or is not one of the codes.",
    fix: "Write NEG, PHY, SAB, EMO or MUL in LatestCategoryOfAbuse."
  ) { p in
    p.latestAbuse.isMissingOrNone(of: .all)
  },
  .protectionPlan(
    "8915", [.protectionStart], with: [.deathDate], "The child protection plan began after the date of death.",
    fix: "Correct CPPstartDate or PersonDeathDate."
  ) { (p: ChildProtectionPlan, c: ChildIdentifiers) in
    p.start > c.deathDate
  },
  .protectionPlan(
    "8920", [.protectionEnd], with: [.deathDate], "The child protection plan ended after the date of death.",
    fix: "Correct CPPendDate or PersonDeathDate."
  ) { (p: ChildProtectionPlan, c: ChildIdentifiers) in
    p.end > c.deathDate
  },
  .protectionPlan(
    "8925", [.protectionStart, .protectionEnd], "The child protection plan ended before it began.",
    fix: "Correct CPPstartDate or CPPendDate."
  ) { p in
    p.end < p.start
  },
  .protectionPlan(
    "8930", [.protectionEnd], "The child protection plan did not end in the collection year.",
    fix: "Correct CPPendDate, or leave out a plan of an earlier year."
  ) { p in
    p.collection.isOutsideYear(p.end)
  },
  .protectionPlan(
    "8935", [.protectionEnd], "Another child protection plan of the child goes on too.",
    fix: "Give CPPendDate of the plan that has ended.", reads: [.in(.childProtectionPlans, .protectionEnd)]
  ) { p in
    p.end.isMissing && p.child.protectionPlans.contains { $0.end.isMissing && !$0.isSame(as: p) }
  },
  .protectionPlan(
    "8940", [.protectionStart], with: [.protectionStart, .protectionEnd],
    "The child protection plan began while another of the child was going on.", fix: "Correct the dates of the plans."
  ) { (p: ChildProtectionPlan, other: ChildProtectionPlan) in
    !p.isSame(as: other) && p.start >= other.start
      && (p.start <= other.end || other.end.isMissing && p.start <= p.collection.end)
  },
  .planReview(
    "8841", [.reviewed], inDetails: [.protectionStart],
    "The child protection plan was reviewed on the day on which it began, or before.",
    fix: "Correct CPPreviewDate or CPPstartDate."
  ) { (r: PlanReview, p: ChildProtectionPlan) in
    p.isSame(as: r.plan) && r.date <= p.start
  },
  .planReview(
    "8842Q", [.reviewed], "The day of the review is blank, or is not a day.",
    fix: "Give CPPreviewDate, or leave out the review.", severity: .query
  ) { r in
    r.date.hasNoValue
  },
]
