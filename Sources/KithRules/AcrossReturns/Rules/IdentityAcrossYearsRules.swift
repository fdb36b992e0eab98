// Who a child of the CIN Census is, this year and last.
import KithReturns
import KithTables

let identityAcrossYearsRules: [Rule<BothReturns>] = [
  .child(
    "X106", [.upn],
    links: [
      .ofLastYear([.upn]) { (c: Beside<ChildIdentifiers>, l: Beside<ChildIdentifiers>) in
        c.upn.differs(from: l.upn) && c.formerUPN.differs(from: l.upn) && l.own.hasUPN && c.child.isOneIdentity
      }
    ],
    "The unique pupil number differs from last year's, and FormerUPN does not give that.",
    fix: "Correct UPN, or write last year's in FormerUPN.", severity: .query,
    reads: [.inNeed(.childIdentifiers, .formerUPN)] + Reading.identity),
  sexChanged([.gender], lastYear: [.gender], .until(2024)),
  sexChanged([.personSex], lastYear: [.gender], .only(2025)),
  sexChanged([.personSex], lastYear: [.personSex], .since(2026)),
  .child(
    "X108", [.birthDate],
    links: [
      .ofLastYear([.birthDate]) { (c: Beside<ChildIdentifiers>, l: Beside<ChildIdentifiers>) in
        c.birthDate != l.birthDate && c.child.isOneIdentity
      }
    ],
    "The date of birth differs from last year's.", fix: "Correct PersonBirthDate, or ask that last year's be amended.",
    severity: .query, reads: Reading.identity),
  .child(
    "X109", [.upn],
    links: [
      .found([.upn], areLastYear: true) { (c: Beside<ChildIdentifiers>) -> Beside<ChildIdentifiers>? in
        guard c.upn.isPresent, let before = c.collection.lastYear, let row = before.childrenInNeedByUPN[c.upn] else {
          return nil
        }
        let last = Beside<ChildIdentifiers>(before, row: row)
        let holder = ChildInBoth(c.collection, number: last.child.number)
        let isAnother = last.child.number != c.child.number && c.birthDate != last.birthDate
        return isAnother && c.own.hasUPN && c.child.isOneIdentity && holder.isOneIdentity ? last : nil
      }
    ],
    "Last year another child, of another birth date, had the unique pupil number.", fix: "Correct UPN.",
    severity: .query,
    reads: [.inNeed(.childIdentifiers, .birthDate), .inNeedLastYear(.childIdentifiers, .birthDate)] + Reading.identity),
]

/// The rule on a sex that changed, in the years in which the two returns hold it in these fields.
private func sexChanged(_ fields: [Field], lastYear: [Field], _ years: YearSpan) -> Rule<BothReturns> {
  .child(
    "X107", fields,
    links: [
      .ofLastYear(lastYear) { (c: Beside<ChildIdentifiers>, l: Beside<ChildIdentifiers>) in
        c.own.sexAsNow.contradicts(l.own.sexAsNow) && c.child.isOneIdentity
      }
    ],
    "The sex differs from last year's.", fix: "Correct it, or ask that last year's be amended.", severity: .query,
    years: years, reads: Reading.identity)
}
