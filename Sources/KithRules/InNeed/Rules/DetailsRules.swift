// A time in need: its referral, and the child's other times in need.
import KithReturns
import KithTables

let detailsRules: [Rule<InNeedReturn>] = [
  .details(
    "8555Q", [.referred], with: [.deathDate], "The child was referred after the date of death.",
    fix: "Correct CINreferralDate or PersonDeathDate.", severity: .query
  ) { (d: CINDetails, c: ChildIdentifiers) in
    d.referred > c.deathDate
  },
  .details(
    "8820", [.referred], with: [.referred, .closed],
    "The child was referred while another time in need was open.",
    fix: "Correct CINreferralDate, or CINclosureDate of the other.", reads: [.in(.cinDetails, .noFurtherAction)]
  ) { (d: CINDetails, other: CINDetails) in
    !d.isSame(as: other) && d.referred >= other.referred
      && (d.referred < other.closed
        || other.closed.isMissing && other.noFurtherAction.isOne(of: .no) && d.referred < d.collection.end)
  },
]
