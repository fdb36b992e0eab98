import KithReturns
import KithTables

extension CINDetails {
  /// Whether the case is open, and was not a referral with no further action.
  var isOpen: Bool { closed.isMissing && noFurtherAction.isOne(of: .no) }

  /// Whether the child has no later referral.
  var isLatestReferral: Bool { !child.details.contains { $0.referred > referred } }
}

extension Section47 {
  /// Whether the enquiry has neither a conference nor a word that none was needed.
  var isUndecided: Bool { conference.isMissing && conferenceNotRequired.isMissingOrNone(of: .yes) }
}

extension CodeGroup<UPNUnknown> {
  /// Why a child of school age may have no unique pupil number.
  static let ofSchoolAge: Self = [.un2, .un3, .un4, .un5, .un6, .un7]
}

extension Cell<Day> {
  /// Whether the cell holds a Saturday or a Sunday.
  var isWeekend: Bool { value?.isWeekend == true }
}
