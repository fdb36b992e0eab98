// A time in need by itself: its referral, its main reason and its closure.
import KithReturns
import KithTables

let referralAndClosureRules: [Rule<InNeedReturn>] = [
  .details(
    "8568", [.noFurtherAction], "Whether the referral led to no further action is blank, or is neither yes nor no.",
    fix: "Write 1 or 0, or true or false, in ReferralNFA."
  ) { d in
    d.noFurtherAction.isMissingOrNone(of: .all)
  },
  .details(
    "8569Q", [.referred],
    "The child was referred before the last working day ahead of the year, and not to any further action.",
    fix: "Leave out a referral of an earlier year that led to no further action, or write false in ReferralNFA.",
    severity: .query, reads: [.in(.cinDetails, .noFurtherAction)], needs: [.bankHolidays]
  ) { d in
    d.noFurtherAction.isMissingOrNone(of: .no) && d.referred < d.collection.start
      && d.referred < d.collection.workingDayBeforeStart
  },
  .details(
    "8600", [.referred], "The referral has no date, or one after the year.", fix: "Give or correct CINreferralDate."
  ) { d in
    d.referred.hasNoValue || d.referred > d.collection.end
  },
  .details(
    "8610", [.noFurtherAction, .primaryNeed], "The referral led to action, and the main need is blank.",
    fix: "Give PrimaryNeedCode; N0 where it is not stated."
  ) { d in
    d.primaryNeed.isMissing && d.noFurtherAction.isOne(of: .no)
  },
  .details(
    "8620", [.closed], "The case was closed before the year or after it.",
    fix: "Correct CINclosureDate, or leave out a case that was closed before the year."
  ) { d in
    d.collection.isOutsideYear(d.closed)
  },
  .details(
    "8630", [.referred, .closed], "The case was closed before the referral.",
    fix: "Correct CINreferralDate or CINclosureDate."
  ) { d in
    d.closed < d.referred
  },
  .details(
    "8640", [.closureReason], "The reason for closure is not one of the codes.",
    fix: "Write one of RC1 to RC9 in ReasonForClosure."
  ) { d in
    d.closureReason.isNone(of: .all)
  },
]

extension InNeedReturn {
  /// The last working day before the collection year; missing where bank holidays are not known.
  fileprivate var workingDayBeforeStart: Cell<Day> {
    start.value.flatMap { WorkingDays.england.day(before: $0) }.map { Cell($0) } ?? .missing
  }
}
