// Numbers of this year's CIN Census that are far from last year's. docs/rules.md says where the thresholds come from.
import KithReturns
import KithTables

let swingRules: [Rule<BothReturns>] = [
  swing("X114", .cinDetails, .referred, "The number of referrals in the year", beyond: (3, to: 2)) { c in
    c.all(CINDetails.self).count { c.isInYear($0.referred) }
  },
  swing(
    "X115", .assessments, .assessmentAuthorised, "The number of assessments completed in the year", beyond: (3, to: 2)
  ) { c in
    c.all(Assessment.self).count { c.isInYear($0.authorised) }
  },
  swing(
    "X116", .cinPlans, .planStart, "The number of child in need plans that began in the year", beyond: (9, to: 5)
  ) { c in
    c.all(CINPlan.self).count { c.isInYear($0.start) }
  },
  swing(
    "X117", .childProtectionPlans, .protectionStart, "The number of child protection plans that began in the year",
    beyond: (5, to: 3)
  ) { c in
    c.all(ChildProtectionPlan.self).count { c.isInYear($0.start) }
  },
  swing("X118", .cinDetails, .closed, "The number of cases closed in the year", beyond: (9, to: 5)) { c in
    c.all(CINDetails.self).count { c.isInYear($0.closed) }
  },
]

/// The rule on a number that is to last year's as more than one number to another, or less than the reverse.
private func swing(
  _ code: String, _ table: TableName, _ field: Field, _ what: String, beyond ratio: (Int, to: Int),
  _ count: @escaping @Sendable (InNeedReturn) -> Int
) -> Rule<BothReturns> {
  .wholeReturn(
    code, table.of(.inNeed), "\(what) is far from last year's: beyond \(ratio.0) to \(ratio.to), and beyond chance.",
    fix: "Check that the return is whole; explain the change where it is.", severity: .query,
    reads: [.inNeed(table, field), .inNeedLastYear(table, field)]
  ) { c in
    c.swings(beyond: ratio, count)
  }
}
