// The closure of a time in need, and what went on in it.
import KithReturns
import KithTables

let closureRules: [Rule<InNeedReturn>] = [
  .details(
    "2990", [.conference],
    links: [
      .inDetails([.childIdentifier]) { (_: CINDetails, _: Section47) in true },
      .inDetails([.childIdentifier]) { (_: CINDetails, _: ChildProtectionPlan) in true },
      .inDetails([.childIdentifier]) { (_: CINDetails, _: CINPlan) in true },
    ],
    "The case was closed after an assessment, and has an enquiry, a plan or a conference.",
    fix: "Correct ReasonForClosure, or leave out what did not take place.", reads: [.in(.cinDetails, .closureReason)]
  ) { d in
    d.closureReason.isOne(of: .afterAssessment)
      && (d.conference.isPresent || !d.enquiries.isEmpty || !d.protectionPlans.isEmpty || !d.plans.isEmpty)
  },
  .details(
    "8565", [.closed, .conference],
    links: [
      .inDetails([.assessmentStart, .assessmentAuthorised]) { (d: CINDetails, a: Assessment) in
        a.start > d.closed || a.authorised > d.closed
      },
      .inDetails([.enquiryStart, .conference]) { (d: CINDetails, e: Section47) in
        e.start > d.closed || e.conference > d.closed
      },
      .inDetails([.planStart, .planEnd]) { (d: CINDetails, p: CINPlan) in p.start > d.closed || p.end > d.closed },
      .inDetails([.protectionEnd]) { (d: CINDetails, p: ChildProtectionPlan) in p.end > d.closed },
    ],
    "Something took place after the case was closed.", fix: "Correct CINclosureDate, or the dates after it."
  ) { d in
    d.conference > d.closed || d.hasActivityAfterClosure
  },
  .details(
    "8867", [.closed], inDetails: [.assessmentAuthorised], "The case was closed and an assessment goes on.",
    fix: "Give AssessmentAuthorisationDate, or take out CINclosureDate."
  ) { (d: CINDetails, a: Assessment) in
    d.closed.isPresent && a.authorised.isMissing
  },
  .enquiry(
    "2991Q", [.childIdentifier], "There was an enquiry under section 47 and no assessment in the same time in need.",
    fix: "Add the assessment, or confirm that there was none.", severity: .query,
    reads: [.in(.assessments, .childIdentifier)]
  ) { e in
    e.details.assessments.isEmpty
  },
]

extension CINDetails {
  /// Whether an assessment, an enquiry or a plan began or ended after the case was closed.
  fileprivate var hasActivityAfterClosure: Bool {
    assessments.contains { $0.start > closed || $0.authorised > closed }
      || enquiries.contains { $0.start > closed || $0.conference > closed }
      || plans.contains { $0.start > closed || $0.end > closed } || protectionPlans.contains { $0.end > closed }
  }
}
