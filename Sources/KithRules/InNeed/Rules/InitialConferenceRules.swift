// Initial child protection conferences: where they are recorded, and the plans that they make.
import KithReturns
import KithTables

let initialConferenceRules: [Rule<InNeedReturn>] = [
  .enquiry(
    "2884", [.conference], with: [.conference],
    "The date of an initial conference is given in an enquiry and again in a time in need.",
    fix: "Give DateOfInitialCPC in Section47 where the conference followed an enquiry, and in CINdetails otherwise."
  ) { (e: Section47, d: CINDetails) in
    e.conference == d.conference
  },
  .protectionPlan(
    "2885", [.protectionStart],
    links: [
      .inDetails([.conference]) { (p: ChildProtectionPlan, e: Section47) in
        e.mayHaveConference && !p.details.hasPlanFromConference
      },
      .inDetails([.conference]) { (_: ChildProtectionPlan, d: CINDetails) in
        !d.hasEnquiryWithConference && !d.hasPlanFromConference
      },
    ],
    "The child protection plan began on a day on which no initial conference was held.",
    fix: "Correct CPPstartDate or DateOfInitialCPC.",
    reads: [.in(.section47s, .conferenceNotRequired), .in(.childProtectionPlans, .protectionStart)]
  ) { p in
    p.collection.isInYear(p.start) && !p.details.hasConference(on: p.start)
  },
  .enquiry(
    "8615", [.enquiryStart, .conference],
    "The initial conference of the enquiry was before the enquiry began, or the enquiry has no start.",
    fix: "Give or correct S47ActualStartDate, or correct DateOfInitialCPC."
  ) { e in
    e.conference.isPresent && (e.start.isMissing || e.start > e.conference)
  },
]

extension Section47 {
  /// Whether the enquiry may lead to a conference: it is not said to need none.
  fileprivate var mayHaveConference: Bool { conferenceNotRequired.isMissingOrNone(of: .yes) }
}

extension CINDetails {
  /// Whether an enquiry may lead to a conference, which is then recorded with it.
  fileprivate var hasEnquiryWithConference: Bool { enquiries.contains { $0.mayHaveConference } }

  /// Whether an initial conference was held on a day: one of the enquiries' or, where none of them may lead to one, the
  /// time in need's own.
  fileprivate func hasConference(on day: Cell<Day>) -> Bool {
    hasEnquiryWithConference
      ? enquiries.contains { $0.mayHaveConference && $0.conference == day } : conference == day
  }

  /// Whether a child protection plan of the year began on the day of an initial conference.
  fileprivate var hasPlanFromConference: Bool {
    protectionPlans.contains { collection.isInYear($0.start) && hasConference(on: $0.start) }
  }
}
