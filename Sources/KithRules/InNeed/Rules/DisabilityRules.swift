// A child's disabilities beside each other.
import KithReturns
import KithTables

let disabilityRules: [Rule<InNeedReturn>] = [
  .disability(
    "8790", [.disability], "The child has a disability and is also said to have none.",
    fix: "Leave out NONE, or the disability."
  ) { d in
    d.disability != .none && d.child.disabilities.contains { $0.disability == .none }
  },
  .disability(
    "8794", [.disability], "The child has the same disability twice.", fix: "Leave one of the two."
  ) { d in
    d.child.disabilities.contains { !$0.isSame(as: d) && $0.disability.equals(d.disability) }
  },
]
