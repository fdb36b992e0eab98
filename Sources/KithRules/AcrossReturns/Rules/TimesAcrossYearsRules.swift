// Times in need of this year's CIN Census beside last year's.
import KithReturns
import KithTables

let timesAcrossYearsRules: [Rule<BothReturns>] = [
  Rule(
    "X101", "The time in need was open at the end of last year, and this year's return has it not.",
    fix: "Put it in, with its closure if it was closed; or note why it should not have been in last year's.",
    severity: .query,
    reads: [
      .inNeed(.cinDetails, .referred), .inNeedLastYear(.cinDetails, .closed, .noFurtherAction),
    ] + Reading.identity,
    parts: [
      .details.lastYear([.referred]) { (l, child) in
        l.own.isOpenAndGone(from: child.inNeed) && !child.inNeed.details.contains(where: \.isNewToLastYear)
          && child.isOneIdentity
      }
    ]),
  .details(
    "X102", [.referred],
    links: [
      .ofLastYear([.referred]) { (d: Beside<CINDetails>, l: Beside<CINDetails>) in
        d.own.isNewToLastYear && l.own.isOpenAndGone(from: d.own.child) && d.child.isOneIdentity
      }
    ],
    "The referral date differs from that of the time in need which was open at the end of last year.",
    fix: "Correct CINreferralDate, or ask that last year's be amended.", severity: .query,
    reads: [.inNeedLastYear(.cinDetails, .closed, .noFurtherAction)] + Reading.identity),
  .details(
    "X103", [.closed],
    links: [
      .ofLastYear([.closed]) { (d: Beside<CINDetails>, l: Beside<CINDetails>) in
        d.referred == l.referred && l.closed.hasValue && d.own.isOpen && d.child.isOneIdentity
      }
    ],
    "The case was closed last year and is open again with the same referral date.",
    fix: "Give the closure, or a new referral with its own date; or note why last year's closure was wrong.",
    severity: .query,
    reads: [
      .inNeed(.cinDetails, .referred, .noFurtherAction), .inNeedLastYear(.cinDetails, .referred),
    ] + Reading.identity),
  .details(
    "X104", [.closed],
    links: [
      .ofLastYear([.closed]) { (d: Beside<CINDetails>, l: Beside<CINDetails>) in
        d.referred == l.referred && d.closed != l.closed && d.child.isOneIdentity
      }
    ],
    "The closure date differs from last year's.", fix: "Correct CINclosureDate, or ask that last year's be amended.",
    severity: .query,
    reads: [.inNeed(.cinDetails, .referred), .inNeedLastYear(.cinDetails, .referred)] + Reading.identity),
  .details(
    "X105", [.referred], "The case began before the year, and last year's return has it not.",
    fix: "Correct CINreferralDate, or note why last year's return left it out.", severity: .query,
    reads: [.inNeedLastYear(.cinDetails, .referred, .closed, .noFurtherAction)] + Reading.identity
  ) { d in
    guard d.own.isNewToLastYear, let before = d.own.child.lastYear else { return false }
    return !before.details.contains { $0.isOpenAndGone(from: d.own.child) } && d.child.isOneIdentity
  },
]
