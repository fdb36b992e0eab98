// Care in the SSDA903 return beside times in need in the CIN Census.
import KithReturns
import KithTables

let careAndNeedRules: [Rule<BothReturns>] = [
  .episode(
    "X201", [.end],
    links: [
      .ofChild([.closed]) { (e: Beside<Episode>, d: Beside<CINDetails>) in d.closed <= e.own.collection.end }
    ],
    "The child was looked after on 31 March, and the CIN Census has no time in need open then.",
    fix: "Put the child, or the time in need, into the CIN Census; or correct DEC.", severity: .error,
    reads: [
      .lookedAfter(.episodes, .start, .legalStatus), .inNeed(.childIdentifiers, .childIdentifier),
      .inNeed(.cinDetails, .referred, .noFurtherAction),
    ] + Reading.identity
  ) { e in
    let end = e.own.collection.end
    return e.start <= end && (e.end.isMissing || e.end > end) && !e.own.isShortBreak
      && !e.child.inNeed.details.contains { $0.isOpen(on: end) } && e.child.isOneIdentity
  },
  .episode(
    "X202", [.end],
    "The child ceased to be looked after in the year, and no time in need in the CIN Census was open while in care.",
    fix: "Put the child, or the time in need, into the CIN Census.", severity: .query,
    reads: [
      .lookedAfter(.episodes, .start, .legalStatus), .inNeed(.childIdentifiers, .childIdentifier),
      .inNeed(.cinDetails, .referred, .closed, .noFurtherAction),
    ] + Reading.identity
  ) { e in
    let year = e.own.collection
    guard e.own.endsCare, e.end >= year.start, e.end <= year.end, let period = e.own.period else { return false }
    return !e.child.hasNeed(in: period) && e.child.isOneIdentity
  },
  .details(
    "X203", [.referred], with: [.start], "The child began to be looked after before the referral.",
    fix: "Correct CINreferralDate or DECOM; put in the time in need that was open when care began.", severity: .query,
    reads: [
      .inNeed(.cinDetails, .closed, .noFurtherAction), .lookedAfter(.episodes, .legalStatus, .end),
    ] + Reading.identity
  ) { (d: Beside<CINDetails>, e: Beside<Episode>) in
    guard d.referred > e.start, e.own.beginsCare, let period = e.own.period else { return false }
    return (period.end.hasNoValue || d.referred <= period.end)
      && !d.own.child.details.contains {
        $0.isOpen(on: e.start) || $0.referred < d.referred && $0.referred > e.start
      } && d.child.isOneIdentity
  },
  .details(
    "X204", [.primaryNeed], with: [.need],
    "The primary need differs from the category of need with which the child came into care soon after the referral.",
    fix: "Correct PrimaryNeedCode or CIN, or note why they differ.", severity: .query,
    reads: [
      .inNeed(.cinDetails, .referred), .lookedAfter(.episodes, .start, .end, .legalStatus),
    ] + Reading.identity
  ) { (d: Beside<CINDetails>, e: Beside<Episode>) in
    guard e.start >= d.referred, e.start <= d.referred.adding(days: 63), d.primaryNeed != .n0, e.own.beginsCare,
      let primary = d.primaryNeed.code, let need = e.need.code
    else { return false }
    return primary.ordinal != need.ordinal && d.child.isOneIdentity
  },
]

extension Episode {
  /// The period of care in which the episode lies; nil where its start cannot be read.
  fileprivate var period: PeriodOfCare? { child.periodsOfCare.first { $0.contains(start) } }
}

extension ChildInBoth {
  /// Whether a time in need has a day in common with a period of care.
  fileprivate func hasNeed(in period: PeriodOfCare) -> Bool {
    inNeed.details.contains { d in
      d.isOpen(on: period.start)
        || d.referred >= period.start && d.referred <= period.end && d.noFurtherAction.isMissingOrNone(of: .yes)
    }
  }
}
