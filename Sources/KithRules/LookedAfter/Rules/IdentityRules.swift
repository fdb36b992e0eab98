// Children across the tables: in the header or not, twice or not, born on one day or not.
import KithReturns
import KithTables

let identityRules: [Rule<LookedAfterReturn>] = [
  .episode(
    "INT03", [.child], "The child has an episode and no header.", fix: "Add the header, or correct CHILD.",
    reads: [.in(.headers, .child)]
  ) { e in
    e.child.headers.isEmpty
  },
  .oc2(
    "INT14", [.dateOfBirth], "The date of birth in OC2 is not the header's.",
    fix: "Correct DOB in OC2 or in the header.",
    reads: [.in(.headers, .dateOfBirth)]
  ) { o in
    o.child.headers.contains { $0.dateOfBirth != o.dateOfBirth }
  },
  .header("INT32", [.child], "The child has more than one header.", fix: "Leave one of the headers.") { h in
    h.child.headers.count > 1
  },
]
