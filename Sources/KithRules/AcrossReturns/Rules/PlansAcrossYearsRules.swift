// Child protection plans of this year's CIN Census beside last year's.
import KithReturns
import KithTables

let plansAcrossYearsRules: [Rule<BothReturns>] = [
  Rule(
    "X110", "The child protection plan was open at the end of last year, and this year's return has it not.",
    fix: "Put it in, with its end if it ended; or note why it should not have been in last year's.", severity: .query,
    reads: [
      .inNeed(.childProtectionPlans, .protectionStart), .inNeedLastYear(.childProtectionPlans, .protectionEnd),
      .inNeed(.cinDetails, .referred), .inNeedLastYear(.cinDetails, .referred, .closed, .noFurtherAction),
    ] + Reading.identity,
    parts: [
      .protectionPlan.lastYear([.protectionStart]) { (l, child) in
        l.own.isOpenAndGone(from: child.inNeed) && !l.own.details.isOpenAndGone(from: child.inNeed)
          && !child.inNeed.protectionPlans.contains(where: \.isNewToLastYear)
          && child.isOneIdentity
      }
    ]),
  .protectionPlan(
    "X111", [.protectionStart],
    links: [
      .ofLastYear([.protectionStart]) { (p: Beside<ChildProtectionPlan>, l: Beside<ChildProtectionPlan>) in
        l.own.isOpenAndGone(from: p.own.child)
      }
    ],
    "The child protection plan began before the year, and last year's return has none with its start.",
    fix: "Correct CPPstartDate, or note why last year's return had it otherwise.", severity: .query,
    reads: [.inNeedLastYear(.childProtectionPlans, .protectionEnd)] + Reading.identity
  ) { p in
    p.own.isNewToLastYear && p.child.isOneIdentity
  },
  .protectionPlan(
    "X112", [.initialAbuse, .previousPlans],
    links: [
      .ofLastYear([.initialAbuse, .previousPlans]) { (p: Beside<ChildProtectionPlan>, l: Beside<ChildProtectionPlan>) in
        p.start == l.start && p.own.isDescribedOtherwise(than: l.own) && p.child.isOneIdentity
      }
    ],
    "The plan's initial category of abuse, or its number of previous plans, differs from last year's.",
    fix: "Correct what changed: neither does while a plan goes on.", severity: .query,
    reads: [
      .inNeed(.childProtectionPlans, .protectionStart), .inNeedLastYear(.childProtectionPlans, .protectionStart),
    ] + Reading.identity),
  .protectionPlan(
    "X113", [.previousPlans],
    links: [
      .ofLastYear([.previousPlans]) { (p: Beside<ChildProtectionPlan>, l: Beside<ChildProtectionPlan>) in
        p.start > l.start && p.previousPlans <= l.previousPlans && p.child.isOneIdentity
      }
    ],
    "The number of previous plans is no higher than that of an earlier plan, in last year's return.",
    fix: "Count that plan too in NumberOfPreviousCPP.", severity: .query,
    reads: [
      .inNeed(.childProtectionPlans, .protectionStart), .inNeedLastYear(.childProtectionPlans, .protectionStart),
    ] + Reading.identity),
]

extension ChildProtectionPlan {
  /// Whether the initial category of abuse or the number of previous plans is given in both rows and differs.
  fileprivate func isDescribedOtherwise(than last: ChildProtectionPlan) -> Bool {
    previousPlans != last.previousPlans
      || initialAbuse.isPresent && last.initialAbuse.isPresent && initialAbuse.differs(from: last.initialAbuse)
  }
}
