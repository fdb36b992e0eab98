// Plans and conferences of the CIN Census beside care in the SSDA903 return. Each compares rows of one identity only: a
// plan that began before an adoption, and what came of it.
import KithReturns
import KithTables

let plansAndCareRules: [Rule<BothReturns>] = [
  .protectionPlan(
    "X218", [.protectionEnd], with: [.end, .endReason],
    "The child protection plan went on after the child was adopted.",
    fix: "Correct CPPendDate; a plan ends with the adoption, if not before.",
    reads: [.inNeed(.childProtectionPlans, .protectionStart), .inNeed(.childIdentifiers, .childIdentifier)]
  ) { (p: Beside<ChildProtectionPlan>, e: Beside<Episode>) in
    e.endReason.isOne(of: .adopted) && p.start < e.end && (p.end.isMissing || p.end > e.end) && p.child.hasOneRow
  },
  .plan(
    "X219", [.planStart, .planEnd], with: [.start, .end],
    "A child in need plan was open while the child was looked after, who has a care plan instead.",
    fix: "End the plan on the day on which care began, or correct the dates of care.", severity: .query,
    reads: [.lookedAfter(.episodes, .legalStatus)] + Reading.identity
  ) { (p: Beside<CINPlan>, e: Beside<Episode>) in
    !e.own.isShortBreak && (p.start < e.end || e.end.isMissing && p.start.hasValue)
      && (p.end > e.start || p.end.isMissing && e.start.hasValue) && p.child.isOneIdentity
  },
  .protectionPlan(
    "X220", [.protectionEnd], with: [.start, .placement],
    "The child protection plan went on after the child was placed for adoption.",
    fix: "Correct CPPendDate, or note why the plan was still needed.", severity: .query,
    reads: [.inNeed(.childProtectionPlans, .protectionStart), .inNeed(.childIdentifiers, .childIdentifier)]
  ) { (p: Beside<ChildProtectionPlan>, e: Beside<Episode>) in
    e.placement.isOne(of: .adoptive) && p.start < e.start && (p.end.isMissing || p.end > e.start) && p.child.hasOneRow
  },
  .planReview(
    "X221", [.reviewed], with: [.end, .endReason],
    "A review conference was held after the child had died or had been adopted.",
    fix: "Correct CPPreviewDate, DEC or REC.",
    reads: [.inNeed(.childProtectionPlans, .protectionStart), .inNeed(.childIdentifiers, .childIdentifier)]
  ) { (r: Beside<PlanReview>, e: Beside<Episode>) in
    r.date > e.end && (e.endReason == .e2 || e.endReason.isOne(of: .adopted)) && r.own.plan.start < e.end
      && r.child.hasOneRow
  },
]
