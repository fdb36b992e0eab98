// Cases: what a time in need must say, which may be open, and what one without further action may not have.
import KithReturns
import KithTables

let caseRules: [Rule<InNeedReturn>] = [
  .details(
    "8650", [.primaryNeed], "The primary need is not one of the codes.",
    fix: "Write one of N1 to N9, or N0, in PrimaryNeedCode."
  ) { d in
    d.primaryNeed.isNone(of: .all)
  },
  .details(
    "8866", [.referred, .referralSource], "The source of the referral is blank or is not one of the codes.",
    fix: "Write one of the codes, from 1A to 10, in ReferralSource."
  ) { d in
    d.source.isMissingOrNone(of: .all) && d.referred >= firstReferralWithSource
  },
  .details(
    "8805", [.closed, .closureReason], "The case was closed, and the reason is blank.",
    fix: "Give ReasonForClosure, or take out CINclosureDate."
  ) { d in
    d.closed.isPresent && d.closureReason.isMissing
  },
  .details(
    "8810", [.closureReason, .closed], "A reason for closure is given, and the day of closure is blank.",
    fix: "Give CINclosureDate, or take out ReasonForClosure."
  ) { d in
    d.closed.isMissing && d.closureReason.isPresent
  },
  .details(
    "8815", [.closed], "Another case of the child is open too.", fix: "Give CINclosureDate of the case that has ended.",
    reads: [.in(.cinDetails, .closed, .noFurtherAction)]
  ) { d in
    d.isOpen && d.child.details.contains { $0.isOpen && !$0.isSame(as: d) }
  },
  .details(
    "8816", [.referred], with: [.referred], "The case is open, and the child was referred again later.",
    fix: "Give CINclosureDate of the case, or correct CINreferralDate.",
    reads: [.in(.cinDetails, .closed, .noFurtherAction)]
  ) { (d: CINDetails, other: CINDetails) in
    d.isOpen && d.referred < other.referred && other.isLatestReferral
  },
  .details(
    "8825Q", [.closureReason], "The case was closed after an assessment, and has none.",
    fix: "Add the assessment, or correct ReasonForClosure.", severity: .query,
    reads: [.in(.assessments, .childIdentifier)]
  ) { d in
    d.closureReason.isOne(of: .afterAssessment) && d.assessments.isEmpty
  },
  .details(
    "8831", [.conference],
    links: [
      .inDetails([.childIdentifier]) { (_: CINDetails, a: Assessment) in a.tookPlace },
      .inDetails([.childIdentifier]) { (_: CINDetails, e: Section47) in e.tookPlace },
    ],
    "The referral led to no further action, and there is an assessment, an enquiry or a conference.",
    fix: "Correct ReferralNFA, or leave out what did not take place.",
    reads: [
      .in(.cinDetails, .noFurtherAction), .in(.assessments, .assessmentStart, .assessmentAuthorised),
      .in(.section47s, .enquiryStart, .conference),
    ]
  ) { d in
    d.noFurtherAction.isOne(of: .yes)
      && (d.conference.isPresent || d.assessments.contains(where: \.tookPlace)
        || d.enquiries.contains(where: \.tookPlace))
  },
  .protectionPlan(
    "8832", [.childIdentifier], inDetails: [.noFurtherAction],
    "The referral led to no further action, and there is a child protection plan.",
    fix: "Correct ReferralNFA, or leave out the plan."
  ) { (_: ChildProtectionPlan, d: CINDetails) in
    d.noFurtherAction.isOne(of: .yes)
  },
]

/// From this day on a referral has a source.
private let firstReferralWithSource = Cell<Day>.day(1, 4, 2013)

extension Assessment {
  /// Whether any of its days is given.
  fileprivate var tookPlace: Bool { start.isPresent || authorised.isPresent }
}

extension Section47 {
  /// Whether any of its days is given, but the target.
  fileprivate var tookPlace: Bool { start.isPresent || conference.isPresent }
}
