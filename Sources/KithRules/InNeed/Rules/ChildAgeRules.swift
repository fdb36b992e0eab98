// A child's age: not yet born, of school age, over 25.
import KithReturns
import KithTables

let childAgeRules: [Rule<InNeedReturn>] = [
  .child(
    "8750", [.gender, .birthDate, .expectedBirthDate], "The child is not yet born, and the gender is not 0.",
    fix: "Write 0 in GenderCurrent, or give PersonBirthDate.", years: .until(2024)
  ) { c in
    c.birthDate.isMissing && c.expectedBirthDate.isPresent && c.gender.isMissingOrNot(.unbornOrUnknown)
  },
  .child(
    "8750", [.personSex, .birthDate, .expectedBirthDate], "The child is not yet born, and the sex is not U.",
    fix: "Write U in Sex, or give PersonBirthDate.", years: .since(2025)
  ) { c in
    c.birthDate.isMissing && c.expectedBirthDate.isPresent && c.sex.isMissingOrNot(.unknown)
  },
  .child(
    "8770Q", [.upn, .upnUnknown], "The child is 6 or more, and has no UPN and no reason to have none.",
    fix: "Give UPN, or one of UN2 to UN7 in UPNunknown.", severity: .query, years: .until(2024),
    reads: [.in(.childIdentifiers, .birthDate), .in(.cinDetails, .noFurtherAction)]
  ) { c in
    c.lacksPupilNumber && c.birthDate <= c.collection.end.adding(years: -6) && c.hasCase
  },
  .child(
    "8770Q", [.upn, .upnUnknown], "The child is of school age, and has no UPN and no reason to have none.",
    fix: "Give UPN, or one of UN2 to UN7 in UPNunknown.", severity: .query, years: .since(2025),
    reads: [.in(.childIdentifiers, .birthDate), .in(.cinDetails, .noFurtherAction)]
  ) { c in
    c.lacksPupilNumber && c.birthDate <= c.collection.lastBirthOfSchoolAge && c.hasCase
  },
  .child(
    "8772", [.upnUnknown], with: [.noFurtherAction],
    "The UPN is said to be unknown as there was no further action, and there was.",
    fix: "Correct UPNunknown, or ReferralNFA."
  ) { (c: ChildIdentifiers, d: CINDetails) in
    c.upnUnknown == .un7 && d.noFurtherAction.isMissingOrNone(of: .yes)
  },
  .child(
    "8775Q", [.birthDate], with: [.closed], "The case was open after the 25th birthday.",
    fix: "Correct PersonBirthDate, or close the case in CINclosureDate.", severity: .query
  ) { (c: ChildIdentifiers, d: CINDetails) in
    c.birthDate < c.collection.end.adding(years: -25)
      && (d.closed.isMissing || d.closed > c.birthDate.adding(years: 25))
  },
]

extension ChildIdentifiers {
  /// Whether there is no unique pupil number, nor a reason that holds at school age.
  fileprivate var lacksPupilNumber: Bool { upn.isMissing && upnUnknown.isMissingOrNone(of: .ofSchoolAge) }

  /// Whether a referral of the child led to anything.
  fileprivate var hasCase: Bool { child.details.contains { $0.noFurtherAction.isOne(of: .no) } }
}

extension InNeedReturn {
  /// The last birthday of those who were 5 when the school year began in which the collection year ends.
  fileprivate var lastBirthOfSchoolAge: Cell<Day> { end.value.map { .day(31, 8, $0.year - 6) } ?? .missing }
}
