// What the return's figures tell of how fully things are recorded.
import KithReturns
import KithTables

let recordingRules: [Rule<InNeedReturn>] = [
  .wholeReturn(
    "2886Q", .childIdentifiers, "More than 2% of the children have been born, and their gender is not known.",
    fix: "Give GenderCurrent, or ExpectedPersonBirthDate of a child not yet born.", severity: .query,
    years: .until(2024), reads: [.in(.childIdentifiers, .gender, .expectedBirthDate)]
  ) { c in
    c.isOverTwoInAHundred { $0.gender.isMissing || $0.gender == .unbornOrUnknown }
  },
  .wholeReturn(
    "2886Q", .childIdentifiers, "More than 2% of the children have been born, and their sex is not known.",
    fix: "Give Sex, or ExpectedPersonBirthDate of a child not yet born.", severity: .query,
    years: .since(2025), reads: [.in(.childIdentifiers, .personSex, .expectedBirthDate)]
  ) { c in
    c.isOverTwoInAHundred { $0.sex.isMissing || $0.sex == .unknown }
  },
  .wholeReturn(
    "2888Q", .disabilities, "No child with a disability has a second one.",
    fix: "Check that all disabilities of a child are recorded.", severity: .query,
    reads: [.in(.disabilities, .disability)]
  ) { c in
    let disabilities = c.all(ChildDisability.self)
    return disabilities.contains { $0.disability != .none }
      && !disabilities.contains { d in
        d.disability != .none
          && d.child.disabilities.contains { !$0.isSame(as: d) && $0.disability != .none }
      }
  },
]

extension InNeedReturn {
  /// Whether more than two children in a hundred are not expected and are so.
  fileprivate func isOverTwoInAHundred(_ isSo: (ChildIdentifiers) -> Bool) -> Bool {
    let children = all(ChildIdentifiers.self)
    return children.count { $0.expectedBirthDate.isMissing && isSo($0) } * 50 > children.count
  }
}
