// Birth and death: their dates beside the year, and beside what was done for the child.
import KithReturns
import KithTables

let birthAndDeathRules: [Rule<InNeedReturn>] = [
  .child(
    "8530Q", [.expectedBirthDate],
    "The expected date of birth is more than 30 days before the year's end, or more than 9 months after it.",
    fix: "Give PersonBirthDate of a child who has been born, or correct ExpectedPersonBirthDate.", severity: .query
  ) { c in
    c.expectedBirthDate.hasValue
      && (c.expectedBirthDate < c.collection.end.adding(days: -30)
        || c.expectedBirthDate > c.collection.end.adding(months: 9))
  },
  .child(
    "8535Q", [.deathDate, .birthDate],
    "The child died before the date of birth, or has a date of death and none of birth.",
    fix: "Give or correct PersonBirthDate, or correct PersonDeathDate.", severity: .query
  ) { c in
    c.deathDate.isPresent && (c.birthDate.isMissing || c.birthDate > c.deathDate)
  },
  .child(
    "8545Q", [.deathDate], "The child died before the year or after it.",
    fix: "Correct PersonDeathDate, or leave out a child who died before the year.", severity: .query
  ) { c in
    c.collection.isOutsideYear(c.deathDate)
  },
  .details(
    "8585Q", [.closureReason], with: [.deathDate],
    "The case was closed because the child died, and the child has no date of death.",
    fix: "Give PersonDeathDate, or correct ReasonForClosure.", severity: .query
  ) { (d: CINDetails, c: ChildIdentifiers) in
    d.closureReason == .rc2 && c.deathDate.isMissing
  },
  .details(
    "8606", [.referred], with: [.birthDate, .expectedBirthDate],
    "The child was referred more than 280 days before birth, or before the expected date of it.",
    fix: "Correct CINreferralDate or the date of birth."
  ) { (d: CINDetails, c: ChildIdentifiers) in
    d.referred < c.birthDate.adding(days: -280) || d.referred < c.expectedBirthDate.adding(days: -280)
  },
  .plan(
    "4008", [.planStart], with: [.deathDate], "The child in need plan began after the child's death.",
    fix: "Correct CINPlanStartDate or PersonDeathDate."
  ) { (p: CINPlan, c: ChildIdentifiers) in
    p.start > c.deathDate
  },
  .plan(
    "4009Q", [.planEnd], with: [.deathDate], "The child in need plan ended after the child's death.",
    fix: "Correct CINPlanEndDate or PersonDeathDate.", severity: .query
  ) { (p: CINPlan, c: ChildIdentifiers) in
    p.end > c.deathDate
  },
]

extension Cell<Day> {
  /// The same day of the month this many months later; the month's last where it has no such day.
  fileprivate func adding(months: Int) -> Cell<Day> {
    guard let (day, month, year) = value?.civil else { return .missing }
    let count = year * 12 + month - 1 + months
    let (newYear, newMonth) = (count / 12, count % 12 + 1)
    return .day(Swift.min(day, Day.length(ofMonth: newMonth, year: newYear)), newMonth, newYear)
  }
}
