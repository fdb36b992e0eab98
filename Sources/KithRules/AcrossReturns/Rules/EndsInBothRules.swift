// How care ended in the SSDA903 return, and the case in the CIN Census. Each compares rows of one identity only: what
// began before an adoption, and how the adoption ended it.
import KithReturns
import KithTables

let endsInBothRules: [Rule<BothReturns>] = [
  .episode(
    "X213", [.end, .endReason], with: [.deathDate],
    "The SSDA903 return says that the child died, and the CIN Census has no date of death or another.",
    fix: "Give PersonDeathDate, or correct DEC or REC.", reads: [.inNeed(.childIdentifiers, .childIdentifier)]
  ) { (e: Beside<Episode>, c: Beside<ChildIdentifiers>) in
    e.endReason == .e2 && (c.deathDate.isMissing || c.deathDate != e.end) && e.child.hasOneRow
  },
  .episode(
    "X214", [.end, .endReason], with: [.deathDate],
    "The CIN Census says that the child died, and the SSDA903 return has care that did not end with that.",
    fix: "End the episode with E2 on the day of the death, or correct PersonDeathDate.",
    reads: [.lookedAfter(.episodes, .start), .inNeed(.childIdentifiers, .childIdentifier)]
  ) { (e: Beside<Episode>, c: Beside<ChildIdentifiers>) in
    e.start <= c.deathDate && (e.end.isMissing || e.end >= c.deathDate) && e.endReason.isMissingOrNot(.e2)
      && e.child.hasOneRow
  },
  .details(
    "X215", [.closureReason], with: [.endReason],
    "One return says that the case ended with the child's adoption or death, and the other says otherwise.",
    fix: "Correct ReasonForClosure or REC.",
    reads: [
      .inNeed(.cinDetails, .referred, .closed), .lookedAfter(.episodes, .start, .end, .legalStatus),
      .inNeed(.childIdentifiers, .childIdentifier),
    ]
  ) { (d: Beside<CINDetails>, e: Beside<Episode>) in
    d.closureReason.isPresent && e.own.isFinallyOtherwise(than: d.own) && d.child.hasOneRow
  },
  .details(
    "X216", [.closureReason], with: [.endReason],
    "The case was closed with the end of care, and the reasons in the two returns do not go together.",
    fix: "Correct ReasonForClosure or REC, or note why they differ.", severity: .query,
    reads: [
      .inNeed(.cinDetails, .referred, .closed), .lookedAfter(.episodes, .end, .legalStatus),
    ] + Reading.identity
  ) { (d: Beside<CINDetails>, e: Beside<Episode>) in
    d.closed >= e.end && d.closed <= e.end.adding(days: 28) && d.referred <= e.end && e.own.endsCare
      && d.closureReason.isPresent && !e.own.goesWith(d.closureReason) && d.child.isOneIdentity
  },
  .details(
    "X217", [.closed], with: [.end, .endReason],
    "The child was adopted, and the time in need that was open then is still open.",
    fix: "Close it with RC1; what follows an adoption is recorded under the child's new identity.", severity: .query,
    reads: [.inNeed(.cinDetails, .referred, .noFurtherAction), .inNeed(.childIdentifiers, .childIdentifier)]
  ) { (d: Beside<CINDetails>, e: Beside<Episode>) in
    e.endReason.isOne(of: .adopted) && d.referred < e.end && d.own.isOpen && d.child.hasOneRow
  },
]

extension Episode {
  /// Whether either the episode or the time in need ended with the child's adoption or death, and the other cannot
  /// have.
  ///
  /// A child who left care otherwise may die, or be adopted, later; so the reason for closure is held against the
  /// episode only where that goes on after the closure, or ended on that day.
  fileprivate func isFinallyOtherwise(than d: CINDetails) -> Bool {
    if d.closed >= end, d.referred < end {
      if endReason.isOne(of: .adopted) { return d.closureReason != .rc1 }
      if endReason == .e2 { return d.closureReason != .rc2 }
    }
    guard d.closureReason.isOne(of: .adoptedOrDied) else { return false }
    return isCare(through: d.closed) || d.closed == end && endsCare
  }

  /// Whether the reason why care ended goes with a reason for closure; for adoption and death X215 says.
  fileprivate func goesWith(_ reason: Coded<ClosureReason>) -> Bool {
    if endReason.isOne(of: .adopted) || endReason == .e2 || reason.isOne(of: .adoptedOrDied) { return true }
    if endReason == .e3 { return reason == .rc5 }
    if endReason == .e41 { return reason == .rc3 }
    if endReason.isOne(of: .specialGuardianship) { return reason == .rc4 }
    if endReason == .e7 { return reason == .rc6 }
    return reason.isNone(of: .byOrder)
  }
}

extension CodeGroup<ClosureReason> {
  /// The child was adopted, or died.
  fileprivate static let adoptedOrDied: Self = [.rc1, .rc2]
  /// A court made an order by which the child lives with someone.
  fileprivate static let byOrder: Self = [.rc3, .rc4]
}
