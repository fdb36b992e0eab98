// Enquiries under section 47: what each led to, and the days of the conference.
import KithReturns
import KithTables

let enquiryOutcomeRules: [Rule<InNeedReturn>] = [
  .enquiry(
    "8675Q", [.conference, .enquiryStart, .conferenceNotRequired],
    "The conference has not been held more than 15 working days after the enquiry began.",
    fix: "Give DateOfInitialCPC if it was held, or write 1 in ICPCnotRequired if none was needed.", severity: .query,
    needs: [.bankHolidays]
  ) { e in
    e.conference.isMissing && e.conferenceNotRequired.isOne(of: .no)
      && e.start < e.collection.workingDay(15, backFrom: e.collection.end)
  },
  .enquiry(
    "8715", [.conference], "The conference was not held in the collection year.", fix: "Correct DateOfInitialCPC."
  ) { e in
    e.collection.isOutsideYear(e.conference)
  },
  .enquiry(
    "8740", [.enquiryStart, .conference, .conferenceNotRequired],
    "The enquiry began outside the collection year, and no conference was held.",
    fix: "Correct S47ActualStartDate, or give DateOfInitialCPC."
  ) { e in
    e.conference.isMissing && e.conferenceNotRequired.isOne(of: .no) && e.collection.isOutsideYear(e.start)
  },
  .enquiry(
    "8839", [.conference], "Another enquiry of the same time in need has no conference either.",
    fix: "Give DateOfInitialCPC, or write 1 in ICPCnotRequired, of the enquiry that has ended.",
    reads: [.in(.section47s, .conference, .conferenceNotRequired)]
  ) { e in
    e.isUndecided && e.details.enquiries.contains { $0.isUndecided && !$0.isSame(as: e) }
  },
  .enquiry(
    "8868", [.conference, .conferenceNotRequired], inDetails: [.closed],
    "The case was closed, and the enquiry has neither a conference nor a word that none was needed, or has both.",
    fix: "Give DateOfInitialCPC, or write 1 in ICPCnotRequired."
  ) { (e: Section47, d: CINDetails) in
    d.closed.isPresent && e.conference.isPresent == e.conferenceNotRequired.isOne(of: .yes)
  },
  .enquiry(
    "8870Q", [.conferenceTarget], "The conference was to be held by a Saturday or a Sunday.",
    fix: "Correct InitialCPCtarget.", severity: .query
  ) { e in
    e.conferenceTarget.isWeekend
  },
  .enquiry(
    "8875", [.conference], "The conference was held on a Saturday or a Sunday.", fix: "Correct DateOfInitialCPC."
  ) { e in
    e.conference.isWeekend
  },
  .enquiry(
    "8890", [.enquiryStart], inDetails: [.enquiryStart, .conference],
    "The enquiry began while another of the same time in need was going on.",
    fix: "Correct the dates of the enquiries, or make the two one.", reads: [.in(.section47s, .conferenceNotRequired)]
  ) { (e: Section47, other: Section47) in
    !e.isSame(as: other) && e.start >= other.start
      && (e.start <= other.conference || other.isUndecided && e.start <= e.collection.end)
  },
]
