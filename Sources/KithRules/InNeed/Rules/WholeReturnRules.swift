// The return as a whole: figures that no one row has wrong.
import KithReturns
import KithTables

let wholeReturnRules: [Rule<InNeedReturn>] = [
  .wholeReturn(
    "2883", .childProtectionPlans, "More child protection plans began in the year than conferences were held.",
    fix: "Add the conferences that are missing, or correct the starts of the plans.",
    reads: [
      .in(.childProtectionPlans, .protectionStart), .in(.cinDetails, .conference), .in(.section47s, .conference),
    ]
  ) { c in
    let conferences =
      c.all(CINDetails.self).count { c.isInYear($0.conference) }
      + c.all(Section47.self).count { c.isInYear($0.conference) }
    return c.all(ChildProtectionPlan.self).count { c.isInYear($0.start) } > conferences
  },
  .wholeReturn(
    "2887Q", .disabilities, "The return uses 7 codes of disability or fewer.",
    fix: "Check that disabilities are coded in full.", severity: .query, reads: [.in(.disabilities, .disability)]
  ) { c in
    let used = Disability.allCases.filter { code in
      code != Disability.none && c.all(ChildDisability.self).contains { $0.disability == code }
    }
    return used.count <= 7
  },
]
