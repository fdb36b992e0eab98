// Plans: child in need plans and child protection plans beside each other.
import KithReturns
import KithTables

let planRules: [Rule<InNeedReturn>] = [
  .planReview(
    "4003", [.reviewed],
    links: [
      .inDetails([.planStart]) { (r: PlanReview, p: CINPlan) in r.date >= p.start && r.date < p.end },
      .inDetails([.protectionEnd]) { (r: PlanReview, p: ChildProtectionPlan) in p.isSame(as: r.plan) },
    ],
    "A child protection plan was reviewed while the child was on a child in need plan.",
    fix: "Correct CPPreviewDate, or the dates of the child in need plan.", reads: [.in(.cinPlans, .planEnd)]
  ) { r in
    (r.plan.end.isMissing || r.date != r.plan.end)
      && r.details.plans.contains { r.date >= $0.start && r.date < $0.end }
  },
  .plan(
    "4016", [.planStart], with: [.protectionStart, .protectionEnd],
    "The child in need plan began while the child was on a child protection plan.",
    fix: "Correct CINPlanStartDate, or the dates of the child protection plan."
  ) { (p: CINPlan, protection: ChildProtectionPlan) in
    p.start >= protection.start
      && (p.start < protection.end || protection.end.isMissing && p.start <= p.collection.end)
  },
]
