// Child in need plans: their dates, one another's, and those of child protection plans.
import KithReturns
import KithTables

let planDatesRules: [Rule<InNeedReturn>] = [
  .protectionPlan(
    "4001", [.protectionEnd], inDetails: [.planEnd],
    "A child protection plan and a child in need plan of the same time in need are both open.",
    fix: "Give CPPendDate or CINPlanEndDate.", reads: [.in(.cinPlans, .planStart)]
  ) { (protection: ChildProtectionPlan, p: CINPlan) in
    protection.end.isMissing && p.end.isMissing && p.start.isPresent
  },
  .plan(
    "4004", [.planEnd], "The time in need has more than one child in need plan that is open.",
    fix: "Give CINPlanEndDate of the plans that have ended.", reads: [.in(.cinPlans, .planEnd)]
  ) { p in
    p.end.isMissing && p.details.plans.contains { !$0.isSame(as: p) && $0.end.isMissing }
  },
  .plan(
    "4010", [.planStart], "The child in need plan has no start, or one after the year.",
    fix: "Give or correct CINPlanStartDate."
  ) { p in
    p.start.hasNoValue || p.start > p.collection.end
  },
  .plan(
    "4011", [.planEnd, .planStart], "The child in need plan ended before it began.",
    fix: "Correct CINPlanStartDate or CINPlanEndDate."
  ) { p in
    p.end < p.start
  },
  .plan(
    "4012Q", [.planStart, .planEnd], "The child in need plan ended on the day on which it began.",
    fix: "Check the dates of the plan.", severity: .query
  ) { p in
    p.start == p.end
  },
  .plan(
    "4013", [.planEnd], "The child in need plan ended before the year or after it.",
    fix: "Correct CINPlanEndDate, or leave out a plan that ended before the year."
  ) { p in
    p.collection.isOutsideYear(p.end)
  },
  .plan(
    "4014", [.planStart], with: [.planStart, .planEnd],
    "The child in need plan began while the child had another.", fix: "Correct the dates of the plans."
  ) { (p: CINPlan, other: CINPlan) in
    !p.isSame(as: other) && p.start >= other.start
      && (p.start <= other.end || other.end.isMissing && p.start <= p.collection.end)
  },
  .protectionPlan(
    "4017", [.protectionStart], with: [.planStart, .planEnd],
    "The child protection plan began while the child was on a child in need plan.",
    fix: "Correct CPPstartDate, or the dates of the child in need plan."
  ) { (protection: ChildProtectionPlan, p: CINPlan) in
    protection.start >= p.start
      && (protection.start < p.end || p.end.isMissing && protection.start <= p.collection.end)
  },
]
