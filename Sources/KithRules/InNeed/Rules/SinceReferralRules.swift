// What follows a referral, and cannot come before it or without it.
import KithReturns
import KithTables

let sinceReferralRules: [Rule<InNeedReturn>] = [
  .enquiry(
    "1104", [.conference], inDetails: [.referred], "The initial conference of an enquiry was before the referral.",
    fix: "Correct DateOfInitialCPC or CINreferralDate."
  ) { (e: Section47, d: CINDetails) in
    e.conference < d.referred
  },
  .protectionPlan(
    "1105", [.protectionStart], inDetails: [.referred], "The child protection plan began before the referral.",
    fix: "Correct CPPstartDate or CINreferralDate."
  ) { (p: ChildProtectionPlan, d: CINDetails) in
    p.start < d.referred
  },
  .enquiry(
    "2889", [.enquiryStart], inDetails: [.referred], "The enquiry began before the referral.",
    fix: "Correct S47ActualStartDate or CINreferralDate."
  ) { (e: Section47, d: CINDetails) in
    e.start < d.referred
  },
  .plan(
    "4015", [.planStart], inDetails: [.referred], "The child in need plan began before the referral.",
    fix: "Correct CINPlanStartDate or CINreferralDate."
  ) { (p: CINPlan, d: CINDetails) in
    p.start < d.referred
  },
  .details(
    "4000", [.noFurtherAction], inDetails: [.childIdentifier],
    "The referral led to no further action, and there is a child in need plan.",
    fix: "Write false in ReferralNFA, or take the plan out."
  ) { (d: CINDetails, _: CINPlan) in
    d.noFurtherAction.isOne(of: .yes)
  },
]
